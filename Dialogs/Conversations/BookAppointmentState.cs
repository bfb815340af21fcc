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

    /// <summary>Identifier of the visit reason, where reasons differ in length.</summary>
    public string? Reason { get; init; }

    /// <summary>The reason was asked, and the patient does not know it: the longest visit is kept.</summary>
    public bool ReasonUnknown { get; init; }

    /// <summary>The choices of the reason were read out: « le deuxième » is one of them.</summary>
    public bool ReasonAsked { get; init; }

    /// <summary>For somebody other than who writes.</summary>
    public bool ForOther { get; init; }

    /// <summary>When.</summary>
    public DateWish? Wish { get; init; }

    /// <summary>The slots last offered, in the order they were said; empty when the agenda is full.</summary>
    public Slot[]? Offered { get; init; }

    /// <summary>A place on the waiting list is taken instead of a slot.</summary>
    public bool Waiting { get; init; }

    /// <summary>The slot chosen.</summary>
    public Slot? Chosen { get; init; }

    /// <summary>The hold that keeps it.</summary>
    public HoldId? Hold { get; init; }

    /// <summary>Who it is for was asked: yes agrees to say it, no refuses.</summary>
    public bool IdentityAsked { get; init; }

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
