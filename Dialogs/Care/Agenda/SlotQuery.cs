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
);
