using ChatbotSante.Dialogs.Care.Clinics;

namespace ChatbotSante.Bot.Clinics;

/// <summary>Reads hours of the week out of a section, and refuses what they contradict.</summary>
internal static class HoursReader
{
    /// <summary>Hours by day: <c>{mon-fri: ["08:00-19:00"], sat: ["08:00-12:00"]}</c>; null when the key is not there.</summary>
    public static IReadOnlyList<WrittenHours>? Week(FileSection section, string key)
    {
        if (section.Table(key) is not { } table)
        {
            return null;
        }

        var hours = new List<WrittenHours>();
        foreach (var (range, windows) in table)
        {
            if (Days(section, key, range) is { } days)
            {
                hours.AddRange(
                    windows.SelectMany(window => On(days, section, key, window)).ToArray()
                );
            }
        }

        return InOrder(hours, section, key);
    }

    /// <summary>Windows of the days named beside them: <c>days: mon-fri</c> and <c>hours: ["09:00-12:00"]</c>.</summary>
    /// <param name="section">Where they stand.</param>
    /// <param name="days">The days.</param>
    public static IReadOnlyList<WrittenHours> On(
        FileSection section,
        IReadOnlyList<DayOfWeek> days
    ) =>
        InOrder(
            section.Texts("hours").SelectMany(window => On(days, section, "hours", window)),
            section,
            "hours"
        );

    /// <summary>The days of a key, <c>days: mon-fri</c>; null when it is not there or was refused.</summary>
    public static IReadOnlyList<DayOfWeek>? Days(FileSection section) =>
        section.Optional("days") is { } range ? Days(section, "days", range) : null;

    /// <summary>Refuses hours in which not one slot fits.</summary>
    public static void RequireRoom(
        FileSection section,
        IEnumerable<WrittenHours> hours,
        TimeSpan slot
    )
    {
        foreach (
            var (period, line) in hours.Select(h => (h.Period, h.Line)).DistinctBy(h => h.Line)
        )
        {
            if (period.To - period.From < slot)
            {
                section.Refuse(
                    line,
                    $"hours {Text(period)} are shorter than a slot of {(int)slot.TotalMinutes} minutes: lengthen them, or shorten length_minutes."
                );
            }
        }
    }

    /// <summary>Refuses hours at which the clinic's reception is closed.</summary>
    public static void RequireWithin(
        FileSection section,
        IEnumerable<WrittenHours> hours,
        IReadOnlyList<WrittenHours> opening
    )
    {
        foreach (var (period, line) in hours.Select(h => (h.Period, h.Line)))
        {
            var isOpen = opening.Any(open =>
                open.Period.Day == period.Day
                && open.Period.From <= period.From
                && open.Period.To >= period.To
            );
            if (!isOpen)
            {
                section.Refuse(
                    line,
                    $"hours {Text(period)} on {WeekText.Name(period.Day)} lie outside opening: patients would find the reception closed. Correct one or the other."
                );
                return;
            }
        }
    }

    private static IReadOnlyList<DayOfWeek>? Days(FileSection section, string key, Written range)
    {
        if (WeekText.Days(range.Value) is { } days)
        {
            return days;
        }

        section.Refuse(
            range.Line,
            $"{key}: {range.Value} is no day: write one (sat) or a range (mon-fri)."
        );
        return null;
    }

    private static IEnumerable<WrittenHours> On(
        IReadOnlyList<DayOfWeek> days,
        FileSection section,
        string key,
        Written window
    )
    {
        if (WeekText.Window(window.Value) is not { } hours)
        {
            section.Refuse(
                window.Line,
                $"{key}: {window.Value} are no hours: write them so: 09:00-12:00."
            );
            return [];
        }

        if (hours.From >= hours.To)
        {
            section.Refuse(window.Line, $"{key}: {window.Value} end before they start.");
            return [];
        }

        return days.Select(day => new WrittenHours(
            new OpeningPeriod(day, hours.From, hours.To),
            window.Line
        ));
    }

    private static List<WrittenHours> InOrder(
        IEnumerable<WrittenHours> hours,
        FileSection section,
        string key
    )
    {
        var sorted = hours
            .OrderBy(h => ((int)h.Period.Day + 6) % 7)
            .ThenBy(h => h.Period.From)
            .ToList();
        for (var i = 1; i < sorted.Count; i++)
        {
            var (before, now) = (sorted[i - 1], sorted[i]);
            if (now.Period.Day == before.Period.Day && now.Period.From < before.Period.To)
            {
                section.Refuse(
                    Math.Max(before.Line, now.Line),
                    $"{key}: {Text(before.Period)} and {Text(now.Period)} overlap on {WeekText.Name(now.Period.Day)}."
                );
                return [];
            }
        }

        return sorted;
    }

    private static string Text(OpeningPeriod period) =>
        FormattableString.Invariant($"{period.From:HH:mm}-{period.To:HH:mm}");
}
