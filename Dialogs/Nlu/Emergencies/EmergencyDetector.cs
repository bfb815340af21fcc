using System.Buffers;
using System.Globalization;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu.Emergencies;

/// <summary>
/// Finds emergencies on the raw text, twice: by wordings, which can be read and explained, and by what was learned of many others.
/// Deterministic, without state, works with all else down.
/// </summary>
/// <remarks>
/// Both count: what either finds is asked about at least, but where the words of danger are those of a saying and what was
/// learned is all but certain of it. What is denied, past, feared or told of somebody dead gives an unclear signal: the bot asks
/// one question.
/// </remarks>
public sealed class EmergencyDetector
{
    private const int NegationReach = 3;

    /// <summary>What was learned alone gives the number to call from this probability of a danger of here and now.</summary>
    private const float NowFrom = 0.98f;

    /// <summary>A clear wording gives the number to call from this one; below, one question is asked.</summary>
    private const float ClearFrom = 0.04f;

    /// <summary>Probability of any danger from which one question is asked.</summary>
    private const float AskFrom = 0.6f;

    /// <summary>
    /// Probability of a danger of here and now without which nothing is asked on what was learned alone: what is past, feared or of
    /// somebody far away is asked about where a wording says so.
    /// </summary>
    private const float AskNowFrom = 0.025f;

    /// <summary>The same as the limit of any danger, when speech recognition is not sure of what it heard.</summary>
    private const float AskFromWhenPoor = 0.15f;

    /// <summary>Probability of any danger below which an unclear wording is that of a saying, and nothing is asked.</summary>
    private const float SayingBelow = 0.15f;

    /// <summary>Most words of a message that is one thing said.</summary>
    private const int Short = 12;

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(".,;:!?");

    /// <summary>Fewest words, beside numbers, of which what was learned is believed.</summary>
    private const int LeastWords = 2;

    private readonly PhraseIndex<Meaning> _phrases;
    private readonly Spelling _spelling;
    private readonly string[] _codes;
    private readonly EmergencyModel _model;

    /// <param name="families">The wordings, in order of precedence.</param>
    /// <param name="spelling">How people spell.</param>
    /// <param name="model">What was learned.</param>
    /// <exception cref="FormatException">A wording is not in the notation.</exception>
    public EmergencyDetector(
        IReadOnlyList<EmergencyFamily> families,
        SpellingRules spelling,
        EmergencyModel model
    )
    {
        ArgumentNullException.ThrowIfNull(families);
        ArgumentNullException.ThrowIfNull(spelling);
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
        _codes = [.. families.Select(family => family.Code)];
        var phrases = families
            .SelectMany(
                (family, rank) =>
                    family.Phrases.Select(phrase =>
                        (
                            Pattern: new PhrasePattern(phrase.TrimStart('?')),
                            new Meaning(rank, IsAsked: phrase.StartsWith('?'))
                        )
                    )
            )
            .ToArray();
        _phrases = new PhraseIndex<Meaning>(phrases);
        _spelling = new Spelling([.. phrases.Select(phrase => phrase.Pattern)], spelling);
    }

    /// <summary>What is said of an emergency; null when nothing is.</summary>
    /// <param name="text">The message as it came.</param>
    /// <param name="context">How it came.</param>
    public EmergencySignal? Detect(FoldedText text, EmergencyContext context = default) =>
        Detect(text, text, context);

    /// <summary>The same, where people's names and numbers are known.</summary>
    /// <param name="text">The message as it came: wordings are looked for in it.</param>
    /// <param name="impersonal">The message without names and numbers of people: nothing was learned of them.</param>
    /// <param name="context">How it came.</param>
    public EmergencySignal? Detect(FoldedText text, FoldedText impersonal, EmergencyContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(impersonal);
        var wording = ByWording(text);
        return wording is null && !Says(impersonal)
            ? null
            : Decide(wording, _model.Score(impersonal), text.Tokens.Length <= Short, context);
    }

    /// <summary>Whether there is more than numbers and a word: nothing was learned of telephone numbers, dates of birth, codes.</summary>
    private static bool Says(FoldedText text)
    {
        var words = 0;
        for (var i = 0; i < text.Tokens.Length && words < LeastWords; )
        {
            if (SpokenNumbers.NumberAt(text, i, out var next) >= 0)
            {
                i = next;
                continue;
            }

            var isWord =
                !text.Tokens[i].IsNumber
                && text.Tokens[i].Length > 1
                && text.At(i).ContainsAnyExcept(PersonalWords.Blank);
            words += isWord ? 1 : 0;
            i++;
        }

        return words >= LeastWords;
    }

    /// <summary>The first family whose wording is said, clear ones before unclear ones; null when there is none.</summary>
    /// <remarks>Looked for as written and as it should be spelled: correcting a word never hides an emergency.</remarks>
    internal EmergencySignal? ByWording(FoldedText text)
    {
        var clear = int.MaxValue;
        var unclear = int.MaxValue;
        Detect(text, ref clear, ref unclear);
        if (_spelling.Corrected(text) is var written && !ReferenceEquals(written, text))
        {
            Detect(written, ref clear, ref unclear);
        }

        return clear != int.MaxValue ? new EmergencySignal(_codes[clear], IsClear: true)
            : unclear != int.MaxValue ? new EmergencySignal(_codes[unclear], IsClear: false)
            : null;
    }

