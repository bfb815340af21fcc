using System.Collections.Frozen;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu;

/// <summary>Phrases by their first word: a message of any length costs one look-up a word.</summary>
/// <typeparam name="T">What a phrase means.</typeparam>
internal sealed class PhraseIndex<T>
{
    private readonly FrozenDictionary<string, (string[] Words, T Meaning)[]>.AlternateLookup<
        ReadOnlySpan<char>
    > _byFirst;

    public PhraseIndex(IEnumerable<(string[] Words, T Meaning)> phrases) =>
        _byFirst = phrases
            .GroupBy(phrase => phrase.Words[0], StringComparer.Ordinal)
            .ToFrozenDictionary(
                group => group.Key,
                group => group.ToArray(),
                StringComparer.Ordinal
            )
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The phrases that may start at a token.</summary>
    public ReadOnlySpan<(string[] Words, T Meaning)> StartingAt(FoldedText text, int index) =>
        _byFirst.TryGetValue(text.At(index), out var phrases) ? phrases : [];
}
