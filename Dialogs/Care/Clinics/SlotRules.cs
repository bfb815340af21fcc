namespace ChatbotSante.Dialogs.Care.Clinics;

/// <summary>When appointments can start.</summary>
/// <param name="Length">Length of a slot, in [5 min, 4 h].</param>
/// <param name="Days">Days of the week.</param>
/// <param name="Windows">Parts of those days, local time, end exclusive.</param>
/// <param name="HorizonDays">How many days ahead slots are offered, in [1, 365].</param>
public sealed record SlotRules(
    TimeSpan Length,
    IReadOnlyList<DayOfWeek> Days,
    IReadOnlyList<(TimeOnly From, TimeOnly To)> Windows,
    int HorizonDays
);
