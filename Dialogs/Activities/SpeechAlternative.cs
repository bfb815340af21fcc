namespace ChatbotSante.Dialogs.Activities;

/// <summary>One way to hear a message.</summary>
public sealed record SpeechAlternative
{
    /// <summary>How sure recognition is, in [0, 1]; null when it does not say.</summary>
    public double? Confidence { get; init; }
}
