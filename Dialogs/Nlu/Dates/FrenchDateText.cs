using System.Globalization;
using System.Numerics;

namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>Writes days and times as a patient reads them.</summary>
public static class FrenchDateText
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>« jeudi 26 novembre »; the first of a month is « 1er ».</summary>
    public static string Day(DateOnly day)
    {
        var month = French.DateTimeFormat.GetMonthName(day.Month);
        return $"{WeekdayAndNumber(day)} {month}";
    }

    /// <summary>« 9 h », « 10 h 40 ».</summary>
    public static string Time(TimeOnly time) =>
        time.Minute == 0
            ? string.Create(French, $"{time.Hour} h")
            : string.Create(French, $"{time.Hour} h {time.Minute:00}");

    /// <summary>« jeudi 26 novembre à 10 h 30 ».</summary>
    public static string Moment(DateTime local) =>
        $"{Day(DateOnly.FromDateTime(local))} à {Time(TimeOnly.FromDateTime(local))}";

    /// <summary>« jeudi 26 ou vendredi 27 novembre »: the month once, where it is the same.</summary>
    public static string Either(DateOnly first, DateOnly second) =>
        first.Month == second.Month
            ? $"{WeekdayAndNumber(first)} ou {Day(second)}"
            : $"{Day(first)} ou {Day(second)}";

    /// <summary>What tells an appointment: « du jeudi 26 novembre à 17 h 30 », « de 17 h 30 »; null for less than a day or a time.</summary>
    public static string? Telling(DateWish wish)
    {
        ArgumentNullException.ThrowIfNull(wish);
        var day = wish.From is { } from && from == wish.To ? Day(from) : null;
        var time = wish.Earliest is { } at && wish.Latest == at.AddMinutes(1) ? Time(at) : null;
        return (day, time) switch
        {
            (not null, not null) => $"du {day} à {time}",
            (not null, null) => $"du {day}",
            (null, not null) => $"de {time}",
            _ => null,
        };
    }

    /// <summary>What the agenda searches by: « dès que possible », « le jeudi 26 novembre, le matin », « le mardi 24 ou le jeudi 26 novembre ».</summary>
    public static string Wish(DateWish wish)
    {
        ArgumentNullException.ThrowIfNull(wish);
        var said = OneWish(wish);
        for (var other = wish.Or; other is not null; other = other.Or)
        {
            said = $"{said} ou {OneWish(other)}";
        }

        return said;
    }

    /// <summary>What was understood, for the bot to say back: « jeudi 26 novembre, l'après-midi ».</summary>
    public static string Explain(DateExpression expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return string.Join(" ou ", expression.Alternatives.Select(ExplainOne));
    }

    private static string WeekdayAndNumber(DateOnly day)
    {
        var weekday = French.DateTimeFormat.GetDayName(day.DayOfWeek);
        return $"{weekday} {(day.Day == 1 ? "1er" : day.Day.ToString(French))}";
    }

    private static string ExplainOne(DateExpression one)
    {
        var oneDay =
            one.Date
            ?? (IsPartOfDay(one) ? DateOnly.FromDateTime(one.From!.Value) : (DateOnly?)null);
        var days = (oneDay, one.From, one.To) switch
        {
            ({ } day, _, _) => Day(day),
            (_, { } from, { } to) => $"du {Bound(from)} au {Bound(Last(to))}",
            (_, { } from, null) => $"à partir du {Bound(from)}",
            (_, null, { } to) => $"jusqu'au {Bound(Last(to))}",
            _ => null,
        };
        var window =
            one.Window
            ?? (
                IsPartOfDay(one)
                    ? new ClockWindow(
                        TimeOnly.FromDateTime(one.From!.Value),
                        TimeOnly.FromDateTime(one.To!.Value)
                    )
                    : null
            );
        var hours = one.At is { } at ? $"à {Time(at)}" : Hours(window?.From, window?.To);
        var which = one.Recurrence is { } recurrence ? Recurring(recurrence) : null;
        var said = string.Join(", ", new[] { days, which, hours }.Where(part => part is not null));
        return said.Length == 0 ? "n'importe quand" : said;
    }

    private static bool IsPartOfDay(DateExpression one) =>
        one is { From: { } from, To: { } to } && from.Date == to.Date && one.Date is null;

    private static DateTime Last(DateTime end) =>
        end.TimeOfDay == TimeSpan.Zero ? end.AddDays(-1) : end;

    private static string Bound(DateTime moment) =>
        moment.TimeOfDay == TimeSpan.Zero ? Day(DateOnly.FromDateTime(moment)) : Moment(moment);

    private static string Recurring(DayRecurrence recurrence)
    {
        if (recurrence.IsExclusion)
        {
            return $"sauf {Listed(recurrence.Days)}";
        }

        return recurrence.IntervalWeeks switch
        {
            1 when recurrence.Days == Weekdays.Working => "du lundi au vendredi",
            1 => Listed(recurrence.Days),
            2 => $"{Listed(recurrence.Days)}, une semaine sur deux",
            var weeks => string.Create(
                French,
                $"{Listed(recurrence.Days)}, une semaine sur {weeks}"
            ),
        };
    }

    /// <summary>« Le mardi et le jeudi ».</summary>
    private static string Listed(int days) =>
        string.Join(
            " et ",
            Weekdays.Of(days).Select(day => $"le {French.DateTimeFormat.GetDayName(day)}")
        );

    private static string OneWish(DateWish wish)
    {
        var days = (wish.From, wish.To) switch
        {
            ({ } from, { } to) when from == to => $"le {Day(from)}",
            ({ } from, { } to) => $"du {Day(from)} au {Day(to)}",
            ({ } from, null) => $"à partir du {Day(from)}",
            (null, { } to) => $"au plus tard le {Day(to)}",
            _ => null,
        };
        var hours = Hours(wish.Earliest, wish.Latest);
        var meant = Weekdays.All & ~wish.Except;

        // « Sauf le lundi », but « le mardi » where only that day is left.
        var isListed = BitOperations.PopCount((uint)meant) <= 3;
        var which =
            wish.Except == 0 || meant == 0 ? null
            : isListed ? Recurring(new DayRecurrence(meant, false, Math.Max(1, wish.EveryWeeks)))
            : Recurring(new DayRecurrence(wish.Except, IsExclusion: true));
        var open = wish.HasWindow || isListed ? null : "dès que possible";
        return
            string.Join(
                ", ",
                new[]
                {
                    days ?? open,
                    isListed ? which : null,
                    hours,
                    isListed ? null : which,
                }.Where(part => part is not null)
            )
                is { Length: > 0 } said
            ? said
            : "dès que possible";
    }

    private static string? Hours(TimeOnly? earliest, TimeOnly? latest) =>
        (earliest, latest) switch
        {
            ({ Hour: 8, Minute: 0 }, { Hour: 12, Minute: 0 }) => "le matin",
            ({ Hour: 12, Minute: 0 }, { Hour: 18, Minute: 0 }) => "l'après-midi",
            ({ Hour: 18, Minute: 0 }, { Hour: 20, Minute: 0 }) => "le soir",
            ({ } from, { } to) when to == from.AddMinutes(1) => $"à {Time(from)}",
            ({ } from, { } to) => $"de {Time(from)} à {Time(to)}",
            ({ } from, null) => $"à partir de {Time(from)}",
            (null, { } to) => $"avant {Time(to)}",
            _ => null,
        };
}
