namespace ChatbotSante.Dialogs.Nlu;

/// <summary>How people spell in messages, from <c>Content/fr-FR/lexicon/orthographe.yml</c>.</summary>
/// <param name="Abbreviations">Spellings of messages and what they stand for, folded: <c>jsuis</c>, <c>je suis</c>.</param>
/// <param name="Kept">Ordinary words that look like a word of a lexicon, and are not it.</param>
public sealed record SpellingRules(
    IReadOnlyDictionary<string, string> Abbreviations,
    IReadOnlyList<string> Kept
);