    /// <summary>What was learned of the message; for who measures.</summary>
    internal EmergencyScore ByLearning(FoldedText text) => _model.Score(text);

    private static EmergencySignal? Decide(
        EmergencySignal? wording,
        EmergencyScore learned,
        bool isShort,
        EmergencyContext context
    )
    {
        if (wording is not null)
        {
            if (context.IsPoor || (wording.IsClear && !isShort))
            {
                return wording;
            }

            // A clear wording is asked about at the least, and only where nothing else is said that could drown it.
            return wording.IsClear ? wording with { IsClear = learned.Now >= ClearFrom }
                : learned.Danger < SayingBelow ? null
                : wording;
        }

        var isAsked = context.IsPoor
            ? learned.Danger >= AskFromWhenPoor
            : learned.Danger >= AskFrom && learned.Now >= AskNowFrom;
        return isAsked
            ? new EmergencySignal(
                Code(learned.Family),
                IsClear: learned.Now >= NowFrom && !context.IsPoor
            )
            {
                IsLearned = true,
            }
            : null;
    }

    private static string Code(int family) =>
        string.Create(CultureInfo.InvariantCulture, $"u{family + 1}");

    private void Detect(FoldedText text, ref int clear, ref int unclear)
    {
        var isElsewhere = (bool?)null;
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            Find(text, i, _phrases.ByWord(text, i), ref clear, ref unclear, ref isElsewhere);
            Find(text, i, _phrases.ByBeginning(text, i), ref clear, ref unclear, ref isElsewhere);
        }
    }

    private static void Find(
        FoldedText text,
        int at,
        ReadOnlySpan<(PhrasePattern Pattern, Meaning Meaning)> phrases,
        ref int clear,
        ref int unclear,
        ref bool? isElsewhere
    )
    {
        foreach (var (pattern, meaning) in phrases)
        {
            if (meaning.Rank >= clear || pattern.EndAt(text, at) < 0)
            {
                continue;
            }

            isElsewhere ??= IsElsewhere(text);
            if (
                meaning.IsAsked
                || isElsewhere == true
                || IsElsewhere(text, at)
                || IsDenied(text, at)
                || IsSubject(text, at)
            )
            {
                unclear = Math.Min(unclear, meaning.Rank);
            }
            else
            {
                clear = meaning.Rank;
            }
        }
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

    /// <summary>Said of the past, of an illness had, of somebody who died of it: the whole message is about then.</summary>
    private static bool IsElsewhere(FoldedText text)
    {
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            var year =
                text.Tokens[i].IsNumber
                && text.Tokens[i].Length == 4
                && text.At(i)[..2] is ("19" or "20")
                && text.At(i - 1) is not "depuis";
            var history =
                text.At(i)
                is "antecedent"
                    or "antecedents"
                    or "autrefois"
                    or "jadis"
                    or "decede"
                    or "decedee";
            var died =
                text.At(i) is "mort" or "morte" or "decede" or "decedee"
                && text.At(i + 1) is "d" or "de" or "du";
            var ago =
                text.Matches(i, ["il", "y", "a"])
                && text.HasWord("ans", "an", "mois", "annees", "semaines");
            if (year || history || (died && text.At(i + 2) is not ("rire" or "faim")) || ago)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Said in the past tense, as a fear or a hypothesis, in the same clause: « il était assis et il s'étouffe » is of now.</summary>
    private static bool IsElsewhere(FoldedText text, int at)
    {
        for (var i = at; i >= 0; i--)
        {
            var had =
                text.At(i) is "eu"
                && text.At(i - 1) is ("ai" or "a" or "as" or "avons" or "avez" or "ont");
            var past =
                text.At(i) is "avais" or "avait" or "avions" or "avaient" or "etait" or "etais";
            var feared =
                text.At(i) is "peur" or "risque" or "risques" or "crainte" or "cas"
                && text.At(i + 1) is "de" or "d";
            var supposed =
                text.At(i) is "si"
                && text.At(i + 1)
                    is ("j" or "je" or "il" or "elle" or "on" or "quelqu" or "mon" or "ma");
            if (had || past || feared || supposed)
            {
                return true;
            }

            if (i < at && EndsClause(text, i))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>An illness named after « suivi », « après un », « prévention »: what a visit is about.</summary>
    private static bool IsSubject(FoldedText text, int at)
    {
        var isNamed =
            text.At(at)
            is "infarctus"
                or "avc"
                or "crise"
                or "attaque"
                or "arret"
                or "accident"
                or "convulsions"
                or "hemorragie"
                or "intoxication"
                or "malaise"
                or "asthme";
        for (var i = at - 1; isNamed && i >= Math.Max(0, at - NegationReach); i--)
        {
            if (
                text.At(i)
                is "apres"
                    or "suite"
                    or "post"
                    or "suivi"
                    or "controle"
                    or "bilan"
                    or "prevention"
                    or "depistage"
                    or "reeducation"
                    or "service"
                    or "specialiste"
                    or "contre"
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsClause(FoldedText text, int i) =>
        text.At(i) is "et" or "mais" or "puis" or "maintenant"
        || text.Folded.AsSpan()[text.Tokens[i].End..text.Tokens[i + 1].Start].IndexOfAny(ClauseEnds)
            >= 0;

    /// <summary>Rank of the family; whether the wording is one that a question must always be asked about.</summary>
    private sealed record Meaning(int Rank, bool IsAsked);
}
