using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Dialogs.Nlu.Dates;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>Which of somebody's appointments is meant.</summary>
internal sealed class AppointmentChoice(SlotText texts)
{
    /// <summary>The appointment meant among those last said: by its place, its time or its day; null when it is not clear.</summary>
    public Appointment? Among(IReadOnlyList<Appointment> listed, Understanding heard)
    {
        var slots = listed.Select(appointment => appointment.Slot).ToArray();
        var byDay = heard.When is { HasDay: true } day ? At(listed, day) : [];
        var slot = byDay is [var only] ? only.Slot : texts.ChosenAmong(slots, heard);
        return slot is null ? null : listed.FirstOrDefault(appointment => appointment.Slot == slot);
    }

    /// <summary>The appointments that a wish admits; where its day is in doubt, those on either day.</summary>
    public IReadOnlyList<Appointment> At(IReadOnlyList<Appointment> all, DateWish wish)
    {
        var slots = all.Select(appointment => appointment.Slot).ToArray();
        DateWish[] wishes = wish.IsInDoubt ? [.. wish.Doubted.Select(wish.On)] : [wish];
        var admitted = wishes.SelectMany(one => texts.Admitted(slots, one)).ToHashSet();
        return [.. all.Where(appointment => admitted.Contains(appointment.Slot))];
    }

    /// <summary>One button for each appointment.</summary>
    public string[] Buttons(IReadOnlyList<Appointment> listed) =>
        [.. texts.Buttons([.. listed.Select(appointment => appointment.Slot)])];

    /// <summary>The appointments in one breath, with whom, as they are said to a verified person.</summary>
    public string Spoken(IReadOnlyList<Appointment> listed) =>
        string.Join(" ; ", listed.Select(appointment => texts.Whole(appointment.Slot)));
}
