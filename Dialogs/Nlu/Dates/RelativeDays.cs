using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>Reads a day counted from today: « dans trois semaines », « d'ici 15 jours ».</summary>
internal static class RelativeDays
{
    private static readonly string[] Numerals =
    [
        "zero",
        "un",
        "deux",
        "trois",
        "quatre",
        "cinq",
        "six",
        "sept",
        "huit",
        "neuf",
        "dix",
        "onze",
        "douze",
        "treize",
        "quatorze",
        "quinze",
        "seize",
    ];

    /// <summary>The days meant by the amount at an index, or null. « Dans huit jours » is a week, « quinze jours » are two.</summary>
    public static (DateOnly From, DateOnly To)? At(FoldedText text, int i, DateOnly today)
    {
        var within = text.Matches(i - 2, ["dans", "les"]);
        var announced =
            within
            || text.At(i - 1) is "dans"
            || DateLimits.Before(text, i, beyondWeekday: false) is DateLimit.UpTo or DateLimit.From;
        if (!announced || Amount(text, i) is not { } amount)
        {
            return null;
        }

        DateOnly? day = text.At(i + 1) switch
        {
            "jour" or "jours" => today.AddDays(amount is 8 or 15 ? amount - 1 : amount),
            "semaine" or "semaines" => today.AddDays(7 * amount),
            "mois" => today.AddMonths(amount),
            "huitaine" => today.AddDays(7),
            "dizaine" => today.AddDays(10),
            "quinzaine" => today.AddDays(14),
            _ => null,
        };
        return day is { } end ? (within ? today : end, end) : null;
    }

    private static int? Amount(FoldedText text, int i)
    {
        if (FrenchDateParser.NumberAt(text, i) is { } number)
        {
            return number;
        }

        for (var n = 1; n < Numerals.Length; n++)
        {
            if (text.At(i).SequenceEqual(Numerals[n]) || (n == 1 && text.At(i) is "une"))
            {
                return n;
            }
        }

        return null;
    }
}
