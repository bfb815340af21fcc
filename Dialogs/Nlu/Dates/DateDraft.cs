namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>One alternative while it is put together.</summary>
internal sealed class DateDraft
{
    public bool HasDays { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    /// <summary>The week or month of which the days were taken.</summary>
    public DateItem? Scope { get; set; }

    /// <summary>What its days were said as.</summary>
    public DateItemKind Kind { get; set; }

    public int Days { get; set; }

    public int IntervalWeeks { get; set; } = 1;

    public TimeOnly? At { get; set; }

    public ClockWindow? Window { get; set; }

    /// <summary>The limit that a time said next belongs to: « avant vendredi midi ».</summary>
    public DateLimit? Bound { get; set; }

    public TimeOnly? StartsAt { get; set; }

    public TimeOnly? EndsAt { get; set; }

    /// <summary>Whether it follows the alternative before with nothing but « ou » between.</summary>
    public bool IsLinked { get; set; }

    /// <summary>Whether its time was said of days that were taken back.</summary>
    public bool IsTimeInherited { get; set; }

    public bool HasTime => (At is not null || Window is not null) && !IsTimeInherited;

    public bool IsOneDay => From is not null && From == To;

    public bool IsOpen => HasDays && From is not null && To is null;

    /// <summary>The same days, with no time.</summary>
    public DateDraft SameDays() =>
        new()
        {
            HasDays = HasDays,
            From = From,
            To = To,
            Scope = Scope,
            Kind = Kind,
            Days = Days,
            IntervalWeeks = IntervalWeeks,
        };

    public void TakeTime(DateItem item)
    {
        At = item.At;
        Window = item.Window;
        IsTimeInherited = false;
    }

    /// <summary>Keeps what both windows leave; the one it has where they never meet.</summary>
    public void Narrow(ClockWindow window)
    {
        if (At is not null)
        {
            return;
        }

        if (Window is null)
        {
            Window = window;
            return;
        }

        var from = Window.From > window.From ? Window.From : window.From ?? Window.From;
        var to = Window.To < window.To ? Window.To : window.To ?? Window.To;
        Window = from >= to ? Window : new ClockWindow(from, to);
    }
}
