using System.Security.Cryptography;
using System.Text;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Activities;

/// <summary>
/// How a conversation is named inside: the first 128 bits of HMAC-SHA-256 over channel and channel's id, in hexadecimal. Safe
/// to log and to store: what a client chose as an id cannot be read back from it.
/// </summary>
[OperationalData]
public readonly record struct ConversationKey
{
    private readonly string? _value;

    private ConversationKey(string value) => _value = value;

    /// <summary>The 32 hexadecimal digits.</summary>
    public string Value =>
        _value ?? throw new InvalidOperationException("A default ConversationKey names nothing.");

    /// <summary>Makes the key of a conversation.</summary>
    /// <param name="secret">The installation's naming key, 32 bytes.</param>
    /// <param name="channelId">The channel.</param>
    /// <param name="conversationId">The channel's own name of the conversation.</param>
    public static ConversationKey Of(
        ReadOnlySpan<byte> secret,
        string channelId,
        string conversationId
    )
    {
        ArgumentNullException.ThrowIfNull(channelId);
        ArgumentNullException.ThrowIfNull(conversationId);
        Span<byte> name =
            stackalloc byte[
                Encoding.UTF8.GetMaxByteCount(channelId.Length + 1 + conversationId.Length)
            ];
        var written = Encoding.UTF8.GetBytes(channelId, name);
        name[written++] = 0;
        written += Encoding.UTF8.GetBytes(conversationId, name[written..]);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, name[..written], hash);
        return new ConversationKey(Convert.ToHexStringLower(hash[..16]));
    }

    /// <summary>Reads back a stored key.</summary>
    /// <exception cref="ArgumentException">Not 32 hexadecimal digits.</exception>
    public static ConversationKey Parse(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Length == 32 && value.All(char.IsAsciiHexDigitLower)
            ? new ConversationKey(value)
            : throw new ArgumentException(
                "A conversation key is 32 hexadecimal digits.",
                nameof(value)
            );
    }

    public override string ToString() => _value ?? "-";
}
