using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Activities;

/// <summary>One activity of a conversation's stream, rendered for its channel.</summary>
/// <param name="Sequence">Its place in the stream, strictly increasing within a conversation, never reused.</param>
/// <param name="Json">The <see cref="OutgoingActivity"/> as UTF-8 JSON.</param>
public readonly record struct StreamedActivity(
    long Sequence,
    [property: IdentityData] ReadOnlyMemory<byte> Json
);
