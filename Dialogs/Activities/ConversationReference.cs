using System.Text.Json.Serialization;

namespace ChatbotSante.Dialogs.Activities;

/// <summary>Where a conversation can be reached: what a proactive message needs.</summary>
public sealed record ConversationReference
{
    /// <summary>The channel: <c>directline</c>, <c>emulator</c>, …</summary>
    public required string ChannelId { get; init; }

    /// <summary>The channel's own name of the conversation.</summary>
    public required string ConversationId { get; init; }

    /// <summary>Where replies are sent; null when the channel fetches them (Direct Line).</summary>
    public string? ServiceUrl { get; init; }

    /// <summary>The user's account on the channel.</summary>
    public string? UserId { get; init; }

    /// <summary>This bot's account on the channel.</summary>
    public string? BotId { get; init; }

    /// <summary>What this build does not know and keeps.</summary>
    [JsonExtensionData]
    public Dictionary<string, System.Text.Json.JsonElement>? Unknown { get; set; }
}
