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
    ValueTask<bool> IsFreeAsync(
        Slot slot,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) => IsFreeAsync(slot, visit: null, now, cancellationToken);

    /// <summary>Whether nobody holds or has booked any of the slots that a visit takes.</summary>
    /// <param name="slot">The first of them.</param>
    /// <param name="visit">Length of the visit; null for one slot.</param>
    /// <param name="now">The clinic's time.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="AgendaUnavailableException">The agenda cannot be read.</exception>
    ValueTask<bool> IsFreeAsync(
        Slot slot,
        TimeSpan? visit,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );

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
