using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Dialogs.Nlu.Dates;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>Looks for slots to offer: those wished for, or else the nearest; and others in the place of those just offered.</summary>
internal sealed class SlotSearch(IAgenda agenda, Clinic clinic)
{
    private const int Count = 2;

    /// <summary>What meets the wish, or else, the day left open, the nearest after it.</summary>
    /// <returns>The slots, none when nothing is free until the horizon; and whether they lie elsewhere than wished.</returns>
    /// <exception cref="AgendaUnavailableException">The agenda cannot be read.</exception>
    public async ValueTask<(IReadOnlyList<Slot> Free, bool Elsewhere)> NearestAsync(
        SlotQuery query,
        CancellationToken cancellationToken
    )
    {
        var wished = query with { Count = Count };
        var free = await agenda.FindFreeAsync(wished, cancellationToken);
        if (free.Count > 0)
        {
            return (free, false);
        }

        // A time of a day that is taken: what comes after it that day is nearer than the day's beginning.
        if (query.Wish is { HasDay: true, Earliest: not null, Latest: not null } precise)
        {
            var after = wished with { Wish = precise with { Latest = null } };
            free = await agenda.FindFreeAsync(after, cancellationToken);
            if (free.Count > 0)
            {
                return (free, true);
            }
        }

        var later = wished with { Wish = DayLeftOpen(query.Wish) };
        return (await agenda.FindFreeAsync(later, cancellationToken), true);
    }

    /// <summary>Others than those offered, as near the wish as they come; none when there are none.</summary>
    /// <exception cref="AgendaUnavailableException">The agenda cannot be read.</exception>
    public async ValueTask<IReadOnlyList<Slot>> OthersAsync(
        SlotQuery query,
        IReadOnlyList<Slot> offered,
        Alternative alternative,
        CancellationToken cancellationToken
    )
    {
        foreach (var attempt in Attempts(query with { Count = Count }, offered, alternative))
        {
            var free = await agenda.FindFreeAsync(attempt, cancellationToken);
            if (free.Count > 0)
            {
                return free;
            }
        }

        return [];
    }

    private static DateWish DayLeftOpen(DateWish wish) =>
        new(wish.From, null) { Except = wish.Except };

    private IEnumerable<SlotQuery> Attempts(
        SlotQuery query,
        IReadOnlyList<Slot> offered,
        Alternative alternative
    )
    {
        var first = offered.Min(slot => slot.Start);
        var last = offered.Max(slot => slot.Start);
        var wish = query.Wish;
        switch (alternative)
        {
            case Alternative.Earlier:
                var sooner = query with { Before = first };
                return
                [
                    sooner,
                    sooner with
                    {
                        Wish = wish with { From = null, To = null },
                    },
                    sooner with
                    {
                        Wish = DateWish.AnyTime with { Except = wish.Except },
                    },
                ];
            case Alternative.OtherDay:
                var next = DateOnly.FromDateTime(clinic.Local(last)).AddDays(1);
                return
                [
                    query with
                    {
                        Wish = wish with { From = next, To = wish.To >= next ? wish.To : null },
                    },
                    query with
                    {
                        Wish = new DateWish(next, null) { Except = wish.Except },
                    },
                ];
            default:
                var later = query with { After = last };
                return
                [
                    later,
                    later with
                    {
                        Wish = wish with { To = null },
                    },
                    later with
                    {
                        Wish = DateWish.AnyTime with { Except = wish.Except },
                    },
                ];
        }
    }
}
