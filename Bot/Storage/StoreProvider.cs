namespace ChatbotSante.Bot.Storage;

/// <summary>The databases this program runs on.</summary>
public enum StoreProvider
{
    Sqlite,
    PostgreSql,
}
