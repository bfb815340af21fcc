namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>Turns what was said into what the agenda searches by.</summary>
public static class DateWishes
{
    /// <summary>The wish that was read, and whether its day is in doubt; null when there is none.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="reference">When it was said.</param>
    public static DateWish? Of(DateReading reading, DateTime reference) =>
        reading.Expression is { } expression
            ? Of(expression, reference) with
            {
                Instead = reading.Instead,
            }
            : null;

    /// <summary>The wish that an expression means.</summary>
    /// <param name="expression">What was said.</param>
    /// <param name="reference">When it was said.</param>
    public static DateWish Of(DateExpression expression, DateTime reference)
    {
        ArgumentNullException.ThrowIfNull(expression);
        DateWish? wish = null;
        var alternatives = expression.Alternatives;
        for (var i = alternatives.Length - 1; i >= 0; i--)
        {
            foreach (var part in Parts(alternatives[i], reference).Reverse())
            {
                wish = part with { Or = wish };
            }
        }

        return wish ?? DateWish.AnyTime;
    }

    private static IEnumerable<DateWish> Parts(DateExpression one, DateTime reference)
    {
        var today = DateOnly.FromDateTime(reference);
        var window = one.At is { } at
            ? new ClockWindow(at, at == TimeOnly.MaxValue ? null : at.AddMinutes(1))
            : one.Window ?? new ClockWindow(null, null);
        var except = one.Recurrence is { } recurrence ? Weekdays.All & ~recurrence.Meant : 0;
        var whole = new DateWish(one.Date, one.Date, window.From, window.To)
        {
            Except = one.Date is null ? except : 0,
        };
        if (one.Date is not null || (one.From is null && one.To is null))
        {
            return [Every(whole, one.Recurrence, today)];
        }

        if (one is { To: null, From: { } soon } && soon == reference)
        {
            return [whole];
        }

        var (from, to) = (one.From ?? reference, one.To);
        var first = DateOnly.FromDateTime(from);
        var last = to is { } end ? DateOnly.FromDateTime(end.AddMinutes(-1)) : (DateOnly?)null;
        var starts = first == today ? TimeOnly.MinValue : TimeOnly.FromDateTime(from);
        var ends = to is { } until ? TimeOnly.FromDateTime(until) : TimeOnly.MinValue;
        var between = whole with { From = first, To = last };
        if (first == last)
        {
            return
            [
                between with
                {
                    Earliest = Later(window.From, starts == TimeOnly.MinValue ? null : starts),
                    Latest = Sooner(window.To, ends == TimeOnly.MinValue ? null : ends),
                },
            ];
        }

        var parts = new List<DateWish>();
        if (starts != TimeOnly.MinValue)
        {
            parts.Add(between with { To = first, Earliest = Later(window.From, starts) });
            between = between with { From = first.AddDays(1) };
        }

        if (ends != TimeOnly.MinValue && last is { } day)
        {
            var lastDay = between with { From = day, To = day, Latest = Sooner(window.To, ends) };
            between = between with { To = day.AddDays(-1) };
            return between.From <= between.To ? [.. parts, between, lastDay] : [.. parts, lastDay];
        }

        return [.. parts, between];
    }

    /// <summary>Every second week is counted from the first such day.</summary>
    private static DateWish Every(DateWish wish, DayRecurrence? recurrence, DateOnly today)
    {
        if (recurrence is not { IntervalWeeks: > 1, Meant: not 0 } every)
        {
            return wish;
        }

        var first = today;
        while ((every.Meant & DateWish.Bit(first.DayOfWeek)) == 0)
        {
            first = first.AddDays(1);
        }

        return wish with
        {
            From = first,
            EveryWeeks = every.IntervalWeeks,
        };
    }

    private static TimeOnly? Later(TimeOnly? first, TimeOnly? second) =>
        first is null || second > first ? second ?? first : first;

    private static TimeOnly? Sooner(TimeOnly? first, TimeOnly? second) =>
        first is null || second < first ? second ?? first : first;
}
