using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu.Dates;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>Finds the slots to offer, and keeps the one chosen: the same for a first appointment and for one that is moved.</summary>
internal sealed class SlotOffers(IAgenda agenda)
{
    /// <summary>How long a chosen slot is kept for a patient who has not confirmed.</summary>
    public static readonly TimeSpan HoldLength = TimeSpan.FromMinutes(10);

    /// <summary>Choices offered at once.</summary>
    private const int Count = 2;

    /// <summary>The soonest free slots that meet a wish, or else the nearest after it.</summary>
    public async ValueTask<(IReadOnlyList<Slot> Free, bool IsElsewhere)> FindAsync(
        IReadOnlyList<string> schedules,
        DateWish wish,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var free = await agenda.FindFreeAsync(
            new SlotQuery(schedules, wish, now, Count),
            cancellationToken
        );
        if (free.Count > 0)
        {
            return (free, false);
        }

        var later = new DateWish(wish.From, null);
        free = await agenda.FindFreeAsync(
            new SlotQuery(schedules, later, now, Count),
            cancellationToken
        );
        return (free, true);
    }

    /// <summary>What keeps a slot, and gives back the one kept before; null when somebody else has it.</summary>
    public async ValueTask<(HoldId Hold, TurnCommand[] Commands)?> TryHoldAsync(
        Slot chosen,
        HoldId? earlier,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (!await agenda.IsFreeAsync(chosen, now, cancellationToken))
        {
            return null;
        }

        var hold = HoldId.New(now);
        var keep = new TurnCommand.HoldSlot(hold, chosen, now, now + HoldLength);
        return (hold, earlier is { } old ? [keep, new TurnCommand.ReleaseHold(old)] : [keep]);
    }
}
