using System.Collections.Immutable;

namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>When somebody wishes to come, as it was said. Clinic's local time. What is set holds together; nothing set is any time.</summary>
public sealed record DateExpression
{
    /// <summary>That day.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>That time to the minute.</summary>
    public TimeOnly? At { get; init; }

    /// <summary>A window of each day; never with <see cref="At"/>.</summary>
    public ClockWindow? Window { get; init; }

    /// <summary>Start of the interval, included.</summary>
    public DateTime? From { get; init; }

    /// <summary>End of the interval, excluded; null with <see cref="From"/> for open.</summary>
    public DateTime? To { get; init; }

    public DayRecurrence? Recurrence { get; init; }

    /// <summary>One of these; nothing else is set then.</summary>
    public ImmutableArray<DateExpression> Any { get; init; } = [];

    /// <summary>The one day on which it all lies; null for several, or none.</summary>
    public DateOnly? OnlyDay =>
        Date
        ?? (
            From is { } from
            && To is { } to
            && DateOnly.FromDateTime(to.AddMinutes(-1)) == DateOnly.FromDateTime(from)
                ? DateOnly.FromDateTime(from)
                : null
        );

    /// <summary>The alternatives, itself when it is the only one.</summary>
    public ImmutableArray<DateExpression> Alternatives => Any.IsEmpty ? [this] : Any;
}
