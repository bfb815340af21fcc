namespace ChatbotSante.Training.Intents;

/// <summary>What may be tried on the command line.</summary>
internal sealed record IntentTrainingOptions
{
    /// <summary>Things said of each label.</summary>
    public int PerLabel { get; init; } = 1500;

    /// <summary>Weight of the squared weights.</summary>
    public float L2 { get; init; } = 3e-7f;

    /// <summary>Passes over all that is said.</summary>
    public int Rounds { get; init; } = 30;
}
