using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>Reads the limit that stands before a day or an hour.</summary>
internal static class DateLimits
{
    /// <summary>The limit before an index, beyond articles, and beyond the weekday of a numbered day.</summary>
    public static DateLimit Before(FoldedText text, int i, bool beyondWeekday)
    {
        var k = i - 1;
        while (
            text.At(k) is "le" or "la" or "les" or "l" or "de" or "du" or "a" or "au"
            || (beyondWeekday && FrenchDateParser.WeekdayNumber(text.At(k)) >= 0)
        )
        {
            k--;
        }

        var denied = text.At(k - 1) is "pas" or "jamais";
        return text.At(k) switch
        {
            "avant" => denied ? DateLimit.From : DateLimit.Before,
            "apres" => denied ? DateLimit.UpTo : DateLimit.After,
            "partir" => DateLimit.From,
            "des" when k == i - 1 => DateLimit.From,
            "jusqu" or "jusque" or "sous" => DateLimit.UpTo,
            "ici" when text.At(k - 1) is "d" => DateLimit.UpTo,
            _ => DateLimit.None,
        };
    }

    /// <summary>The days a limit leaves, never before today; null when it leaves none.</summary>
    public static (DateOnly From, DateOnly? To)? Of(
        DateLimit limit,
        (DateOnly From, DateOnly To) days,
        DateOnly today
    ) =>
        limit switch
        {
            DateLimit.From => (days.From, null),
            DateLimit.After => (days.To.AddDays(1), null),
            DateLimit.Before => days.From > today ? (today, days.From.AddDays(-1)) : null,
            DateLimit.UpTo => (today, days.To),
            _ => days,
        };

    /// <summary>The window of the clock a limit leaves.</summary>
    public static (TimeOnly? From, TimeOnly? To) Of(DateLimit limit, TimeOnly clock) =>
        limit switch
        {
            DateLimit.From or DateLimit.After => (clock, null),
            DateLimit.Before or DateLimit.UpTo => (null, clock),
            _ => (clock, clock.AddMinutes(1)),
        };
}
