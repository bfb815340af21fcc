using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Text;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu;

/// <summary>
/// Writes a message as a lexicon spells it: messages' abbreviations in full, « jarrive » in two words, letters repeated once,
/// one keystroke forgiven in a long word. Words that the lexicon does not concern stay as they are.
/// </summary>
internal sealed class Spelling
{
    /// <summary>Shortest word in which one keystroke is forgiven.</summary>
    private const int FuzzyFrom = 6;

    /// <summary>Shortest word that may stand after a glued « j », « n », « m »…</summary>
    private const int GluedFrom = 3;

    /// <summary>Beginnings are looked up by this many of their letters.</summary>
    private const int BeginningKey = 3;

    private readonly FrozenDictionary<string, string>.AlternateLookup<
        ReadOnlySpan<char>
    > _abbreviations;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _known;
    private readonly FrozenDictionary<(char First, int Length), Lettered[]> _long;
    private readonly FrozenDictionary<char, Lettered[]> _longBeginnings;
    private readonly FrozenDictionary<string, string[]>.AlternateLookup<
        ReadOnlySpan<char>
    > _beginnings;

    /// <param name="phrases">The lexicon's phrases.</param>
    /// <param name="rules">How people spell.</param>
    public Spelling(IReadOnlyCollection<PhrasePattern> phrases, SpellingRules rules)
    {
        var words = phrases
            .SelectMany(phrase => phrase.WholeWords)
            .ToHashSet(StringComparer.Ordinal);
        _beginnings = phrases
            .SelectMany(phrase => phrase.Beginnings)
            .Where(beginning => beginning.Length >= BeginningKey)
            .Distinct(StringComparer.Ordinal)
            .GroupBy(beginning => beginning[..BeginningKey], StringComparer.Ordinal)
            .ToFrozenDictionary(
                group => group.Key,
                group => group.ToArray(),
                StringComparer.Ordinal
            )
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _abbreviations = rules
            .Abbreviations.ToFrozenDictionary(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _known = words
            .Concat(rules.Kept)
            .ToFrozenSet(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _longBeginnings = phrases
            .SelectMany(phrase => phrase.Beginnings)
            .Where(beginning => beginning.Length >= FuzzyFrom)
            .Distinct(StringComparer.Ordinal)
            .GroupBy(beginning => beginning[0])
            .ToFrozenDictionary(
                group => group.Key,
                group => group.Select(beginning => new Lettered(beginning)).ToArray()
            );
        _long = words
            .Where(word => word.Length >= FuzzyFrom)
            .GroupBy(word => (word[0], word.Length))
            .ToFrozenDictionary(
                group => group.Key,
                group =>
                    group.Order(StringComparer.Ordinal).Select(word => new Lettered(word)).ToArray()
            );
    }

    /// <summary>The message as the lexicon spells it; the same object when nothing differs.</summary>
    [SuppressMessage(
        "Privacy",
        "CBS0002:Patient data is made part of a text",
        Justification = "The corrected words become a FoldedText again at once."
    )]
    public FoldedText Corrected(FoldedText text)
    {
        StringBuilder? written = null;
        var copied = 0;
        foreach (var token in text.Tokens)
        {
            if (token.IsNumber || Correction(text.Of(token)) is not { } correction)
            {
                continue;
            }

            written ??= new StringBuilder(text.Folded.Length + 16);
            written.Append(text.Folded.AsSpan(copied, token.Start - copied)).Append(correction);
            copied = token.End;
        }

        return written is null
            ? text
            : FoldedText.Of(written.Append(text.Folded.AsSpan(copied)).ToString());
    }

    private string? Correction(ReadOnlySpan<char> word)
    {
        if (_abbreviations.TryGetValue(word, out var full))
        {
            return full;
        }

        if (IsKnown(word))
        {
            return null;
        }

        if (Unglued(word) is { } two)
        {
            return two;
        }

        Span<char> once = stackalloc char[Math.Min(word.Length, 40)];
        var length = WithoutRepeats(word, once);
        if (length < word.Length && IsKnown(once[..length]))
        {
            return once[..length].ToString();
        }

        return Nearest(word);
    }

    private bool IsKnown(ReadOnlySpan<char> word)
    {
        if (_known.Contains(word))
        {
            return true;
        }

        if (
            word.Length < BeginningKey
            || !_beginnings.TryGetValue(word[..BeginningKey], out var beginnings)
        )
        {
            return false;
        }

        foreach (var beginning in beginnings)
        {
            if (word.StartsWith(beginning, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>« jarrive », « letouffe », « cest »: the elided word glued to the next.</summary>
    private string? Unglued(ReadOnlySpan<char> word)
    {
        var isGlued =
            word.Length > GluedFrom
            && word[0] is 'j' or 'n' or 'm' or 't' or 's' or 'l' or 'd' or 'c'
            && (word[0] is 'j' || word[1] is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'h');
        if (!isGlued)
        {
            return null;
        }

        return IsKnown(word[1..]) ? $"{word[0]} {word[1..]}"
            : _abbreviations.TryGetValue(word[1..], out var full) ? $"{word[0]} {full}"
            : word[0] is 'j' && Nearest(word[1..]) is { } near ? $"{word[0]} {near}"
            : null;
    }

    /// <summary>« malllll »: a letter said three times or more is written once.</summary>
    private static int WithoutRepeats(ReadOnlySpan<char> word, Span<char> once)
    {
        var written = 0;
        for (var i = 0; i < word.Length && written < once.Length; i++)
        {
            var isThird =
                (i > 1 && word[i] == word[i - 1] && word[i] == word[i - 2])
                || (
                    i > 0 && i + 1 < word.Length && word[i] == word[i - 1] && word[i] == word[i + 1]
                );
            if (!isThird)
            {
                once[written++] = word[i];
            }
        }

        return written;
    }

    private string? Nearest(ReadOnlySpan<char> word)
    {
        if (word.Length < FuzzyFrom)
        {
            return null;
        }

        var letters = LettersOf(word);
        for (var length = Math.Max(FuzzyFrom, word.Length - 1); length <= word.Length + 1; length++)
        {
            if (!_long.TryGetValue((word[0], length), out var candidates))
            {
                continue;
            }

            foreach (var candidate in candidates)
            {
                if (
                    LacksOne(letters, candidate.Letters)
                    && LacksOne(candidate.Letters, letters)
                    && EditDistance.Within(word, candidate.Word, 1)
                )
                {
                    return candidate.Word;
                }
            }
        }

        return NearestBeginning(word, letters);
    }

    /// <summary>« paralisee » begins as « paralys* » does, but for one keystroke.</summary>
    private string? NearestBeginning(ReadOnlySpan<char> word, uint letters)
    {
        if (!_longBeginnings.TryGetValue(word[0], out var beginnings))
        {
            return null;
        }

        foreach (var (beginning, ofBeginning) in beginnings)
        {
            if (!LacksOne(letters, ofBeginning))
            {
                continue;
            }

            for (
                var length = beginning.Length - 1;
                length <= Math.Min(word.Length, beginning.Length + 1);
                length++
            )
            {
                if (EditDistance.Within(word[..length], beginning, 1))
                {
                    return $"{beginning}{word[length..]}";
                }
            }
        }

        return null;
    }

    /// <summary>One keystroke puts in one letter that was not there, at most: most words are told apart without comparing them.</summary>
    private static bool LacksOne(uint letters, uint wanted) =>
        BitOperations.PopCount(wanted & ~letters) <= 1;

    /// <summary>The letters of a word, a bit each; others share bits, the same ones in every word.</summary>
    private static uint LettersOf(ReadOnlySpan<char> word)
    {
        var letters = 0u;
        foreach (var c in word)
        {
            letters |= 1u << (c & 31);
        }

        return letters;
    }

    private readonly record struct Lettered(string Word, uint Letters)
    {
        public Lettered(string word)
            : this(word, LettersOf(word)) { }
    }
}
