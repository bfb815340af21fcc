using System.Security.Cryptography;
using System.Text;

namespace ChatbotSante.Redaction;

/// <summary>
/// HMAC-SHA-256 of a folded word or number, cut to 128 bits, under a key that the host gives: the only form in which something of a
/// person may be compared later. Never a bare hash, which anyone could compute from a list of names.
/// </summary>
public sealed class KeyedFingerprint
{
    /// <summary>Length of a fingerprint.</summary>
    public const int LengthBytes = 16;

    /// <summary>Least length of a key.</summary>
    public const int MinKeyBytes = 16;

    private const int MaxChars = 128;
    private readonly byte[] _key;

    /// <summary>Takes a copy of a key.</summary>
    /// <exception cref="ArgumentException">The key has less than <see cref="MinKeyBytes"/> bytes.</exception>
    public KeyedFingerprint(ReadOnlySpan<byte> key)
    {
        if (key.Length < MinKeyBytes)
        {
            throw new ArgumentException("The key must have 16 bytes at least.", nameof(key));
        }

        _key = key.ToArray();
    }

    /// <summary>Writes the fingerprint of a text; capitals, accents and what stands between letters and digits do not count.</summary>
    /// <param name="text">The word or number; beyond 128 letters and digits it is not looked at.</param>
    /// <param name="fingerprint">Receives <see cref="LengthBytes"/> bytes.</param>
    public void Write(ReadOnlySpan<char> text, Span<byte> fingerprint)
    {
        Span<char> compact = stackalloc char[MaxChars];
        var count = 0;
        foreach (var c in text)
        {
            if (count < compact.Length && char.IsLetterOrDigit(c))
            {
                compact[count++] = CharacterFolding.Fold(c);
            }
        }

        Span<byte> bytes = stackalloc byte[MaxChars * 3];
        var length = Encoding.UTF8.GetBytes(compact[..count], bytes);
        Span<byte> full = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, bytes[..length], full);
        full[..LengthBytes].CopyTo(fingerprint);
        compact.Clear();
        bytes.Clear();
    }
}
