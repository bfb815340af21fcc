namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>The intervals that a <see cref="DateExpression"/> means: two that mean the same are equal, however they were said.</summary>
public static class DateMeaning
{
    private const int MinutesOfDay = 24 * 60;

    /// <summary>How far open wishes are compared, beyond the last day that either names.</summary>
    private const int Beyond = 400;

    /// <summary>Whether two wishes mean the same intervals.</summary>
    /// <param name="first">One; null for no wish.</param>
    /// <param name="second">The other; null for no wish.</param>
    /// <param name="reference">When they were said: an open start begins here.</param>
    public static bool AreSame(DateExpression? first, DateExpression? second, DateTime reference)
    {
        if (first is null || second is null)
        {
            return first is null && second is null;
        }

        var last = Latest(first, Latest(second, DateOnly.FromDateTime(reference)));
        last = last < DateOnly.MaxValue.AddDays(-Beyond) ? last.AddDays(Beyond) : DateOnly.MaxValue;
        return Of(first, reference, last).SequenceEqual(Of(second, reference, last));
    }

    /// <summary>The intervals meant, in order and apart, as minutes from the start of the reference's day; until the end of a day.</summary>
    internal static List<(int From, int To)> Of(
        DateExpression expression,
        DateTime reference,
        DateOnly last
    )
    {
        var intervals = new List<(int From, int To)>();
        foreach (var one in expression.Alternatives)
        {
            Add(intervals, one, reference, last);
        }

        intervals.Sort();
        var merged = new List<(int From, int To)>();
        foreach (var interval in intervals)
        {
            if (merged.Count > 0 && interval.From <= merged[^1].To)
            {
                merged[^1] = (merged[^1].From, Math.Max(merged[^1].To, interval.To));
            }
            else
            {
                merged.Add(interval);
            }
        }

        return merged;
    }

    private static void Add(
        List<(int From, int To)> intervals,
        DateExpression one,
        DateTime reference,
        DateOnly last
    )
    {
        var origin = DateOnly.FromDateTime(reference);
        var start = one.Date is null ? one.From ?? reference : DateTime.MinValue;
        var first = one.Date ?? DateOnly.FromDateTime(start);
        var end =
            one.Date
            ?? (
                one.To is { } to && DateOnly.FromDateTime(to) < last
                    ? DateOnly.FromDateTime(to)
                    : last
            );
        DateOnly? anchor = null;
        for (var day = first; day <= end; day = day.AddDays(1))
        {
            if (one.Recurrence is { } recurrence)
            {
                if ((recurrence.Meant & DateWish.Bit(day.DayOfWeek)) == 0)
                {
                    continue;
                }

                anchor ??= Weekdays.Monday(day);
                var weeks = (Weekdays.Monday(day).DayNumber - anchor.Value.DayNumber) / 7;
                if (weeks % recurrence.IntervalWeeks != 0)
                {
                    continue;
                }
            }

            AddDay(intervals, one, day, origin, start);
            if (day == DateOnly.MaxValue)
            {
                return;
            }
        }
    }

    private static void AddDay(
        List<(int From, int To)> intervals,
        DateExpression one,
        DateOnly day,
        DateOnly origin,
        DateTime start
    )
    {
        var midnight = (day.DayNumber - origin.DayNumber) * MinutesOfDay;
        var (from, to) = one switch
        {
            { At: { } at } => (MinuteOf(at), MinuteOf(at) + 1),
            { Window: { } window } => (
                window.From is { } f ? MinuteOf(f) : 0,
                window.To is { } t ? MinuteOf(t) : MinutesOfDay
            ),
            _ => (0, MinutesOfDay),
        };
        if (one.Date is null && day == DateOnly.FromDateTime(start))
        {
            from = Math.Max(from, MinuteOf(TimeOnly.FromDateTime(start)));
        }

        if (one.Date is null && one.To is { } end && day == DateOnly.FromDateTime(end))
        {
            to = Math.Min(to, MinuteOf(TimeOnly.FromDateTime(end)));
        }

        if (from < to)
        {
            intervals.Add((midnight + from, midnight + to));
        }
    }

    private static DateOnly Latest(DateExpression expression, DateOnly other)
    {
        var latest = other;
        foreach (var one in expression.Alternatives)
        {
            DateOnly?[] named =
            [
                one.Date,
                one.From is { } from ? DateOnly.FromDateTime(from) : null,
                one.To is { } to ? DateOnly.FromDateTime(to) : null,
            ];
            foreach (var day in named)
            {
                latest = day > latest ? day.Value : latest;
            }
        }

        return latest;
    }

    private static int MinuteOf(TimeOnly time) => (time.Hour * 60) + time.Minute;
}
