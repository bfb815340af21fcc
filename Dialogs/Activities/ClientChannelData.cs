using System.Text.Json.Serialization;

namespace ChatbotSante.Dialogs.Activities;

/// <summary>The one field of <c>channelData</c> this bot reads: the client's own id of the activity.</summary>
public sealed record ClientChannelData
{
    [JsonPropertyName("clientActivityID")]
    public string? ClientActivityId { get; init; }
}
