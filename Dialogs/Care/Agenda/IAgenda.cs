using ChatbotSante.Dialogs.Care.Identity;

namespace ChatbotSante.Dialogs.Care.Agenda;

/// <summary>Reads the agenda. Changes go with the turn's transaction, as <see cref="Engine.TurnCommand"/>.</summary>
public interface IAgenda
{
    /// <summary>Free slots, soonest first.</summary>
    /// <exception cref="AgendaUnavailableException">The agenda cannot be read.</exception>
    ValueTask<IReadOnlyList<Slot>> FindFreeAsync(
        SlotQuery query,
        CancellationToken cancellationToken
    );

    /// <summary>Whether nobody holds or has booked a slot.</summary>
    /// <exception cref="AgendaUnavailableException">The agenda cannot be read.</exception>
    ValueTask<bool> IsFreeAsync(Slot slot, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>What has become of a hold.</summary>
    /// <exception cref="AgendaUnavailableException">The agenda cannot be read.</exception>
    ValueTask<HoldStatus> StatusAsync(
        HoldId hold,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );

    /// <summary>The appointments to come that a verified person may see, move and cancel, soonest first.</summary>
    /// <exception cref="AgendaUnavailableException">The agenda cannot be read.</exception>
    ValueTask<IReadOnlyList<Appointment>> AppointmentsAsync(
        AccessScope scope,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );
}
