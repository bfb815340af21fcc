using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu.Dates;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>What is known of an appointment being booked. Forgotten 30 minutes after the last message.</summary>
public sealed record BookAppointmentState : DialogState
{
    /// <summary>Identifier of the specialty wished for.</summary>
    public string? Specialty { get; init; }

    /// <summary>Identifier of the practitioner wished for.</summary>
    public string? Practitioner { get; init; }

    /// <summary>For somebody other than who writes.</summary>
    public bool ForOther { get; init; }

    /// <summary>When.</summary>
    public DateWish? Wish { get; init; }

    /// <summary>The slots last offered, in the order they were said.</summary>
    public Slot[]? Offered { get; init; }

    /// <summary>The slot chosen.</summary>
    public Slot? Chosen { get; init; }

    /// <summary>The hold that keeps it.</summary>
    public HoldId? Hold { get; init; }

    [IdentityData]
    public PersonName? Name { get; init; }

    [IdentityData]
    public BirthDate? BirthDate { get; init; }

    [IdentityData]
    public PhoneNumber? Phone { get; init; }

    /// <summary>The summary was read back, and yes or no is waited for.</summary>
    public bool Recapitulated { get; init; }

    /// <summary>The patient said yes to the summary.</summary>
    public bool Confirmed { get; init; }
}
