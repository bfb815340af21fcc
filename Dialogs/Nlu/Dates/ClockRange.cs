using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>Two hours said as a window: « entre 10 et 11h », « de 10 h à 11 h », « 10h-11h ».</summary>
/// <param name="From">Start, included.</param>
/// <param name="To">End, excluded.</param>
/// <param name="Last">Index of the last hour's first token.</param>
internal readonly record struct ClockRange(TimeOnly From, TimeOnly To, int Last)
{
    /// <summary>The window whose first hour stands at an index, or null.</summary>
    public static ClockRange? At(FoldedText text, int i)
    {
        if (FrenchDateParser.NumberAt(text, i) is not (>= 0 and <= 23 and { } hour))
        {
            return null;
        }

        var clock = FrenchDateParser.ClockAt(text, i);
        var end = clock is null ? i + 1 : End(text, i);
        var last = IsHyphen(text, end) ? end : end + 1;
        var joined = IsHyphen(text, end)
            ? clock is not null || !IsDayNumber(text, i)
            : text.At(end) switch
            {
                "et" => text.At(i - 1) is "entre",
                "a" => clock is not null || text.At(i - 1) is "de",
                _ => false,
            };
        var from = clock ?? new TimeOnly(hour, 0);
        return joined && FrenchDateParser.ClockAt(text, last) is { } to && from < to
            ? new ClockRange(from, to, last)
            : null;
    }

    /// <summary>« Le 8 - 10 h », « mardi 8 - 10 h »: the eighth.</summary>
    private static bool IsDayNumber(FoldedText text, int i) =>
        text.At(i - 1) is "le" || FrenchDateParser.WeekdayNumber(text.At(i - 1)) >= 0;

    /// <summary>The index after a clock time: past the « h », the minutes, and a colon.</summary>
    private static int End(FoldedText text, int i)
    {
        if (text.At(i + 1) is not ("h" or "heure" or "heures"))
        {
            return i + 2;
        }

        var minutes =
            FrenchDateParser.NumberAt(text, i + 2) is not null
            && text.Tokens[i + 2].Start - text.Tokens[i + 1].End <= 1
            && !IsHyphen(text, i + 2);
        return minutes ? i + 3 : i + 2;
    }

    private static bool IsHyphen(FoldedText text, int at) =>
        at > 0
        && at < text.Tokens.Length
        && text.Folded.AsSpan()[text.Tokens[at - 1].End..text.Tokens[at].Start].Trim() is "-";
}
