using ChatbotSante.Dialogs.Nlu.Dates;

namespace ChatbotSante.Dialogs.Care.Agenda;

/// <summary>Which free slots are wanted.</summary>
/// <param name="Schedules">Identifiers of the schedules that can serve.</param>
/// <param name="Wish">When.</param>
/// <param name="Now">The clinic's time: nothing sooner is offered.</param>
/// <param name="Count">How many at most, in [1, 10].</param>
public sealed record SlotQuery(
    IReadOnlyList<string> Schedules,
    DateWish Wish,
    DateTimeOffset Now,
    int Count
)
{
    /// <summary>Length of the visit: the slots that follow must be free too. Null for one slot.</summary>
    public TimeSpan? Visit { get; init; }

    /// <summary>Only what starts later than this; null for no bound.</summary>
    public DateTimeOffset? After { get; init; }

    /// <summary>Only what starts sooner than this; null for no bound.</summary>
    public DateTimeOffset? Before { get; init; }

    public bool Admits(DateTimeOffset start) =>
        (After is null || start > After) && (Before is null || start < Before);
}
