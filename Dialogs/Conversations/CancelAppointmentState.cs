using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu.Dates;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>What is known of an appointment being cancelled.</summary>
public sealed record CancelAppointmentState : DialogState
{
    /// <summary>When the appointment is, as it was said before the list.</summary>
    public DateWish? Wish { get; init; }

    /// <summary>The appointments last said, in that order.</summary>
    public Appointment[]? Listed { get; init; }

    /// <summary>The one to cancel.</summary>
    public Appointment? Appointment { get; init; }

    /// <summary>It was read back, and yes or no is waited for.</summary>
    public bool Recapitulated { get; init; }

    /// <summary>The patient said yes.</summary>
    public bool Confirmed { get; init; }
}
