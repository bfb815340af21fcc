using System.Security.Cryptography;
using ChatbotSante.Bot.Ports;

namespace ChatbotSante.Bot.Sealing;

/// <summary>Seals what travels between nodes, under a key that every node of the installation derives.</summary>
internal sealed class TransitSealer(IInstallationSecrets secrets) : ITransitSealer, IDisposable
{
    private static readonly KeyId TransitKey = new(Guid.Empty);

    private readonly ThreadLocal<AesGcm> _aes = new(() =>
        new AesGcm(secrets.Derive("transit"), tagSizeInBytes: 16)
    );

    /// <inheritdoc />
    public byte[] Seal(string context, ReadOnlySpan<byte> plain) =>
        SealFormat.Seal(_aes.Value!, TransitKey, Row(context), plain);

    /// <inheritdoc />
    public byte[] Open(string context, ReadOnlySpan<byte> sealedBytes)
    {
        SealFormat.KeyOf(sealedBytes);
        return SealFormat.Open(_aes.Value!, Row(context), sealedBytes);
    }

    private static SealedRow Row(string context) => new("transit", context, 0);

    public void Dispose() => _aes.Dispose();
}
