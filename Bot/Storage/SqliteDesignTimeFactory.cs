using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ChatbotSante.Bot.Storage;

/// <summary>For <c>dotnet ef migrations add NAME --context SqliteBotDbContext</c>.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteBotDbContext>
{
    public SqliteBotDbContext CreateDbContext(string[] args) =>
        new(
            new DbContextOptionsBuilder<SqliteBotDbContext>()
                .UseSqlite("Data Source=design.db")
                .Options
        );
}
