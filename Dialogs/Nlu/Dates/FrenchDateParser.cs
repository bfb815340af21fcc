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

    /// <summary>How far a part of the day may stand behind its day: « jeudi l'après-midi ».</summary>
    private const int PartAfterDay = 3;

    /// <summary>The wish in a message, or null when it holds none.</summary>
    /// <param name="text">The message.</param>
    /// <param name="today">The clinic's date.</param>
    public static DateWish? Parse(FoldedText text, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        (DateOnly From, DateOnly? To)? days = null;
        (TimeOnly? From, TimeOnly? To)? window = null;
        (TimeOnly? From, TimeOnly? To)? left = null;
        int? refusedDay = null;
        var except = 0;
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            if (LimitedDayAt(text, i, today) is { } said)
            {
                var refused = DateRefusals.IsRefused(text, i);
                days = refused ? days : said;
                refusedDay = refused ? i : refusedDay;
                except |= refused ? WeekdayBit(text.At(i)) : 0;
            }

            var range = ClockRange.At(text, i);
            if ((range is { } r ? (r.From, r.To) : WindowAt(text, i)) is not { } part)
            {
                continue;
            }

            if (!DateRefusals.IsRefused(text, i))
            {
                window = Joined(window, part);
            }
            else if (refusedDay is null || i - refusedDay > PartAfterDay)
            {
                // « Pas jeudi matin » leaves nothing, « pas le matin » the afternoon.
                left = Opposite(part) ?? left;
            }

            i = range?.Last ?? i;
        }

        var wish = Wish(text, days, Narrowed(window ?? left, NotTooAt(text)));

        // Of one day that was chosen, the others say nothing more.
        var isOneDay = wish is { From: { } from, To: { } to } && from == to;
        return except == 0 || isOneDay ? wish : (wish ?? DateWish.AnyTime) with { Except = except };
    }

    private static int WeekdayBit(ReadOnlySpan<char> word)
    {
        for (var day = 0; day < Weekdays.Length; day++)
        {
            if (word.SequenceEqual(Weekdays[day]))
            {
                return DateWish.Bit((DayOfWeek)day);
            }
        }

        return 0;
    }

    private static DateWish? Wish(
        FoldedText text,
        (DateOnly From, DateOnly? To)? days,
        (TimeOnly? From, TimeOnly? To)? window
    ) =>
        days is not null || window is not null
            ? new DateWish(days?.From, days?.To, window?.From, window?.To)
        : IsAnyTime(text) ? DateWish.AnyTime
        : null;

    /// <summary>A clock time with its hour said as one (« 10 h 40 », « 11h », « 9:30 », « 9 heures et demie »), or null.</summary>
    public static TimeOnly? ParseClock(FoldedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            if (ClockAt(text, i) is { } clock && !DateRefusals.IsRefused(text, i))
            {
                return clock;
            }
        }

        return null;
    }

    /// <summary>The clock time whose hour stands at an index, or null.</summary>
    internal static TimeOnly? ClockAt(FoldedText text, int i)
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
                && text.Tokens[i + 2].Start - text.Tokens[i + 1].End <= 1
                && text.Folded[text.Tokens[i + 2].Start - 1] != '-';
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

    /// <summary>The days at an index, with the limit said before them.</summary>
    private static (DateOnly From, DateOnly? To)? LimitedDayAt(
        FoldedText text,
        int i,
        DateOnly today
    )
    {
        if ((DayAt(text, i, today) ?? RelativeDays.At(text, i, today)) is not { } days)
        {
            return null;
        }

        var first = IsTomorrow(text, i) && text.At(i - 1) is "apres" ? i - 1 : i;
        return DateLimits.Of(DateLimits.Before(text, first, beyondWeekday: true), days, today);
    }

    private static (DateOnly From, DateOnly To)? DayAt(FoldedText text, int i, DateOnly today)
    {
        var word = text.At(i);
        if (IsTomorrow(text, i))
        {
            return One(today.AddDays(text.At(i - 1) is "apres" ? 2 : 1));
        }

        if (word is "surlendemain" or "apresdemain")
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
        var weekday = WeekdayNumber(text.At(i));
        if (weekday < 0)
        {
            return null;
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

    /// <summary>The day of the week a folded word names, one or many, from Sunday 0; or −1.</summary>
    internal static int WeekdayNumber(ReadOnlySpan<char> word)
    {
        for (var weekday = 0; weekday < Weekdays.Length; weekday++)
        {
            if (
                word.SequenceEqual(Weekdays[weekday])
                || (
                    word.Length > 4
                    && word[^1] == 's'
                    && word[..^1].SequenceEqual(Weekdays[weekday])
                )
            )
            {
                return weekday;
            }
        }

        return -1;
    }

    /// <summary>« Demain », and « 2main » as messages spell it.</summary>
    private static bool IsTomorrow(FoldedText text, int i) =>
        text.At(i) is "demain"
        || (text.Matches(i, ["2", "main"]) && text.Tokens[i].End == text.Tokens[i + 1].Start);

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
            return InYear(Next(day.Value, month, today), YearAt(text, monthAt + 1));
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
            return NumberAt(text, i + 1) is >= 1 and <= 12 and { } slashMonth
                ? InYear(Next(day.Value, slashMonth, today), hasYear ? YearAt(text, i + 2) : null)
                : null;
        }

        var announced = text.At(i - 1) is "le" || WeekdayAt(text, i - 1, today) is not null;
        var insideNumber = (i > 0 && text.Tokens[i - 1].IsNumber) || StartsLongNumber(text, i);
        return announced && !insideNumber ? NextDayOfMonth(day.Value, today) : null;
    }

    /// <summary>A year of two or four digits after a month, or null: « 3 avril 14 h » has none.</summary>
    private static int? YearAt(FoldedText text, int i)
    {
        if (
            NumberAt(text, i) is not { } year
            || text.Tokens[i].Length is not (2 or 4)
            || ClockAt(text, i) is not null
            || FrenchMonths.Number(text.At(i + 1)) > 0
        )
        {
            return null;
        }

        return year < 100 ? year + 2000 : year;
    }

    /// <summary>A date of any other year than the one said is a birth date's, or a past event's: no wish.</summary>
    private static (DateOnly From, DateOnly To)? InYear(
        (DateOnly From, DateOnly To)? date,
        int? year
    ) => year is null || date?.From.Year == year ? date : null;

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

        return text.At(i - 1) is "vers"
            ? (clock.AddMinutes(-30), clock.AddMinutes(30))
            : DateLimits.Of(DateLimits.Before(text, i, beyondWeekday: false), clock);
    }

    /// <summary>« Pas avant 15 h, pas après 17 h » is one window; otherwise the last said wins.</summary>
    private static (TimeOnly? From, TimeOnly? To) Joined(
        (TimeOnly? From, TimeOnly? To)? earlier,
        (TimeOnly? From, TimeOnly? To) said
    ) =>
        (earlier, said) switch
        {
            (({ } from, null), (null, { } to)) when from < to => (from, to),
            ((null, { } to), ({ } from, null)) when from < to => (from, to),
            _ => said,
        };

    /// <summary>What is left of a day when a part of it is refused; null when that says nothing.</summary>
    private static (TimeOnly? From, TimeOnly? To)? Opposite((TimeOnly? From, TimeOnly? To) part) =>
        part switch
        {
            ({ Hour: 8 }, { Hour: 12 }) => (Hour(12), Hour(18)),
            ({ Hour: 12 }, { Hour: 18 }) => (Hour(8), Hour(12)),
            ({ Hour: 18 }, { Hour: 20 }) => (null, Hour(18)),
            _ => null,
        };

    /// <summary>« Pas trop tôt », « pas trop tard », as a window; or null.</summary>
    private static (TimeOnly? From, TimeOnly? To)? NotTooAt(FoldedText text)
    {
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            if (text.At(i) is "pas" && text.At(i + 1) is "trop" or "tres")
            {
                return text.At(i + 2) switch
                {
                    "tot" => (Hour(10), null),
                    "tard" => (null, Hour(17)),
                    _ => null,
                };
            }
        }

        return null;
    }

    /// <summary>A window within a limit; the window alone where the two never meet.</summary>
    private static (TimeOnly? From, TimeOnly? To)? Narrowed(
        (TimeOnly? From, TimeOnly? To)? window,
        (TimeOnly? From, TimeOnly? To)? limit
    )
    {
        if (window is null || limit is null)
        {
            return window ?? limit;
        }

        var from = window?.From > limit?.From ? window?.From : limit?.From ?? window?.From;
        var to = window?.To < limit?.To ? window?.To : limit?.To ?? window?.To;
        return from >= to ? window : (from, to);
    }

    private static bool IsAnyTime(FoldedText text)
    {
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            if (IsSoon(text, i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSoon(FoldedText text, int i) =>
        text.Matches(i, ["plus", "tot"])
        || text.Matches(i, ["plus", "vite"])
        || text.Matches(i, ["des", "que", "possible"])
        || text.Matches(i, ["n", "importe", "quand"])
        || text.Matches(i, ["n", "importe", "quel"])
        || text.Matches(i, ["peu", "importe"])
        || text.At(i) is "rapidement" or "asap" or "nimporte";

    /// <summary>The number of at most four digits at an index, or null.</summary>
    internal static int? NumberAt(FoldedText text, int i)
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
