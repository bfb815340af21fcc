using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Dialogs.Nlu.Dates;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>How slots are said to a patient, and which of those said a patient means.</summary>
public sealed class SlotTexts(Clinic clinic)
{
    /// <summary>« jeudi 26 novembre à 10 h 30 ».</summary>
    public string Moment(Slot slot)
    {
        ArgumentNullException.ThrowIfNull(slot);
        return FrenchDateText.Moment(clinic.Local(slot.Start));
    }

    /// <summary>« en cardiologie, avec le Dr Lambert ».</summary>
    public string With(Slot slot)
    {
        ArgumentNullException.ThrowIfNull(slot);
        var practitioner = clinic.Find(slot.Schedule);
        var label = $"en {clinic.LabelOf(practitioner?.Specialty ?? slot.Schedule)}";
        return practitioner?.DisplayName is { } name ? $"{label}, avec le {name}" : label;
    }

    /// <summary>« jeudi 26 novembre à 10 h 30, en cardiologie, avec le Dr Lambert ».</summary>
    public string Whole(Slot slot) => $"{Moment(slot)}, {With(slot)}";

    /// <summary>Several slots in one breath, the day said once when it is the same.</summary>
    public string Spoken(IReadOnlyList<Slot> slots)
    {
        ArgumentNullException.ThrowIfNull(slots);
        if (!AreOneDay(slots))
        {
            return string.Join(", ou ", slots.Select(Moment));
        }

        var times = slots.Select(slot => FrenchDateText.Time(TimeOf(slot)));
        return $"{FrenchDateText.Day(DayOf(slots[0]))}, à {string.Join(" ou à ", times)}";
    }

    /// <summary>One button for each slot, saying the time, or the day too when they differ.</summary>
    public string[] Buttons(IReadOnlyList<Slot> slots)
    {
        ArgumentNullException.ThrowIfNull(slots);
        var timesOnly = AreOneDay(slots);
        return
        [
            .. slots.Select(slot =>
                "=" + (timesOnly ? FrenchDateText.Time(TimeOf(slot)) : Moment(slot))
            ),
        ];
    }

    /// <summary>Which of the slots last said is meant, by its time or its place in the list; null when none is.</summary>
    public Slot? ChosenAmong(IReadOnlyList<Slot> said, Understanding heard)
    {
        ArgumentNullException.ThrowIfNull(said);
        ArgumentNullException.ThrowIfNull(heard);
        if (said.Count == 0)
        {
            return null;
        }

        var byTime = heard.Clock is { } clock
            ? said.FirstOrDefault(slot => TimeOf(slot) == clock)
            : null;
        return byTime
            ?? heard.Ordinal switch
            {
                -1 => said[^1],
                { } n when n <= said.Count => said[n - 1],
                _ => null,
            };
    }

    /// <summary>Those of the slots that a wish admits.</summary>
    public IReadOnlyList<Slot> Admitted(IEnumerable<Slot> slots, DateWish wish)
    {
        ArgumentNullException.ThrowIfNull(wish);
        return [.. slots.Where(slot => wish.Admits(clinic.Local(slot.Start)))];
    }

    private bool AreOneDay(IReadOnlyList<Slot> slots) =>
        slots.Select(DayOf).Distinct().Count() <= 1;

    private DateOnly DayOf(Slot slot) => DateOnly.FromDateTime(clinic.Local(slot.Start));

    private TimeOnly TimeOf(Slot slot) => TimeOnly.FromDateTime(clinic.Local(slot.Start));
}
