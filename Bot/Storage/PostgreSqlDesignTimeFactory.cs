using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ChatbotSante.Bot.Storage;

/// <summary>For <c>dotnet ef migrations add NAME --context PostgreSqlBotDbContext</c>.</summary>
internal sealed class PostgreSqlDesignTimeFactory
    : IDesignTimeDbContextFactory<PostgreSqlBotDbContext>
{
    public PostgreSqlBotDbContext CreateDbContext(string[] args) =>
        new(
            new DbContextOptionsBuilder<PostgreSqlBotDbContext>()
                .UseNpgsql("Host=localhost")
                .Options
        );
}
