using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu.Emergencies;

/// <summary>Finds the clear wordings of emergencies, on the raw text. Deterministic, without state, works with all else down.</summary>
/// <remarks>What is denied, past, feared or told of somebody dead gives an unclear signal: the bot asks one question.</remarks>
public sealed class EmergencyDetector
{
    private const int NegationReach = 3;
    private readonly (string Code, string[][][] Phrases)[] _families;

    public EmergencyDetector(IReadOnlyList<EmergencyFamily> families)
    {
        ArgumentNullException.ThrowIfNull(families);
        _families = [.. families.Select(family => (family.Code, family.Phrases.Select(Compile).ToArray()))];
    }

    /// <summary>The first family said, clear ones before unclear ones; null when there is none.</summary>
    public EmergencySignal? Detect(FoldedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        EmergencySignal? unclear = null;
        foreach (var (code, phrases) in _families)
        {
            foreach (var phrase in phrases)
            {
                for (var i = 0; i < text.Tokens.Count; i++)
                {
                    if (!MatchesAt(text, i, phrase, 0))
                    {
                        continue;
                    }

                    if (!IsDenied(text, i) && !IsElsewhere(text))
                    {
                        return new EmergencySignal(code, IsClear: true);
                    }

                    unclear ??= new EmergencySignal(code, IsClear: false);
                }
            }
        }

        return unclear;
    }

    private static string[][] Compile(string phrase) =>
        [.. FoldedText.FoldWord(phrase).Split([' ', '\''], StringSplitOptions.RemoveEmptyEntries).Select(word => word.Split('|'))];

    private static bool MatchesAt(FoldedText text, int at, string[][] phrase, int word)
    {
        if (word == phrase.Length)
        {
            return true;
        }

        if (phrase[word] is ["_"])
        {
            return MatchesAt(text, at, phrase, word + 1) || (at < text.Tokens.Count && MatchesAt(text, at + 1, phrase, word + 1));
        }

        return at < text.Tokens.Count && IsOneOf(text.At(at), phrase[word]) && MatchesAt(text, at + 1, phrase, word + 1);
    }

    private static bool IsOneOf(ReadOnlySpan<char> token, string[] alternatives)
    {
        foreach (var alternative in alternatives)
        {
            var matches = alternative[^1] == '*'
                ? token.StartsWith(alternative.AsSpan(0, alternative.Length - 1), StringComparison.Ordinal)
                : token.SequenceEqual(alternative);
            if (matches)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDenied(FoldedText text, int at)
    {
        for (var i = Math.Max(0, at - NegationReach); i < at; i++)
        {
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
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            var year = text.Tokens[i].IsNumber && text.Tokens[i].Length == 4 && text.At(i)[..2] is ("19" or "20");
            var past = text.At(i) is "antecedent" or "antecedents" or "autrefois" or "avais" or "avait" or "etait" or "decede" or "decedee";
            var had = text.At(i) is "eu" && text.At(i - 1) is ("ai" or "a" or "as");
            var died = text.Matches(i, ["mort", "d"]) || text.Matches(i, ["morte", "d"]) || text.Matches(i, ["mort", "de"]);
            var ago = text.Matches(i, ["il", "y", "a"]) && text.HasWord("ans", "an", "mois", "annees");
            var feared = text.Matches(i, ["peur", "de"]) || text.Matches(i, ["peur", "d"]) || text.Matches(i, ["risque", "de"]) || text.Matches(i, ["risque", "d"]) || text.Matches(i, ["en", "cas", "de"]) || text.Matches(i, ["en", "cas", "d"]);
            if (year || past || had || died || ago || feared)
            {
                return true;
            }
        }

        return false;
    }
}
