namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>Days or hours said at one place of a message.</summary>
internal sealed record DateItem(DateItemKind Kind, int First, int Next)
{
    public DateOnly From { get; init; }

    /// <summary>Last day, included; null for open.</summary>
    public DateOnly? To { get; init; }

    public PeriodKind Period { get; init; }

    /// <summary>Days of the week, as bits.</summary>
    public int Days { get; init; }

    public int IntervalWeeks { get; init; } = 1;

    public TimeOnly? At { get; init; }

    public ClockWindow? Window { get; init; }

    /// <summary>0 beginning, 1 middle, 2 end.</summary>
    public int Edge { get; init; }

    public DateLimit Limit { get; init; }

    /// <summary>Exact bounds in the first and the last day: « de lundi 9 h à mercredi midi ».</summary>
    public TimeOnly? StartsAt { get; init; }

    public TimeOnly? EndsAt { get; init; }

    public DateTrouble Trouble { get; init; }

    /// <summary>The day that the weekday said with a number would be; null where both agree.</summary>
    public DateOnly? Instead { get; init; }

    /// <summary>Said of something else than the wish: refused, gone by, an appointment that exists.</summary>
    public bool IsRefused { get; init; }

    public bool IsOld { get; init; }

    public bool IsExisting { get; init; }

    public bool IsTime => Kind == DateItemKind.Time;

    public bool IsDay => Kind is not (DateItemKind.Time or DateItemKind.Soon or DateItemKind.Edge);
}
