using System.Buffers;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>Which days and hours a message refuses: « sauf lundi », « pas le matin », « jeudi je peux pas ».</summary>
internal static class DateRefusals
{
    /// <summary>How many words a negation may stand before what it refuses.</summary>
    private const int Reach = 6;

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(",;.!?\n");

    /// <summary>Whether what is said at an index is refused in its own clause.</summary>
    public static bool IsRefused(FoldedText text, int i) =>
        IsDeniedBefore(text, i, inList: false) || IsDeniedAfter(text, i);

    /// <summary>« Pas mardi »; in a list after an exception (« sauf mardi, jeudi ») the commas end nothing.</summary>
    private static bool IsDeniedBefore(FoldedText text, int i, bool inList)
    {
        for (var j = i - 1; j >= 0 && i - j <= Reach; j--)
        {
            var afterComma = EndsClause(text, j);
            if ((afterComma && !IsTarget(text, j)) || IsBoundary(text.At(j)))
            {
                return false;
            }

            if (IsTarget(text, j))
            {
                return (afterComma || IsLinked(text, j, i))
                    && IsDeniedBefore(text, j, inList || afterComma);
            }

            if (IsException(text, j) || (!inList && IsNegation(text, j) && ReachesFrom(text, j, i)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>« Je ne peux pas venir vendredi » refuses it; « il n'entend pas bien, vendredi » said without its comma does not.</summary>
    private static bool ReachesFrom(FoldedText text, int negation, int i)
    {
        for (var k = negation + 1; k < i; k++)
        {
            var isLight =
                text.Tokens[k].IsNumber
                || IsTarget(text, k)
                || text.At(k)
                    is "venir"
                        or "etre"
                        or "la"
                        or "le"
                        or "les"
                        or "l"
                        or "un"
                        or "une"
                        or "du"
                        or "des"
                        or "au"
                        or "a"
                        or "en"
                        or "ce"
                        or "cet"
                        or "cette"
                        or "pour"
                        or "possible"
                        or "dispo"
                        or "disponible"
                        or "libre"
                        or "dans"
                        or "prendre"
                        or "avoir"
                        or "aller"
                        or "me"
                        or "deplacer"
                        or "rdv"
                        or "rendez"
                        or "vous"
                        or "et"
                        or "ou"
                        or "ni"
                        or "non"
                        or "prochain"
                        or "prochaine"
                        or "h"
                        or "heures"
                        or "que"
                        or "apres"
                        or "debut"
                        or "fin"
                        or "week"
                        or "end";
            if (!isLight)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>« Mardi c'est pas possible », « lundi et mardi je peux pas »; a question asks for that day instead.</summary>
    private static bool IsDeniedAfter(FoldedText text, int i)
    {
        var last = i;
        for (
            var j = i + 1;
            j < text.Tokens.Length && !EndsClause(text, j - 1) && !IsBoundary(text.At(j));
            j++
        )
        {
            if (IsTarget(text, j))
            {
                if (!IsLinked(text, last, j))
                {
                    return false;
                }

                last = j;
            }
            else if (text.At(j) is "impossible" || (IsNegation(text, j) && ClosesClause(text, j)))
            {
                return !text.Folded.Contains('?', StringComparison.Ordinal);
            }
        }

        return false;
    }

    private static bool ClosesClause(FoldedText text, int j) =>
        text.At(j) is "pas" or "plus" or "jamais"
        && (
            IsLast(text, j)
            || text.At(j + 1) is "possible" or "dispo" or "disponible" or "libre"
            || (text.At(j + 1) is "la" && IsLast(text, j + 1))
        );

    private static bool IsLast(FoldedText text, int j) =>
        j + 1 >= text.Tokens.Length || EndsClause(text, j) || IsBoundary(text.At(j + 1));

    /// <summary>Whether two days or hours are said as one: « lundi et mardi », « jeudi 26 », « jeudi matin ».</summary>
    private static bool IsLinked(FoldedText text, int first, int second)
    {
        for (var k = first + 1; k < second; k++)
        {
            if (text.At(k) is "et" or "ou" or "ni")
            {
                return true;
            }
        }

        return second - first <= 3
            && IsDay(text, first)
            && (IsPart(text.At(second)) || text.Tokens[second].IsNumber);
    }

    private static bool IsException(FoldedText text, int j) =>
        text.At(j) is "sauf" or "hormis" or "excepte" or "hors"
        || (text.At(j) is "part" && text.At(j - 1) is "a");

    /// <summary>Whether this word denies; « pourquoi pas » and « vous n'auriez pas » ask, « pas avant » limits.</summary>
    private static bool IsNegation(FoldedText text, int j)
    {
        var before = text.At(j - 1);
        return text.At(j) switch
        {
            "ni" => true,
            "pas" => before
                is not (
                    "pourquoi"
                    or "sais"
                    or "avez"
                    or "auriez"
                    or "pouvez"
                    or "pourriez"
                    or "pourrait"
                    or "serait"
                    or "aurait"
                )
                && !IsTurned(text, j + 1),
            "jamais" => !IsTurned(text, j + 1),
            "plus" => before is "peux" or "suis" or "pourrai" or "pourrais"
                && text.At(j + 1) is not ("tot" or "tard"),
            _ => false,
        };
    }

    /// <summary>Whether what follows a negation keeps it from the days: « pas de souci », « pas trop tôt », « pas avant ».</summary>
    private static bool IsTurned(FoldedText text, int j) =>
        text.At(j)
            is "de"
                or "d"
                or "mal"
                or "grave"
                or "trop"
                or "tres"
                or "sur"
                or "besoin"
                or "encore"
                or "urgent"
                or "presse"
                or "plus"
                or "avant"
        || (text.At(j) is "apres" && text.At(j + 1) is not ("midi" or "demain"));

    private static bool IsTarget(FoldedText text, int i) =>
        text.Tokens[i].IsNumber || IsDay(text, i) || IsPart(text.At(i));

    private static bool IsDay(FoldedText text, int i) =>
        text.At(i) is "demain" or "surlendemain" or "aujourd" or "aujourdhui" or "semaine"
        || Weekdays.Number(text.At(i)) >= 0;

    private static bool IsPart(ReadOnlySpan<char> word) =>
        word
            is "matin"
                or "matinee"
                or "midi"
                or "aprem"
                or "apresmidi"
                or "soir"
                or "soiree"
                or "journee";

    private static bool IsBoundary(ReadOnlySpan<char> word) =>
        word
            is "mais"
                or "plutot"
                or "sinon"
                or "si"
                or "car"
                or "donc"
                or "alors"
                or "parce"
                or "puisque";

    private static bool EndsClause(FoldedText text, int i) =>
        i + 1 < text.Tokens.Length
        && text.Folded.AsSpan()[text.Tokens[i].End..text.Tokens[i + 1].Start]
            .ContainsAny(ClauseEnds);
}
