using System.Security.Cryptography;
using System.Text;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Care.Identity;

/// <summary>Counts what is sent to a telephone number without storing it: the first 128 bits of HMAC-SHA-256 over its E.164 form.</summary>
public static class PhoneIndex
{
    /// <summary>Length of an index, in bytes.</summary>
    public const int Length = 16;

    /// <param name="secret">The installation's key of indexes, 32 bytes.</param>
    /// <param name="phone">The number.</param>
    public static byte[] Of(ReadOnlySpan<byte> secret, PhoneNumber phone) =>
        HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(phone.Reveal()))[..Length];
}
