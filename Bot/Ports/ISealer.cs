using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Ports;

/// <summary>Seals what is stored: AES-256-GCM under a key per conversation or per person, itself wrapped.</summary>
public interface ISealer
{
    /// <summary>A new data key, already stored wrapped: what it seals can be opened after a crash.</summary>
    ValueTask<KeyId> NewKeyAsync(CancellationToken cancellationToken);

    /// <summary>
    /// A new data key whose name and age tell the day at most: the others are made one after the other, and would say after which of
    /// them, and so beside whom, something was sealed.
    /// </summary>
    ValueTask<KeyId> NewUndatedKeyAsync(CancellationToken cancellationToken);

    /// <summary>Seals a value.</summary>
    ValueTask<byte[]> SealAsync(
        KeyId key,
        SealedRow row,
        [IdentityData] ReadOnlyMemory<byte> plain,
        CancellationToken cancellationToken
    );

    /// <summary>Opens a value; null when its key was destroyed.</summary>
    /// <exception cref="Sealing.SealBrokenException">The value was altered, or does not belong to this row.</exception>
    ValueTask<byte[]?> OpenAsync(
        SealedRow row,
        ReadOnlyMemory<byte> sealedValue,
        CancellationToken cancellationToken
    );

    /// <summary>Drops a key from memory; it stays stored.</summary>
    void Release(KeyId key);

    /// <summary>Destroys keys: what they sealed cannot be opened any more, in any copy of the database.</summary>
    ValueTask DestroyAsync(IReadOnlyCollection<KeyId> keys, CancellationToken cancellationToken);
}
