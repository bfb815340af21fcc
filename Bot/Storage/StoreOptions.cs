namespace ChatbotSante.Bot.Storage;

/// <summary>Where conversations, appointments and keys are kept. Section <c>Store</c>.</summary>
public sealed class StoreOptions
{
    /// <summary>The database. Default: SQLite files under <c>Data:Folder</c>.</summary>
    public StoreProvider Provider { get; init; } = StoreProvider.Sqlite;

    /// <summary>For PostgreSQL only: the database.</summary>
    public string ConnectionString { get; init; } = string.Empty;

    /// <summary>For PostgreSQL only: the database of the wrapped keys, another one, backed up apart.</summary>
    public string KeysConnectionString { get; init; } = string.Empty;
}
