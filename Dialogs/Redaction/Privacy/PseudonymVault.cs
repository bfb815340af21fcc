using System.Text;

namespace ChatbotSante.Redaction;

/// <summary>
/// Pseudonyms for one turn: « [NOM_1] » for every name of one person, and back. Lives as long as the turn, in memory only; what links
/// one turn to the next is the conversation's memory, which holds no word. For one thread at a time.
/// </summary>
public sealed class PseudonymVault(ConversationMemory memory)
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<DataCategory, List<string>> _numbered = [];

    /// <summary>The text with a pseudonym in the place of every span.</summary>
    /// <param name="text">The text that was analysed.</param>
    /// <param name="result">What was found in it.</param>
    public string Replace(ReadOnlySpan<char> text, RedactionResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var replaced = new StringBuilder(text.Length + 32);
        var at = 0;
        foreach (var span in result.Spans)
        {
            replaced.Append(text[at..span.Start]);
            replaced.Append(PseudonymOf(span.Category, text[span.Start..span.End]));
            at = span.End;
        }

        return replaced.Append(text[at..]).ToString();
    }

    /// <summary>The words that a pseudonym of this turn stands for.</summary>
    /// <returns>False when this turn gave no such pseudonym.</returns>
    public bool TryResolve(string pseudonym, out PatientText? words)
    {
        ArgumentNullException.ThrowIfNull(pseudonym);
        words = _values.TryGetValue(pseudonym, out var value) ? new PatientText(value) : null;
        return words is not null;
    }

    public override string ToString() => PatientText.Mask;

    private string PseudonymOf(DataCategory category, ReadOnlySpan<char> words)
    {
        var number =
            category == DataCategory.Name ? memory.Remember(words) : NumberOf(category, words);
        var pseudonym = $"{Placeholder.Of(category)[..^1]}_{number}]";
        _values.TryAdd(pseudonym, words.ToString());
        return pseudonym;
    }

    /// <summary>Other values are numbered in the turn alone.</summary>
    private int NumberOf(DataCategory category, ReadOnlySpan<char> words)
    {
        if (!_numbered.TryGetValue(category, out var known))
        {
            _numbered[category] = known = [];
        }

        var value = FoldedText.FoldWord(words.ToString());
        var index = known.IndexOf(value);
        if (index < 0)
        {
            known.Add(value);
            index = known.Count - 1;
        }

        return index + 1;
    }
}
