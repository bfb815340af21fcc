using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Activities;

/// <summary>
/// An activity this bot sends. There is no way to make a trace of it: the types it can have are those of
/// <see cref="ActivityTypes"/> that a patient may receive.
/// </summary>
public sealed record OutgoingActivity
{
    public required string Type { get; init; }
    public required string Id { get; init; }
    public required DateTimeOffset Timestamp { get; init; }
    public required string ChannelId { get; init; }
    public required ChannelAccount From { get; init; }
    public ChannelAccount? Recipient { get; init; }
    public required ConversationAccount Conversation { get; init; }
    public string? Locale { get; init; }
    public string? TextFormat { get; init; }

    /// <summary>What the bot says, or the echo of what the patient wrote.</summary>
    [IdentityData]
    public string? Text { get; init; }
    public string? InputHint { get; init; }
    public string? ReplyToId { get; init; }
    public string? ServiceUrl { get; init; }
    public SuggestedActions? SuggestedActions { get; init; }
    public ClientChannelData? ChannelData { get; init; }
}
