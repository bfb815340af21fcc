using ChatbotSante.Bot.Ports;
using Microsoft.EntityFrameworkCore;

namespace ChatbotSante.Bot.Storage;

/// <summary>Messages waiting to leave.</summary>
internal sealed class EfOutboxStore(Database database) : IOutboxStore
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<OutboxMessage>> DueAsync(
        DateTimeOffset now,
        int count,
        CancellationToken cancellationToken
    )
    {
        await using var context = database.Context();
        var ticks = now.UtcTicks;
        var due = await context
            .Outbox.AsNoTracking()
            .Where(o => o.SentAt == null && o.Due <= ticks && o.PurgeAt > ticks)
            .OrderBy(o => o.Due)
            .Take(count)
            .ToListAsync(cancellationToken);
        return
        [
            .. due.Select(o => new OutboxMessage(
                o.Id,
                o.Template,
                o.Reference,
                new DateTimeOffset(o.Due, TimeSpan.Zero),
                o.Sealed
            )),
        ];
    }

    /// <inheritdoc />
    public async Task MarkSentAsync(
        IReadOnlyCollection<string> ids,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await using var context = database.Context();
        var ticks = now.UtcTicks;
        await context
            .Outbox.Where(o => ids.Contains(o.Id) && o.SentAt == null)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(o => o.SentAt, ticks)
                        // What filled a message to a patient is of no use once it left: the next purge destroys it.
                        .SetProperty(o => o.PurgeAt, o => o.Sealed == null ? o.PurgeAt : ticks),
                cancellationToken
            );
    }
}
