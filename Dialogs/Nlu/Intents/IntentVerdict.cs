using System.Collections.Immutable;

namespace ChatbotSante.Dialogs.Nlu.Intents;

/// <summary>What a message asks for, by the wordings and the classifier together.</summary>
/// <param name="Label">What to do first; <c>unknown</c> when nothing is sure enough.</param>
/// <param name="Score">Calibrated probability that <paramref name="Label"/> is right, in [0, 1].</param>
/// <param name="Labels">All that is asked for, in the order it was said, <paramref name="Label"/> among them.</param>
/// <param name="Best">The best guess, sure or not.</param>
/// <param name="Second">The next best.</param>
/// <param name="Words">How many words and numbers the message has.</param>
public sealed record IntentVerdict(
    string Label,
    float Score,
    ImmutableArray<string> Labels,
    IntentGuess Best,
    IntentGuess Second,
    int Words
);
