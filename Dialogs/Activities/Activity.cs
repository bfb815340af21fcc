using System.Text.Json.Serialization;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Activities;

/// <summary>
/// An activity as a channel sent it (Activity Protocol v3). Only the fields this bot uses exist; unknown ones are skipped.
/// <c>locale</c> is deliberately absent: the language is the clinic's.
/// </summary>
public sealed record Activity
{
    public string? Type { get; init; }
    public string? Id { get; init; }
    public string? ChannelId { get; init; }
    public string? ServiceUrl { get; init; }
    public string? DeliveryMode { get; init; }
    public string? ReplyToId { get; init; }
    public ChannelAccount? From { get; init; }
    public ChannelAccount? Recipient { get; init; }
    public ConversationAccount? Conversation { get; init; }
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }
    public IReadOnlyList<ActivityAttachment>? Attachments { get; init; }
    public ClientChannelData? ChannelData { get; init; }

    /// <summary>The patient's words.</summary>
    [JsonConverter(typeof(IncomingTextConverter))]
    public PatientText? Text { get; init; }

    /// <summary>What makes a repeated post recognisable: the client's own id if it gave one, else the activity's.</summary>
    [JsonIgnore]
    public string? IdempotencyId => ChannelData?.ClientActivityId ?? Id;

    /// <summary>How sure speech recognition is of the words, in [0, 1]; null when they were typed, or nothing was said of it.</summary>
    [JsonIgnore]
    public double? RecognitionConfidence =>
        ChannelData?.Speech?.Alternatives is [{ Confidence: >= 0 and <= 1 } best, ..]
            ? best.Confidence
            : null;
}
