namespace ChatbotSante.Bot.Ports;

/// <summary>Forgets what the data map says must be forgotten.</summary>
internal interface IRetentionStore
{
    /// <summary>Deletes every row whose time has come; gives the keys that sealed them, for destruction.</summary>
    Task<IReadOnlyList<KeyId>> PurgeAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Every key that some row still needs.</summary>
    Task<IReadOnlySet<KeyId>> KeysInUseAsync(CancellationToken cancellationToken);
}
