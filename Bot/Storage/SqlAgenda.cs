using ChatbotSante.Bot.Ports;
using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Care.Identity;

namespace ChatbotSante.Bot.Storage;

/// <summary>The clinic's own agenda: its rules, less what is claimed.</summary>
internal sealed class SqlAgenda(ReadPool reads, Clinic clinic) : IAgenda
{
    /// <summary>Two offers lie this far apart when the day allows it: a choice of times, not the same time twice.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromHours(1);

    private readonly SlotGrid _grid = new(clinic);

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<Slot>> FindFreeAsync(
        SlotQuery query,
        CancellationToken cancellationToken
    ) => Guard<IReadOnlyList<Slot>>(async () => await FindAsync(query));

    /// <inheritdoc />
    public ValueTask<bool> IsFreeAsync(
        Slot slot,
        TimeSpan? visit,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        Guard(async () =>
            slot.Start > now
            && _grid.Has(slot, visit)
            && !await reads.ReadAsync(
                (slot.Schedule, starts: _grid.Taken(slot, visit), now),
                static (s, q) =>
                    q.starts.Any(start => s.IsClaimed(q.Schedule, start.UtcTicks, q.now.UtcTicks))
            )
        );

    /// <inheritdoc />
    public ValueTask<HoldStatus> StatusAsync(
        HoldId hold,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        Guard(async () =>
        {
            var (exists, until) = await reads.ReadAsync(
                hold,
                static (s, id) => s.Hold(id.ToString())
            );
            return !exists ? HoldStatus.Lost
                : until is null ? HoldStatus.Booked
                : until >= now.UtcTicks ? HoldStatus.Held
                : HoldStatus.Lost;
        });

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<Appointment>> AppointmentsAsync(
        AccessScope scope,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        Guard<IReadOnlyList<Appointment>>(async () =>
        {
            var found = await reads.ReadAsync((scope, now.UtcTicks), Opened);
            return
            [
                .. found
                    .Distinct()
                    .OrderBy(row => row.Start)
                    .Select(row => new Appointment(
                        new HoldId(Guid.ParseExact(row.Id, "N")),
                        new Slot(row.Schedule, new DateTimeOffset(row.Start, TimeSpan.Zero))
                    )
                    {
                        Visit = row.Length > 0 ? TimeSpan.FromMinutes(row.Length) : null,
                    }),
            ];
        });

    private static List<(string Id, string Schedule, long Start, long Length)> Opened(
        ReadStatements statements,
        (AccessScope Scope, long Now) query
    )
    {
        var found = query.Scope.Patient is { } patient
            ? statements.AppointmentsOf(patient.ToString(), query.Now)
            : [];
        foreach (var booking in query.Scope.Bookings ?? [])
        {
            if (statements.Appointment(booking.ToString(), query.Now) is { } one)
            {
                found.Add(one);
            }
        }

        return found;
    }

    private static async ValueTask<T> Guard<T>(Func<ValueTask<T>> read)
    {
        try
        {
            return await read();
        }
        catch (StoreUnavailableException inner)
        {
            throw new AgendaUnavailableException(inner);
        }
    }

    private async ValueTask<List<Slot>> FindAsync(SlotQuery query)
    {
        var localNow = clinic.Local(query.Now);
        var found = new List<Slot>(query.Count);
        foreach (var day in _grid.Days(query.Wish, localNow))
        {
            Choose(await FreeOnAsync(day, query, localNow), query.Count, found);
            if (found.Count == query.Count)
            {
                break;
            }
        }

        return found;
    }

    /// <summary>One slot per start time, the first schedule that is free then.</summary>
    private async ValueTask<List<Slot>> FreeOnAsync(
        DateOnly day,
        SlotQuery query,
        DateTime localNow
    )
    {
        var from = clinic.Instant(day.ToDateTime(TimeOnly.MinValue)).UtcTicks;
        var to = clinic.Instant(day.AddDays(1).ToDateTime(TimeOnly.MinValue)).UtcTicks;
        var free = new SortedDictionary<DateTime, Slot>();
        foreach (var schedule in query.Schedules)
        {
            HashSet<long>? claimed = null;
            foreach (var local in _grid.Starts(schedule, day, query.Wish, localNow, query.Visit))
            {
                var slot = new Slot(schedule, clinic.Instant(local));
                if (free.ContainsKey(local) || !query.Admits(slot.Start))
                {
                    continue;
                }

                claimed ??= await reads.ReadAsync(
                    (schedule, from, to, now: query.Now.UtcTicks),
                    static (s, q) => s.Claims(q.schedule, q.from, q.to, q.now)
                );
                if (IsOpen(slot, query.Visit, claimed))
                {
                    free.Add(local, slot);
                }
            }
        }

        return [.. free.Values];
    }

    private bool IsOpen(Slot slot, TimeSpan? visit, HashSet<long> claimed)
    {
        if (claimed.Count == 0)
        {
            return true;
        }

        foreach (var start in _grid.Taken(slot, visit))
        {
            if (claimed.Contains(start.UtcTicks))
            {
                return false;
            }
        }

        return true;
    }

    private static void Choose(List<Slot> free, int count, List<Slot> found)
    {
        var onThisDay = 0;
        foreach (var slot in free)
        {
            if (found.Count < count && (onThisDay == 0 || slot.Start - found[^1].Start >= Apart))
            {
                found.Add(slot);
                onThisDay++;
            }
        }

        // A day with little left: take what there is, in order.
        foreach (var slot in free)
        {
            if (found.Count < count && !found.Contains(slot))
            {
                found.Add(slot);
            }
        }

        found.Sort(static (a, b) => a.Start.CompareTo(b.Start));
    }
}
