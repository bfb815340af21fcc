using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Engine;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>Keeps the slot chosen for a patient who has not confirmed: the same for a first appointment and for one that is moved.</summary>
internal sealed class SlotHolds(IAgenda agenda, Clinic clinic)
{
    /// <summary>How long a slot is kept.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(10);

    private readonly SlotGrid _grid = new(clinic);

    /// <summary>How many slots a visit takes from one on.</summary>
    public int Count(Slot slot, TimeSpan? visit) => _grid.Taken(slot, visit).Count;

    /// <summary>What keeps a slot, and gives back the one kept before; null when somebody else has it.</summary>
    /// <exception cref="AgendaUnavailableException">The agenda cannot be read.</exception>
    public async ValueTask<(HoldId Hold, TurnCommand[] Commands)?> TryHoldAsync(
        Slot chosen,
        TimeSpan? visit,
        HoldId? earlier,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (!await agenda.IsFreeAsync(chosen, visit, now, cancellationToken))
        {
            return null;
        }

        var hold = HoldId.New(now);
        var keep = new TurnCommand.HoldSlot(hold, chosen, now, now + Length)
        {
            Following = [.. _grid.Taken(chosen, visit).Skip(1)],
        };
        return (hold, earlier is { } old ? [keep, new TurnCommand.ReleaseHold(old)] : [keep]);
    }
}
