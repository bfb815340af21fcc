using ChatbotSante.Bot.Ports;
using Microsoft.EntityFrameworkCore;

namespace ChatbotSante.Bot.Storage;

/// <summary>The requests to be called back.</summary>
internal sealed class EfCallBackDesk(Database database, IAuditLog audit) : ICallBackDesk
{
    /// <summary>How long a closed request is kept.</summary>
    private static readonly TimeSpan KeptOnceClosed = TimeSpan.FromHours(24);

    /// <inheritdoc />
    public async Task<IReadOnlyList<CallBackRequest>> OpenAsync(
        string actor,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        // Written down before anything is shown.
        await audit.AppendAsync(actor, "callbacks.read", "all", now, cancellationToken);
        await using var context = database.Context();
        var rows = await context
            .CallBacks.AsNoTracking()
            .Where(c => c.ClosedAt == null)
            .OrderBy(c => c.CreatedAt)
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new CallBackRequest(
                row.Id,
                new DateTimeOffset(row.CreatedAt, TimeSpan.Zero),
                ClosedAt: null,
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
            .CallBacks.AsNoTracking()
            .Where(c => c.ClosedAt == null)
            .Select(c => c.Id)
            .ToListAsync(cancellationToken);
        if (Reference.Find(ids, reference, 'R') is not { } match)
        {
            return false;
        }

        await audit.AppendAsync(actor, "callbacks.close", match, now, cancellationToken);
        var ticks = now.UtcTicks;
        var purge = (now + KeptOnceClosed).UtcTicks;
        var closed = await context
            .CallBacks.Where(c => c.Id == match && c.ClosedAt == null)
            .ExecuteUpdateAsync(
                set => set.SetProperty(c => c.ClosedAt, ticks).SetProperty(c => c.PurgeAt, purge),
                cancellationToken
            );
        return closed == 1;
    }
}
