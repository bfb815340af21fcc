using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ChatbotSante.Bot.Storage;

/// <summary>How an audit entry's hash is made: HMAC-SHA-256 over the one before and the entry's own fields.</summary>
internal static class AuditChain
{
    /// <summary>The hash before the first entry.</summary>
    public static byte[] Origin { get; } = new byte[HMACSHA256.HashSizeInBytes];

    public static byte[] Hash(
        byte[] key,
        byte[] previous,
        string chain,
        long sequence,
        long at,
        string actor,
        string action,
        string subject
    )
    {
        var fields = Encoding.UTF8.GetBytes(string.Join('\n', chain, actor, action, subject));
        var input = new byte[previous.Length + 16 + fields.Length];
        previous.CopyTo(input, 0);
        BinaryPrimitives.WriteInt64BigEndian(input.AsSpan(previous.Length), sequence);
        BinaryPrimitives.WriteInt64BigEndian(input.AsSpan(previous.Length + 8), at);
        fields.CopyTo(input, previous.Length + 16);
        return HMACSHA256.HashData(key, input);
    }
}
