using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Activities;

/// <summary>One activity on its way to its conversation: the bytes a channel sent, and what the channel vouches for.</summary>
/// <param name="Key">The conversation.</param>
/// <param name="Reference">Where replies go; built by the channel's endpoint, not read from the bytes.</param>
/// <param name="Json">The activity as received, at most <see cref="ActivityReader.MaxBytes"/> bytes.</param>
/// <param name="Activity">The same, read.</param>
public sealed record InboundActivity(
    ConversationKey Key,
    ConversationReference Reference,
    [property: IdentityData] ReadOnlyMemory<byte> Json,
    Activity Activity
);
