using Microsoft.EntityFrameworkCore;

namespace ChatbotSante.Bot.Storage;

/// <summary>The schema on SQLite.</summary>
internal sealed class SqliteBotDbContext(DbContextOptions<SqliteBotDbContext> options)
    : BotDbContext(options);
