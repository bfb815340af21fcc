namespace ChatbotSante.Training.Intents;

/// <summary>One thing said, as the classifier sees it.</summary>
/// <param name="Label">Index of its label.</param>
/// <param name="Group">The line it comes from.</param>
/// <param name="Features">Hashes and what each counts for; some stand several times.</param>
internal sealed record IntentSample(int Label, int Group, (uint Feature, short Weight)[] Features);
