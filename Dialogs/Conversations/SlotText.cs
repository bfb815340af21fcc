using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Dialogs.Nlu.Dates;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>Writes slots, and with whom they are, as a patient reads them.</summary>
public sealed class SlotText(Clinic clinic)
{
    /// <summary>« jeudi 26 novembre à 10 h 30 ».</summary>
    public string Moment(Slot slot) => FrenchDateText.Moment(clinic.Local(slot.Start));

    /// <summary>All on one day: « jeudi 26 novembre, à 9 h ou à 10 h » ; otherwise each with its day.</summary>
    public string Spoken(IReadOnlyList<Slot> slots)
    {
        if (!AreOnOneDay(slots))
        {
            return string.Join(", ou ", slots.Select(Moment));
        }

        var times = slots.Select(slot => FrenchDateText.Time(TimeOf(slot)));
        return $"{FrenchDateText.Day(DayOf(slots[0]))}, à {string.Join(" ou à ", times)}";
    }

    /// <summary>One button for each: its time, with the day where they differ.</summary>
    public IEnumerable<string> Buttons(IReadOnlyList<Slot> slots)
    {
        var oneDay = AreOnOneDay(slots);
        return slots.Select(slot =>
            "=" + (oneDay ? FrenchDateText.Time(TimeOf(slot)) : Moment(slot))
        );
    }

    /// <summary>« avec le Dr Lambert », « en imagerie (IRM) »; empty when nothing is known.</summary>
    public string With(string? specialty, string? practitioner, string? reason)
    {
        var who =
            practitioner is not null ? $"avec le {clinic.Find(practitioner)?.DisplayName}"
            : specialty is not null ? $"en {clinic.LabelOf(specialty)}"
            : string.Empty;
        return reason is not null && clinic.FindReason(reason) is { } known
            ? $"{who} ({known.Label})"
            : who;
    }

    /// <summary>« en cardiologie, avec le Dr Lambert », « en imagerie (IRM) ».</summary>
    public string With(Slot chosen, string? specialty, string? reason)
    {
        var practitioner = clinic.Find(chosen.Schedule);
        var label = With(practitioner?.Specialty ?? specialty ?? string.Empty, null, reason);
        return practitioner?.DisplayName is { } name ? $"{label}, avec le {name}" : label;
    }

    /// <summary>« jeudi 26 novembre à 10 h 30, en cardiologie, avec le Dr Lambert ».</summary>
    public string Whole(Slot slot) => $"{Moment(slot)}, {With(slot, slot.Schedule, null)}";

    /// <summary>Where to come.</summary>
    public string Address(Slot slot) => clinic.SiteOf(slot.Schedule).Address;

    /// <summary>Which of the slots last said is meant, by its time or its place in the list; null when none is.</summary>
    public Slot? ChosenAmong(IReadOnlyList<Slot> said, Understanding heard)
    {
        if (said.Count == 0)
        {
            return null;
        }

        var atThatTime = heard.Clock is { } clock ? said.Where(slot => TimeOf(slot) == clock) : [];
        var byTime = (
            heard.When is { HasDay: true } wish ? Admitted(atThatTime, wish) : atThatTime
        ).FirstOrDefault();
        return byTime
            ?? heard.Ordinal switch
            {
                -1 => said[^1],
                { } n when n >= 1 && n <= said.Count => said[n - 1],
                _ => null,
            };
    }

    /// <summary>« Plutôt l'autre »: of two slots, the one that was not taken; null when that is not what was said.</summary>
    public static Slot? TheOther(IReadOnlyList<Slot> said, Slot? chosen, Understanding heard) =>
        heard.TheOther && said is [var first, var second]
            ? chosen == first
                ? second
                : chosen == second
                    ? first
                    : null
            : null;

    /// <summary>Those of the slots that a wish admits.</summary>
    public IEnumerable<Slot> Admitted(IEnumerable<Slot> slots, DateWish wish) =>
        slots.Where(slot => wish.Admits(clinic.Local(slot.Start)));

    public DateOnly DayOf(Slot slot) => DateOnly.FromDateTime(clinic.Local(slot.Start));

    public TimeOnly TimeOf(Slot slot) => TimeOnly.FromDateTime(clinic.Local(slot.Start));

    /// <summary>The day that all of some slots are on; null when there are several, or no slot.</summary>
    public DateOnly? OnlyDay(IReadOnlyList<Slot>? slots) =>
        slots is { Count: > 0 } && AreOnOneDay(slots) ? DayOf(slots[0]) : null;

    private bool AreOnOneDay(IReadOnlyList<Slot> slots) =>
        slots.Select(DayOf).Distinct().Count() == 1;
}
