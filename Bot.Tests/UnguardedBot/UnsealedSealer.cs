using ChatbotSante.Bot.Ports;

namespace ChatbotSante.UnguardedBot;

/// <summary>Seals nothing: the value stands behind its key's name.</summary>
internal sealed class UnsealedSealer(ISealer keys) : ISealer
{
    private const int HeaderLength = 17;

    public ValueTask<KeyId> NewKeyAsync(CancellationToken cancellationToken) =>
        keys.NewKeyAsync(cancellationToken);

    public ValueTask<KeyId> NewUndatedKeyAsync(CancellationToken cancellationToken) =>
        keys.NewUndatedKeyAsync(cancellationToken);

    public ValueTask<byte[]> SealAsync(
        KeyId key,
        SealedRow row,
        ReadOnlyMemory<byte> plain,
        CancellationToken cancellationToken
    )
    {
        var output = new byte[HeaderLength + plain.Length];
        key.Value.TryWriteBytes(output.AsSpan(1), bigEndian: true, out _);
        plain.CopyTo(output.AsMemory(HeaderLength));
        return ValueTask.FromResult(output);
    }

    public ValueTask<byte[]?> OpenAsync(
        SealedRow row,
        ReadOnlyMemory<byte> sealedValue,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult<byte[]?>(sealedValue[HeaderLength..].ToArray());

    public void Release(KeyId key) => keys.Release(key);

    public ValueTask DestroyAsync(
        IReadOnlyCollection<KeyId> destroyed,
        CancellationToken cancellationToken
    ) => keys.DestroyAsync(destroyed, cancellationToken);
}
