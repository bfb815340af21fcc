namespace ChatbotSante.Dialogs.Nlu.Intents;

/// <summary>One label, and how likely it is.</summary>
/// <param name="Label">The stable label: an intent's, or one of <see cref="IntentLabels.Emergency"/>, <see cref="IntentLabels.Yes"/> and
/// <see cref="IntentLabels.No"/>, which are none.</param>
/// <param name="Intent">The intent; null for what is none.</param>
/// <param name="Probability">Calibrated probability that it is right, in [0, 1].</param>
public readonly record struct IntentGuess(string Label, Intent? Intent, float Probability);
