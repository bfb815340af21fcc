using System.Collections.Frozen;

namespace ChatbotSante.Redaction;

/// <summary>
/// The words the detectors know, read once from the lists beside this file. One look-up a word tells all that is known of it.
/// </summary>
internal sealed class FrenchVocabulary
{
    private const int StemKeyLength = 4;

    private readonly FrozenDictionary<string, WordInfo>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly FrozenDictionary<ulong, (string Stem, WordInfo Info)[]> _stems;
    private readonly Phrase[][] _phrases;

    private FrenchVocabulary(
        Dictionary<string, WordInfo> words,
        List<(string Stem, WordInfo Info)> stems,
        Phrase[][] phrases
    )
    {
        _words = words
            .ToFrozenDictionary(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _stems = stems
            .GroupBy(stem => KeyOf(stem.Stem))
            .ToFrozenDictionary(
                group => group.Key,
                group => group.OrderByDescending(stem => stem.Stem.Length).ToArray()
            );
        _phrases = phrases;
    }

    public static FrenchVocabulary Shared { get; } = new VocabularyReader().Read();

    public static FrenchVocabulary Create(
        Dictionary<string, WordInfo> words,
        List<(string Stem, WordInfo Info)> stems,
        Phrase[][] phrases
    ) => new(words, stems, phrases);

    /// <summary>What is known of a folded word.</summary>
    public WordInfo Find(ReadOnlySpan<char> folded)
    {
        if (
            _words.TryGetValue(folded, out var info)
            && (info.Health is not null || info.Flags != WordFlags.None || info.LabelPlusOne != 0)
        )
        {
            return info;
        }

        if (folded.Length >= StemKeyLength && _stems.TryGetValue(KeyOf(folded), out var stems))
        {
            foreach (var (stem, found) in stems)
            {
                if (folded.StartsWith(stem, StringComparison.Ordinal))
                {
                    return found with { PhrasesPlusOne = info.PhrasesPlusOne };
                }
            }
        }

        return info;
    }

    /// <summary>The phrases that begin with a word, the longest first.</summary>
    public ReadOnlySpan<Phrase> PhrasesOf(WordInfo info) =>
        info.PhrasesPlusOne == 0 ? [] : _phrases[info.PhrasesPlusOne - 1];

    private static ulong KeyOf(ReadOnlySpan<char> word) =>
        ((ulong)word[0] << 48) | ((ulong)word[1] << 32) | ((ulong)word[2] << 16) | word[3];
}
