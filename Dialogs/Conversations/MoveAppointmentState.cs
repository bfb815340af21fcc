using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu.Dates;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>What is known of an appointment being moved.</summary>
public sealed record MoveAppointmentState : DialogState
{
    /// <summary>The appointments last said, in that order.</summary>
    public Appointment[]? Listed { get; init; }

    /// <summary>When the one to move is, as it was said; null once it is known.</summary>
    public DateWish? Existing { get; init; }

    /// <summary>The one to move.</summary>
    public Appointment? Appointment { get; init; }

    /// <summary>When to come instead.</summary>
    public DateWish? Wish { get; init; }

    /// <summary>The slots last offered, in the order they were said.</summary>
    public Slot[]? Offered { get; init; }

    /// <summary>The slot chosen.</summary>
    public Slot? Chosen { get; init; }

    /// <summary>The hold that keeps it.</summary>
    public HoldId? Hold { get; init; }

    /// <summary>The change was read back, and yes or no is waited for.</summary>
    public bool Recapitulated { get; init; }

    /// <summary>The patient said yes.</summary>
    public bool Confirmed { get; init; }
}
