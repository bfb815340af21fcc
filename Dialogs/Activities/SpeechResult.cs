namespace ChatbotSante.Dialogs.Activities;

/// <summary>What speech recognition made of a message, as Web Chat sends it in <c>channelData.speech</c>.</summary>
public sealed record SpeechResult
{
    /// <summary>Best first. What they transcribe stays in the message's text.</summary>
    public IReadOnlyList<SpeechAlternative>? Alternatives { get; init; }
}
