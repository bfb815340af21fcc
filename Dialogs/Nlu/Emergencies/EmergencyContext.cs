namespace ChatbotSante.Dialogs.Nlu.Emergencies;

/// <summary>How the words came.</summary>
/// <param name="RecognitionConfidence">How sure speech recognition is of the words, in [0, 1]; null when they were typed.</param>
public readonly record struct EmergencyContext(double? RecognitionConfidence)
{
    /// <summary>Below this, what was said may well be something else: less is needed to ask.</summary>
    public const double PoorBelow = 0.5;

    /// <summary>The words were typed.</summary>
    public static EmergencyContext Written => default;

    /// <summary>The words were heard, badly.</summary>
    public bool IsPoor => RecognitionConfidence < PoorBelow;

    /// <summary>The words were heard.</summary>
    /// <param name="confidence">How sure speech recognition is of them, in [0, 1].</param>
    public static EmergencyContext Heard(double confidence) => new(confidence);
}
