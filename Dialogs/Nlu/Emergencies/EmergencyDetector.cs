using System.Buffers;
using System.Collections.Frozen;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu.Emergencies;

/// <summary>Finds the clear wordings of emergencies, on the raw text. Deterministic, without state, works with all else down.</summary>
/// <remarks>What is denied, past, feared or told of somebody dead gives an unclear signal: the bot asks one question.</remarks>
public sealed class EmergencyDetector
{
    private const int NegationReach = 3;
    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(".,;:!?");

    /// <summary>The phrases by each whole word they can start with; those that start with a beginning of a word apart.</summary>
    private readonly FrozenDictionary<string, Phrase[]>.AlternateLookup<
        ReadOnlySpan<char>
    > _byFirst;
    private readonly Phrase[] _byBeginning;
    private readonly string[] _codes;

    public EmergencyDetector(IReadOnlyList<EmergencyFamily> families)
    {
        ArgumentNullException.ThrowIfNull(families);
        _codes = [.. families.Select(family => family.Code)];
        var phrases = families
            .SelectMany(
                (family, rank) =>
                    family.Phrases.Select(phrase => new Phrase(
                        rank,
                        Compile(phrase.TrimStart('=')),
                        phrase.StartsWith('=')
                    ))
            )
            .ToArray();
        _byFirst = phrases
            .SelectMany(phrase =>
                phrase.Words[0].Where(first => first[^1] != '*').Select(first => (first, phrase))
            )
            .GroupBy(pair => pair.first, pair => pair.phrase, StringComparer.Ordinal)
            .ToFrozenDictionary(
                group => group.Key,
                group => group.ToArray(),
                StringComparer.Ordinal
            )
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _byBeginning =
        [
            .. phrases.Where(phrase => Array.Exists(phrase.Words[0], first => first[^1] == '*')),
        ];
    }

    /// <summary>The first family said, clear ones before unclear ones; null when there is none.</summary>
    public EmergencySignal? Detect(FoldedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clear = int.MaxValue;
        var unclear = int.MaxValue;
        var isElsewhere = (bool?)null;
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            var whole = _byFirst.TryGetValue(text.At(i), out var starting) ? starting : [];
            Find(text, i, whole, ref clear, ref unclear, ref isElsewhere);
            Find(text, i, _byBeginning, ref clear, ref unclear, ref isElsewhere);
        }

        return clear != int.MaxValue ? new EmergencySignal(_codes[clear], IsClear: true)
            : unclear != int.MaxValue ? new EmergencySignal(_codes[unclear], IsClear: false)
            : null;
    }

    private static void Find(
        FoldedText text,
        int at,
        Phrase[] phrases,
        ref int clear,
        ref int unclear,
        ref bool? isElsewhere
    )
    {
        foreach (var phrase in phrases)
        {
            if (
                phrase.Rank >= clear
                || !(
                    phrase.IsWhole ? IsAll(text, at, phrase) : MatchesAt(text, at, phrase.Words, 0)
                )
            )
            {
                continue;
            }

            isElsewhere ??= IsElsewhere(text);
            if (isElsewhere == true || IsDenied(text, at))
            {
                unclear = Math.Min(unclear, phrase.Rank);
            }
            else
            {
                clear = phrase.Rank;
            }
        }
    }

    private static string[][] Compile(string phrase) =>
        [
            .. FoldedText
                .FoldWord(phrase)
                .Split([' ', '\''], StringSplitOptions.RemoveEmptyEntries)
                .Select(word => Alternatives(word).ToArray()),
        ];

    /// <summary>The ligature folds to one letter: « cœur » is « ceur ».</summary>
    private static IEnumerable<string> Alternatives(string word) =>
        word.Split('|')
            .SelectMany(form => new[] { form, form.Replace("oe", "e", StringComparison.Ordinal) })
            .Distinct(StringComparer.Ordinal);

    /// <summary>Whether the phrase is all there is to the message; such a phrase has no <c>_</c>.</summary>
    private static bool IsAll(FoldedText text, int at, Phrase phrase) =>
        at == 0
        && text.Tokens.Length == phrase.Words.Length
        && MatchesAt(text, at, phrase.Words, 0);

    private static bool MatchesAt(FoldedText text, int at, string[][] phrase, int word)
    {
        if (word == phrase.Length)
        {
            return true;
        }

        if (phrase[word] is ["_"])
        {
            return MatchesAt(text, at, phrase, word + 1)
                || (at < text.Tokens.Length && MatchesAt(text, at + 1, phrase, word + 1));
        }

        return at < text.Tokens.Length
            && IsOneOf(text.At(at), phrase[word])
            && MatchesAt(text, at + 1, phrase, word + 1);
    }

    private static bool IsOneOf(ReadOnlySpan<char> token, string[] alternatives)
    {
        foreach (var alternative in alternatives)
        {
            var matches =
                alternative[^1] == '*'
                    ? token.StartsWith(
                        alternative.AsSpan(0, alternative.Length - 1),
                        StringComparison.Ordinal
                    )
                    : token.SequenceEqual(alternative);
            if (matches)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Denied in the same clause: « je n'ai pas dormi, j'étouffe » denies nothing.</summary>
    private static bool IsDenied(FoldedText text, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - NegationReach); i--)
        {
            if (
                text.Folded.AsSpan()[text.Tokens[i].End..text.Tokens[i + 1].Start]
                    .IndexOfAny(ClauseEnds) >= 0
            )
            {
                return false;
            }

            if (text.At(i) is "pas" or "aucun" or "aucune" or "sans" or "jamais" or "ni")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Said of the past, of a fear, of a hypothesis, of somebody who died of it.</summary>
    private static bool IsElsewhere(FoldedText text)
    {
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            var year =
                text.Tokens[i].IsNumber
                && text.Tokens[i].Length == 4
                && text.At(i)[..2] is ("19" or "20");
            var past =
                text.At(i)
                is "antecedent"
                    or "antecedents"
                    or "autrefois"
                    or "avais"
                    or "avait"
                    or "etait"
                    or "decede"
                    or "decedee";
            var had = text.At(i) is "eu" && text.At(i - 1) is ("ai" or "a" or "as");
            var died =
                text.Matches(i, ["mort", "d"])
                || text.Matches(i, ["morte", "d"])
                || text.Matches(i, ["mort", "de"]);
            var ago =
                text.Matches(i, ["il", "y", "a"]) && text.HasWord("ans", "an", "mois", "annees");
            var feared =
                (text.At(i) is "peur" or "risque" or "risques" && text.At(i + 1) is "de" or "d")
                || text.Matches(i, ["en", "cas", "de"])
                || text.Matches(i, ["en", "cas", "d"]);
            if (year || past || had || died || ago || feared)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>One wording: rank of its family, for each word what it can be, whether it is the whole message.</summary>
    private sealed record Phrase(int Rank, string[][] Words, bool IsWhole);
}
