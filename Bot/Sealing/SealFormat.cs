using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ChatbotSante.Bot.Ports;

namespace ChatbotSante.Bot.Sealing;

/// <summary>The bytes of a sealed value: <c>version (1) | key id (16) | nonce (12) | ciphertext | tag (16)</c>.</summary>
internal static class SealFormat
{
    /// <summary>The version written; every version ever written can be opened.</summary>
    public const byte Version = 1;

    private const int KeyIdLength = 16;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int HeaderLength = 1 + KeyIdLength + NonceLength;

    public static byte[] Seal(AesGcm aes, KeyId key, SealedRow row, ReadOnlySpan<byte> plain)
    {
        var output = new byte[HeaderLength + plain.Length + TagLength];
        output[0] = Version;
        key.Value.TryWriteBytes(output.AsSpan(1, KeyIdLength), bigEndian: true, out _);
        var nonce = output.AsSpan(1 + KeyIdLength, NonceLength);
        Nonces.Fill(nonce);
        Span<byte> associated = stackalloc byte[256];
        aes.Encrypt(
            nonce,
            plain,
            output.AsSpan(HeaderLength, plain.Length),
            output.AsSpan(HeaderLength + plain.Length),
            associated[..Associate(row, associated)]
        );
        return output;
    }

    /// <summary>The key a sealed value wants.</summary>
    /// <exception cref="SealBrokenException">Not a sealed value of a version this build knows.</exception>
    public static KeyId KeyOf(ReadOnlySpan<byte> sealedValue) =>
        sealedValue.Length >= HeaderLength + TagLength && sealedValue[0] == Version
            ? new KeyId(new Guid(sealedValue.Slice(1, KeyIdLength), bigEndian: true))
            : throw new SealBrokenException();

    /// <exception cref="SealBrokenException">Altered, cut short, or of another row or revision.</exception>
    public static byte[] Open(AesGcm aes, SealedRow row, ReadOnlySpan<byte> sealedValue)
    {
        KeyOf(sealedValue);
        var length = sealedValue.Length - HeaderLength - TagLength;
        var plain = new byte[length];
        Span<byte> associated = stackalloc byte[256];
        try
        {
            aes.Decrypt(
                sealedValue.Slice(1 + KeyIdLength, NonceLength),
                sealedValue.Slice(HeaderLength, length),
                sealedValue[(HeaderLength + length)..],
                plain,
                associated[..Associate(row, associated)]
            );
        }
        catch (AuthenticationTagMismatchException inner)
        {
            throw new SealBrokenException(inner);
        }

        return plain;
    }

    private static int Associate(SealedRow row, Span<byte> output)
    {
        var written = Encoding.UTF8.GetBytes(row.Table, output);
        output[written++] = 0;
        written += Encoding.UTF8.GetBytes(row.Id, output[written..]);
        output[written++] = 0;
        BinaryPrimitives.WriteInt64BigEndian(output[written..], row.Revision);
        return written + sizeof(long);
    }
}
