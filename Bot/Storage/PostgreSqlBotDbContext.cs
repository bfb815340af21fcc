using Microsoft.EntityFrameworkCore;

namespace ChatbotSante.Bot.Storage;

/// <summary>The schema on PostgreSQL.</summary>
internal sealed class PostgreSqlBotDbContext(DbContextOptions<PostgreSqlBotDbContext> options)
    : BotDbContext(options);
