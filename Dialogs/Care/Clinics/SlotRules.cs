namespace ChatbotSante.Dialogs.Care.Clinics;

/// <summary>When appointments can start: the clinic's rules, or those of one practitioner.</summary>
/// <param name="Length">Length of a slot, in [5 min, 4 h].</param>
/// <param name="Windows">Parts of the week in which slots lie, local time, end exclusive, in order, without overlap.</param>
/// <param name="HorizonDays">How many days ahead slots are offered, in [1, 365].</param>
public sealed record SlotRules(
    TimeSpan Length,
    IReadOnlyList<OpeningPeriod> Windows,
    int HorizonDays
)
{
    /// <summary>How many slots running a visit takes.</summary>
    /// <param name="visit">Length of the visit; null for one slot.</param>
    public int CountFor(TimeSpan? visit) =>
        visit is { } length
            ? Math.Max(1, (int)((length.Ticks + Length.Ticks - 1) / Length.Ticks))
            : 1;
}
