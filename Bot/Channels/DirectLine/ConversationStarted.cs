using System.Text.Json.Serialization;

namespace ChatbotSante.Bot.Channels.DirectLine;

/// <summary>What a page gets when it opens, or comes back to, a conversation.</summary>
internal sealed record ConversationStarted
{
    public required string ConversationId { get; init; }
    public required string Token { get; init; }

    /// <summary>Life of the token, in seconds.</summary>
    [JsonPropertyName("expires_in")]
    public required int ExpiresIn { get; init; }

    /// <summary>Address of the WebSocket; null with a token alone.</summary>
    public string? StreamUrl { get; init; }
}
