using System.Globalization;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>Reads a wished day and part of the day. The last one said wins (« mardi, non plutôt jeudi »).</summary>
/// <remarks>Conventions: a bare weekday is the first strictly after today; a day number alone, the next such day; day and month,
/// the next occurrence; morning 08–12, afternoon 12–18, evening 18–20.</remarks>
public static class FrenchDateParser
{
    private static readonly string[] Weekdays =
    [
        "dimanche",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
    ];

    /// <summary>The wish in a message, or null when it holds none.</summary>
    /// <param name="text">The message.</param>
    /// <param name="today">The clinic's date.</param>
    public static DateWish? Parse(FoldedText text, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        (DateOnly From, DateOnly To)? days = null;
        (TimeOnly? From, TimeOnly? To)? window = null;
        var soon = false;
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            days = DayAt(text, i, today) ?? days;
            window = WindowAt(text, i) ?? window;
            soon = soon || IsSoon(text, i);
        }

        if (days is null && window is null)
        {
            return soon ? DateWish.AnyTime : null;
        }

        return new DateWish(days?.From, days?.To, window?.From, window?.To);
    }

    /// <summary>A clock time with its hour said as one (« 10 h 40 », « 11h », « 9:30 », « 9 heures et demie »), or null.</summary>
    public static TimeOnly? ParseClock(FoldedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            if (ClockAt(text, i) is { } clock)
            {
                return clock;
            }
        }

        return null;
    }

    private static TimeOnly? ClockAt(FoldedText text, int i)
    {
        var hour = NumberAt(text, i);
        if (hour is null or > 23)
        {
            return null;
        }

        var next = text.At(i + 1);
        if (next is "h" or "heure" or "heures")
        {
            var minutes = NumberAt(text, i + 2);
            var joined =
                text.Tokens.Length > i + 2
                && text.Tokens[i + 2].Start - text.Tokens[i + 1].End <= 1;
            return minutes is < 60 && joined
                ? new TimeOnly(hour.Value, minutes.Value)
                : new TimeOnly(hour.Value, 0).AddMinutes(QuartersAt(text, i + 2));
        }

        var colon =
            text.Tokens.Length > i + 1
            && text.Folded.AsSpan()[text.Tokens[i].End..text.Tokens[i + 1].Start]
                .SequenceEqual(":");
        return colon && NumberAt(text, i + 1) is < 60 and { } minute
            ? new TimeOnly(hour.Value, minute)
            : null;
    }

    /// <summary>What follows an hour in words, in minutes: « et quart », « et demie », « moins le quart »; 0 for nothing.</summary>
    private static int QuartersAt(FoldedText text, int i) =>
        text.Matches(i, ["et", "quart"]) ? 15
        : text.Matches(i, ["et", "demie"]) || text.Matches(i, ["et", "demi"]) ? 30
        : text.Matches(i, ["moins", "le", "quart"]) || text.Matches(i, ["moins", "quart"]) ? -15
        : 0;

    private static (DateOnly From, DateOnly To)? DayAt(FoldedText text, int i, DateOnly today)
    {
        var word = text.At(i);
        if (word is "demain" && text.At(i - 1) is not "apres")
        {
            return One(today.AddDays(1));
        }

        if (
            (word is "demain" && text.At(i - 1) is "apres")
            || word is "surlendemain" or "apresdemain"
        )
        {
            return One(today.AddDays(2));
        }

        if (word is "aujourd" or "aujourdhui")
        {
            return One(today);
        }

        if (word is "semaine" && text.At(i + 1) is ("prochaine" or "qui" or "pro"))
        {
            var monday = today.AddDays(((int)DayOfWeek.Monday - (int)today.DayOfWeek + 7) % 7);
            monday = monday == today ? today.AddDays(7) : monday;
            return (monday, monday.AddDays(6));
        }

        if (word is "semaine" && text.At(i - 1) is "cette")
        {
            return (today, today.AddDays((7 - (int)today.DayOfWeek) % 7));
        }

        if (text.Tokens[i].IsNumber)
        {
            return NumberedDay(text, i, today);
        }

        return WeekdayAt(text, i, today) is { } weekday && !IsFollowedByDayNumber(text, i)
            ? One(weekday)
            : null;
    }

    private static DateOnly? WeekdayAt(FoldedText text, int i, DateOnly today)
    {
        for (var weekday = 0; weekday < Weekdays.Length; weekday++)
        {
            var word = text.At(i);
            if (
                !word.SequenceEqual(Weekdays[weekday])
                && !(
                    word.Length > 4
                    && word[^1] == 's'
                    && word[..^1].SequenceEqual(Weekdays[weekday])
                )
            )
            {
                continue;
            }

            var ahead = (weekday - (int)today.DayOfWeek + 7) % 7;
            var next = today.AddDays(ahead == 0 ? 7 : ahead);
            var prochain = text.At(i + 1) is "prochain" or "pro" or "prochaine";
            if (prochain && next == today.AddDays(1))
            {
                return next.AddDays(7);
            }

            return text.Matches(i + 1, ["en", "huit"]) ? next.AddDays(7)
                : text.Matches(i + 1, ["en", "quinze"]) ? next.AddDays(14)
                : next;
        }

        return null;
    }

    private static bool IsFollowedByDayNumber(FoldedText text, int i) =>
        NumberAt(text, i + 1) is >= 1 and <= 31 && !IsClock(text, i + 1);

    private static (DateOnly From, DateOnly To)? NumberedDay(FoldedText text, int i, DateOnly today)
    {
        var day = NumberAt(text, i);
        if (day is null or < 1 or > 31 || IsClock(text, i) || IsOrdinal(text, i))
        {
            return null;
        }

        // « 1er décembre »
        var monthAt = text.At(i + 1) is "er" ? i + 2 : i + 1;
        var month = FrenchMonths.Number(text.At(monthAt));
        if (month > 0)
        {
            // A year before this one is a birth date's, or a past event's: no wish.
            return NumberAt(text, monthAt + 1) is >= 1900 and { } year && year < today.Year
                ? null
                : Next(day.Value, month, today);
        }

        var slash =
            text.Tokens.Length > i + 1
            && text.Tokens[i + 1].IsNumber
            && text.Folded.AsSpan()[text.Tokens[i].End..text.Tokens[i + 1].Start] is "/";
        if (slash)
        {
            var hasYear =
                text.Tokens.Length > i + 2
                && text.Tokens[i + 2].IsNumber
                && text.Folded.AsSpan()[text.Tokens[i + 1].End..text.Tokens[i + 2].Start] is "/";
            var year = hasYear ? NumberAt(text, i + 2) : null;
            year = year < 100 ? year + 2000 : year;
            return hasYear && year != today.Year && year != today.Year + 1 ? null
                : NumberAt(text, i + 1) is >= 1 and <= 12 and { } slashMonth
                    ? Next(day.Value, slashMonth, today)
                : null;
        }

        var announced = text.At(i - 1) is "le" || WeekdayAt(text, i - 1, today) is not null;
        var insideNumber = (i > 0 && text.Tokens[i - 1].IsNumber) || StartsLongNumber(text, i);
        return announced && !insideNumber ? NextDayOfMonth(day.Value, today) : null;
    }

    /// <summary>« le 06 39 98 12 34 »: a telephone number, not the sixth.</summary>
    private static bool StartsLongNumber(FoldedText text, int i)
    {
        if (NumberAt(text, i + 1) is null || IsClock(text, i + 1))
        {
            return false;
        }

        return text.Folded.AsSpan()[text.Tokens[i].End..text.Tokens[i + 1].Start]
            is " "
                or "."
                or "-";
    }

    private static bool IsOrdinal(FoldedText text, int i) =>
        text.At(i + 1) is ("er" or "e" or "eme" or "ere" or "nd" or "ieme")
        && text.Tokens[i].End == text.Tokens[i + 1].Start
        && FrenchMonths.Number(text.At(i + 2)) == 0;

    private static bool IsClock(FoldedText text, int i) =>
        ClockAt(text, i) is not null || (text.At(i - 1) is "h" && i > 1);

    private static (DateOnly From, DateOnly To)? Next(int day, int month, DateOnly today)
    {
        for (var year = today.Year; year <= today.Year + 4; year++)
        {
            if (
                day <= DateTime.DaysInMonth(year, month)
                && new DateOnly(year, month, day) is var date
                && date >= today
            )
            {
                return One(date);
            }
        }

        return null;
    }

    private static (DateOnly From, DateOnly To)? NextDayOfMonth(int day, DateOnly today)
    {
        for (var ahead = 0; ahead < 3; ahead++)
        {
            var month = today.AddMonths(ahead);
            if (
                day <= DateTime.DaysInMonth(month.Year, month.Month)
                && new DateOnly(month.Year, month.Month, day) is var date
                && date > today
            )
            {
                return One(date);
            }
        }

        return null;
    }

    private static (TimeOnly? From, TimeOnly? To)? WindowAt(FoldedText text, int i)
    {
        var word = text.At(i);
        if (word is "matin" or "matinee" or "mat")
        {
            return text.Matches(i - 2, ["fin", "de"]) ? (Hour(10), Hour(12)) : (Hour(8), Hour(12));
        }

        if (word is "aprem" or "apresmidi" or "am" || (word is "midi" && text.At(i - 1) is "apres"))
        {
            return text.HasWord("debut") ? (Hour(12), Hour(15)) : (Hour(12), Hour(18));
        }

        if (word is "midi")
        {
            return (Hour(12), Hour(14));
        }

        if (word is "soir" or "soiree")
        {
            return (Hour(18), Hour(20));
        }

        if (word is "journee" && text.Matches(i - 2, ["fin", "de"]))
        {
            return (Hour(16), Hour(19));
        }

        if (ClockAt(text, i) is not { } clock)
        {
            return null;
        }

        return text.At(i - 1) switch
        {
            "apres" => (clock, null),
            "avant" => (null, clock),
            "vers" => (clock.AddMinutes(-30), clock.AddMinutes(30)),
            _ => (clock, clock.AddMinutes(1)),
        };
    }

    private static bool IsSoon(FoldedText text, int i) =>
        text.Matches(i, ["plus", "tot"])
        || text.Matches(i, ["plus", "vite"])
        || text.Matches(i, ["des", "que", "possible"])
        || text.Matches(i, ["n", "importe", "quand"])
        || text.Matches(i, ["peu", "importe"])
        || text.At(i) is "rapidement" or "asap" or "nimporte";

    private static int? NumberAt(FoldedText text, int i)
    {
        if (
            (uint)i >= (uint)text.Tokens.Length
            || !text.Tokens[i].IsNumber
            || text.Tokens[i].Length > 4
        )
        {
            return null;
        }

        return int.Parse(text.At(i), NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private static (DateOnly From, DateOnly To) One(DateOnly day) => (day, day);

    private static TimeOnly Hour(int hour) => new(hour, 0);
}
