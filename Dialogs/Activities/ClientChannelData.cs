using System.Text.Json.Serialization;

namespace ChatbotSante.Dialogs.Activities;

/// <summary>What this bot reads of <c>channelData</c>: the client's own id of the activity, and how well it was heard.</summary>
public sealed record ClientChannelData
{
    [JsonPropertyName("clientActivityID")]
    public string? ClientActivityId { get; init; }

    /// <summary>Null when the message was typed.</summary>
    public SpeechResult? Speech { get; init; }
}
