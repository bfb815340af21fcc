using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu;

/// <summary>The acts that have a sheet in the content, as patients name them.</summary>
public sealed class ActVocabulary
{
    private readonly PhraseIndex<string> _phrases;
    private readonly Spelling _spelling;

    /// <param name="acts">Identifier of each act, and its wordings in the notation of <see cref="PhrasePattern"/>.</param>
    /// <param name="spelling">How people spell.</param>
    /// <exception cref="FormatException">A wording is not in the notation.</exception>
    public ActVocabulary(
        IEnumerable<(string Act, IReadOnlyList<string> Phrases)> acts,
        SpellingRules spelling
    )
    {
        ArgumentNullException.ThrowIfNull(acts);
        ArgumentNullException.ThrowIfNull(spelling);
        var phrases = acts.SelectMany(act =>
                act.Phrases.Select(phrase => (Pattern: new PhrasePattern(phrase), act.Act))
            )
            .ToArray();
        _phrases = new PhraseIndex<string>(phrases);
        _spelling = new Spelling([.. phrases.Select(phrase => phrase.Pattern)], spelling);
    }

    /// <summary>The first act named, or null.</summary>
    public string? ActIn(FoldedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var written = _spelling.Corrected(text);
        for (var i = 0; i < written.Tokens.Length; i++)
        {
            foreach (var (pattern, act) in _phrases.ByWord(written, i))
            {
                if (pattern.EndAt(written, i) >= 0)
                {
                    return act;
                }
            }
        }

        return null;
    }
}
