using ChatbotSante.Bot.Ports;
using Microsoft.EntityFrameworkCore;

namespace ChatbotSante.Bot.Storage;

/// <summary>The waiting list.</summary>
internal sealed class EfWaitingList(Database database, IAuditLog audit) : IWaitingList
{
    /// <summary>How long a closed place is kept.</summary>
    private static readonly TimeSpan KeptOnceClosed = TimeSpan.FromHours(24);

    /// <inheritdoc />
    public async Task<IReadOnlyList<WaitingEntry>> OpenAsync(
        string actor,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        // Written down before anything is shown.
        await audit.AppendAsync(actor, "waiting-list.read", "all", now, cancellationToken);
        await using var context = database.Context();
        var rows = await context
            .WaitingList.AsNoTracking()
            .Where(w => w.ClosedAt == null)
            .OrderBy(w => w.CreatedAt)
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new WaitingEntry(
                row.Id,
                new DateTimeOffset(row.CreatedAt, TimeSpan.Zero),
                row.Sealed
            )),
        ];
    }

    /// <inheritdoc />
    public async Task<bool> CloseAsync(
        string reference,
        string actor,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await using var context = database.Context();
        var ids = await context
            .WaitingList.AsNoTracking()
            .Where(w => w.ClosedAt == null)
            .Select(w => w.Id)
            .ToListAsync(cancellationToken);
        if (Reference.Find(ids, reference, 'A') is not { } match)
        {
            return false;
        }

        await audit.AppendAsync(actor, "waiting-list.close", match, now, cancellationToken);
        var ticks = now.UtcTicks;
        var purge = (now + KeptOnceClosed).UtcTicks;
        var closed = await context
            .WaitingList.Where(w => w.Id == match && w.ClosedAt == null)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(w => w.ClosedAt, ticks)
                        .SetProperty(w => w.PurgeAt, w => w.PurgeAt < purge ? w.PurgeAt : purge),
                cancellationToken
            );
        return closed == 1;
    }
}
