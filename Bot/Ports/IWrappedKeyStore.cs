namespace ChatbotSante.Bot.Ports;

/// <summary>Keeps wrapped data keys, apart from what they seal.</summary>
internal interface IWrappedKeyStore
{
    /// <summary>Stores keys durably.</summary>
    Task AddAsync(
        IReadOnlyList<(KeyId Id, byte[] Wrapped)> keys,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );

    /// <summary>A wrapped key, or null when it was destroyed.</summary>
    Task<byte[]?> FindAsync(KeyId id, CancellationToken cancellationToken);

    /// <summary>Destroys keys, and overwrites where they lay.</summary>
    Task DestroyAsync(IReadOnlyCollection<KeyId> ids, CancellationToken cancellationToken);

    /// <summary>Every key stored before an instant.</summary>
    Task<IReadOnlyList<KeyId>> ListAsync(
        DateTimeOffset before,
        CancellationToken cancellationToken
    );
}
