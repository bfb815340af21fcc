namespace ChatbotSante.Dialogs.Care.Agenda;

/// <summary>An appointment to come, as the agenda has it: whose it is stays sealed.</summary>
/// <param name="Id">The hold it was booked by; it keeps it when it is moved.</param>
/// <param name="Slot">Where and when.</param>
public sealed record Appointment(HoldId Id, Slot Slot)
{
    /// <summary>Length of the visit where it takes more than one slot; null for one slot, whatever its length.</summary>
    public TimeSpan? Visit { get; init; }
}
