using System.Globalization;
using ChatbotSante.Dialogs.Care.Clinics;

namespace ChatbotSante.Bot.Clinics;

/// <summary>Reads days and hours as the clinic's file writes them: <c>mon-fri</c>, <c>09:00-12:00</c>, <c>2026-12-24</c>.</summary>
internal static class WeekText
{
    private static readonly string[] Names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>One day (<c>sat</c>) or a range (<c>mon-fri</c>); null when it is neither.</summary>
    public static IReadOnlyList<DayOfWeek>? Days(string range)
    {
        var ends = range.Split('-');
        var first = Array.IndexOf(Names, ends[0].Trim());
        var last = Array.IndexOf(Names, ends[^1].Trim());
        return ends.Length <= 2 && first >= 0 && last >= first
            ? [.. Enumerable.Range(first, last - first + 1).Select(DayAt)]
            : null;
    }

    /// <summary>A part of a day (<c>09:00-12:00</c>); null when it is not written so.</summary>
    public static (TimeOnly From, TimeOnly To)? Window(string hours)
    {
        var ends = hours.Split('-');
        return ends.Length == 2 && Time(ends[0]) is { } from && Time(ends[1]) is { } to
            ? (from, to)
            : null;
    }

    /// <summary>A day (<c>2026-12-24</c>) or days from one to another (<c>2026-12-24/2026-12-31</c>); null when it is neither.</summary>
    public static ClosedPeriod? Period(string days)
    {
        var ends = days.Split('/');
        return ends.Length <= 2 && Date(ends[0]) is { } from && Date(ends[^1]) is { } to
            ? new ClosedPeriod(from, to)
            : null;
    }

    /// <summary>How the file writes a day.</summary>
    public static string Name(DayOfWeek day) => Names[((int)day + 6) % 7];

    private static DayOfWeek DayAt(int index) => (DayOfWeek)((index + 1) % 7);

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(
            text.Trim(),
            "HH:mm",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var time
        )
            ? time
            : null;

    private static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(
            text.Trim(),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        )
            ? date
            : null;
}
