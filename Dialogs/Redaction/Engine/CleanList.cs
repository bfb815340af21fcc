using System.Collections.Immutable;

namespace ChatbotSante.Redaction;

/// <summary>
/// What everybody may know and is never hidden: the clinic's own telephone, address, e-mail, site and name. The only veto there is.
/// </summary>
public sealed class CleanList
{
    private readonly ImmutableArray<string> _texts;

    private CleanList(ImmutableArray<string> texts) => _texts = texts;

    public static CleanList Empty { get; } = new([]);

    /// <summary>Makes a list of texts; capitals, accents, and in numbers the separators, do not count.</summary>
    public static CleanList Of(params ReadOnlySpan<string> texts)
    {
        var folded = ImmutableArray.CreateBuilder<string>();
        foreach (var text in texts)
        {
            var compact = Compact(FoldedText.FoldWord(text));
            if (compact.Length >= 3)
            {
                folded.Add(compact);
            }
        }

        return new CleanList(folded.ToImmutable());
    }

    internal bool IsEmpty => _texts.IsEmpty;

    /// <summary>Whether a folded span is one of the texts.</summary>
    internal bool Contains(ReadOnlySpan<char> folded)
    {
        foreach (var text in _texts)
        {
            if (IsSame(folded, text))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSame(ReadOnlySpan<char> folded, string compact)
    {
        var at = 0;
        foreach (var c in folded)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('@' or '+'))
            {
                continue;
            }

            if (at == compact.Length || compact[at++] != c)
            {
                return false;
            }
        }

        return at == compact.Length;
    }

    private static string Compact(string folded) =>
        string.Concat(folded.Where(c => char.IsLetterOrDigit(c) || c is '@' or '+'));
}
