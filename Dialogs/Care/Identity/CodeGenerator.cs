using System.Buffers.Binary;
using System.Security.Cryptography;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Care.Identity;

/// <summary>
/// The code of a challenge: HMAC-SHA-256 of its identifier, truncated as in RFC 4226. No code is stored anywhere: a state that
/// holds the identifier says nothing of it without the key.
/// </summary>
public static class CodeGenerator
{
    private const uint Codes = 1_000_000;

    /// <param name="secret">The installation's key of codes, 32 bytes.</param>
    /// <param name="challenge">The challenge.</param>
    public static OneTimeCode Of(ReadOnlySpan<byte> secret, ChallengeId challenge)
    {
        Span<byte> id = stackalloc byte[16];
        challenge.Value.TryWriteBytes(id, bigEndian: true, out _);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, id, hash);

        // Eight bytes instead of RFC 4226's four: the codes are then as good as equally likely.
        var offset = hash[^1] & 0x0f;
        var number = BinaryPrimitives.ReadUInt64BigEndian(hash[offset..]);
        return OneTimeCode.Of((int)(number % Codes));
    }

    /// <summary>Compares in a time that does not depend on the code.</summary>
    public static bool Matches(ReadOnlySpan<byte> secret, ChallengeId challenge, OneTimeCode code)
    {
        Span<byte> expected = stackalloc byte[OneTimeCode.Digits];
        Span<byte> typed = stackalloc byte[OneTimeCode.Digits];
        System.Text.Encoding.ASCII.GetBytes(Of(secret, challenge).Reveal(), expected);
        System.Text.Encoding.ASCII.GetBytes(code.Reveal(), typed);
        return CryptographicOperations.FixedTimeEquals(expected, typed);
    }
}
