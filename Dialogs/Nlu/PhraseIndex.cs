using System.Collections.Frozen;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu;

/// <summary>Phrases by how they start: a message of any length costs two look-ups a word.</summary>
/// <typeparam name="T">What a phrase means.</typeparam>
internal sealed class PhraseIndex<T>
{
    /// <summary>Beginnings are looked up by this many of their letters: all of them have as many.</summary>
    private const int KeyLength = 3;
    private static readonly (PhrasePattern, T)[] None = [];

    private readonly FrozenDictionary<string, (PhrasePattern, T)[]>.AlternateLookup<
        ReadOnlySpan<char>
    > _byWord;
    private readonly FrozenDictionary<string, (PhrasePattern, T)[]>.AlternateLookup<
        ReadOnlySpan<char>
    > _byBeginning;

    /// <exception cref="FormatException">A phrase starts with a beginning that is too short.</exception>
    public PhraseIndex(IEnumerable<(PhrasePattern Pattern, T Meaning)> phrases)
    {
        var firsts = phrases
            .SelectMany(phrase =>
                phrase.Pattern.FirstWords.Select(first => (First: first, Phrase: phrase))
            )
            .ToArray();
        _byWord = Group(firsts.Where(pair => pair.First[^1] != '*'), first => first);
        _byBeginning = Group(
            firsts.Where(pair => pair.First[^1] == '*'),
            first =>
                first.Length > KeyLength
                    ? first[..KeyLength]
                    : throw new FormatException($"« {first} » is too short to start a phrase.")
        );
    }

    /// <summary>The phrases that may start at a token with this very word.</summary>
    public ReadOnlySpan<(PhrasePattern Pattern, T Meaning)> ByWord(FoldedText text, int index) =>
        _byWord.TryGetValue(text.At(index), out var phrases) ? phrases : None;

    /// <summary>The phrases that may start at a token with a beginning of its word.</summary>
    public ReadOnlySpan<(PhrasePattern Pattern, T Meaning)> ByBeginning(
        FoldedText text,
        int index
    ) =>
        text.At(index) is { Length: >= KeyLength } word
        && _byBeginning.TryGetValue(word[..KeyLength], out var phrases)
            ? phrases
            : None;

    private static FrozenDictionary<string, (PhrasePattern, T)[]>.AlternateLookup<
        ReadOnlySpan<char>
    > Group(
        IEnumerable<(string First, (PhrasePattern, T) Phrase)> firsts,
        Func<string, string> key
    ) =>
        firsts
            .GroupBy(pair => key(pair.First), pair => pair.Phrase, StringComparer.Ordinal)
            .ToFrozenDictionary(
                group => group.Key,
                group => group.ToArray(),
                StringComparer.Ordinal
            )
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
