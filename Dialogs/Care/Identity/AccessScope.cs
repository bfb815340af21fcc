using ChatbotSante.Dialogs.Care.Agenda;

namespace ChatbotSante.Dialogs.Care.Identity;

/// <summary>
/// What a telephone number can open: the appointments of the patient it was verified for, or the bookings it was given for,
/// and nothing else of theirs (decision 6, S23).
/// </summary>
public sealed record AccessScope
{
    /// <summary>The patient on file whose verified number it is; null when there is none.</summary>
    public PatientId? Patient { get; init; }

    /// <summary>Bookings not matched to a patient that it was given for; null when there are none.</summary>
    public HoldId[]? Bookings { get; init; }
}
