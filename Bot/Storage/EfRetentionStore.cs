using ChatbotSante.Bot.Ports;
using Microsoft.EntityFrameworkCore;

namespace ChatbotSante.Bot.Storage;

/// <summary>Deletes what must be forgotten.</summary>
internal sealed class EfRetentionStore(Database database) : IRetentionStore
{
    private const int BatchSize = 500;

    /// <summary>How long the access audit is kept (CNIL, délibération 2021-122: six months to a year).</summary>
    private static readonly TimeSpan AuditKept = TimeSpan.FromDays(365);

    /// <inheritdoc />
    public async Task<IReadOnlyList<KeyId>> PurgeAsync(
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await using var context = database.Context();
        var ticks = now.UtcTicks;
        var keys = new List<KeyId>();
        while (await PurgeConversationsAsync(context, ticks, keys, cancellationToken)) { }

        var appointments = await context
            .Appointments.Where(a => a.PurgeAt <= ticks)
            .Select(a => a.KeyId)
            .ToListAsync(cancellationToken);
        keys.AddRange(appointments.Select(key => new KeyId(key)));
        await context
            .Appointments.Where(a => a.PurgeAt <= ticks)
            .ExecuteDeleteAsync(cancellationToken);

        var callBacks = await context
            .CallBacks.Where(c => c.PurgeAt <= ticks)
            .Select(c => c.KeyId)
            .ToListAsync(cancellationToken);
        keys.AddRange(callBacks.Select(key => new KeyId(key)));
        await context
            .CallBacks.Where(c => c.PurgeAt <= ticks)
            .ExecuteDeleteAsync(cancellationToken);

        var waiting = await context
            .WaitingList.Where(w => w.PurgeAt <= ticks)
            .Select(w => w.KeyId)
            .ToListAsync(cancellationToken);
        keys.AddRange(waiting.Select(key => new KeyId(key)));
        await context
            .WaitingList.Where(w => w.PurgeAt <= ticks)
            .ExecuteDeleteAsync(cancellationToken);

        var patients = await context
            .Patients.Where(p => p.PurgeAt <= ticks)
            .Select(p => p.KeyId)
            .ToListAsync(cancellationToken);
        keys.AddRange(patients.Select(key => new KeyId(key)));
        await context.Patients.Where(p => p.PurgeAt <= ticks).ExecuteDeleteAsync(cancellationToken);

        var missed = await context
            .MissedSentences.Where(m => m.PurgeAt <= ticks && m.KeyId != null)
            .Select(m => m.KeyId)
            .ToListAsync(cancellationToken);
        keys.AddRange(missed.Select(key => new KeyId(key!.Value)));
        await context
            .MissedSentences.Where(m => m.PurgeAt <= ticks)
            .ExecuteDeleteAsync(cancellationToken);

        var messages = await context
            .Outbox.Where(o => o.PurgeAt <= ticks && o.KeyId != null)
            .Select(o => o.KeyId)
            .ToListAsync(cancellationToken);
        keys.AddRange(messages.Select(key => new KeyId(key!.Value)));
        await context.Outbox.Where(o => o.PurgeAt <= ticks).ExecuteDeleteAsync(cancellationToken);
        await context
            .CodeSends.Where(s => s.PurgeAt <= ticks)
            .ExecuteDeleteAsync(cancellationToken);
        await context
            .SlotClaims.Where(s => s.HeldUntil != null && s.HeldUntil < ticks)
            .ExecuteDeleteAsync(cancellationToken);
        var past = now.AddDays(-30).UtcTicks;
        await context.SlotClaims.Where(s => s.Start < past).ExecuteDeleteAsync(cancellationToken);
        var auditEnd = (now - AuditKept).UtcTicks;
        await context.Audit.Where(a => a.At < auditEnd).ExecuteDeleteAsync(cancellationToken);
        return keys;
    }

    /// <inheritdoc />
    public async Task<IReadOnlySet<KeyId>> KeysInUseAsync(CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        var inUse = new HashSet<KeyId>();
        await foreach (
            var key in context
                .Conversations.Select(c => c.KeyId)
                .AsAsyncEnumerable()
                .WithCancellation(cancellationToken)
        )
        {
            inUse.Add(new KeyId(key));
        }

        await foreach (
            var key in context
                .Appointments.Select(a => a.KeyId)
                .AsAsyncEnumerable()
                .WithCancellation(cancellationToken)
        )
        {
            inUse.Add(new KeyId(key));
        }

        await foreach (
            var key in context
                .CallBacks.Select(c => c.KeyId)
                .AsAsyncEnumerable()
                .WithCancellation(cancellationToken)
        )
        {
            inUse.Add(new KeyId(key));
        }

        await foreach (
            var key in context
                .WaitingList.Select(w => w.KeyId)
                .AsAsyncEnumerable()
                .WithCancellation(cancellationToken)
        )
        {
            inUse.Add(new KeyId(key));
        }

        await foreach (
            var key in context
                .Patients.Select(p => p.KeyId)
                .AsAsyncEnumerable()
                .WithCancellation(cancellationToken)
        )
        {
            inUse.Add(new KeyId(key));
        }

        await foreach (
            var key in context
                .Outbox.Where(o => o.KeyId != null)
                .Select(o => o.KeyId)
                .AsAsyncEnumerable()
                .WithCancellation(cancellationToken)
        )
        {
            inUse.Add(new KeyId(key!.Value));
        }

        await foreach (
            var key in context
                .MissedSentences.Where(m => m.KeyId != null)
                .Select(m => m.KeyId)
                .AsAsyncEnumerable()
                .WithCancellation(cancellationToken)
        )
        {
            inUse.Add(new KeyId(key!.Value));
        }

        return inUse;
    }

    /// <summary>One batch, each row only if nothing more was said in it meanwhile; true when there may be more.</summary>
    private static async Task<bool> PurgeConversationsAsync(
        BotDbContext context,
        long now,
        List<KeyId> keys,
        CancellationToken cancellationToken
    )
    {
        var due = await context
            .Conversations.AsNoTracking()
            .Where(c => c.ForgetAt <= now)
            .OrderBy(c => c.ForgetAt)
            .Take(BatchSize)
            .Select(c => new
            {
                c.Id,
                c.Revision,
                c.KeyId,
            })
            .ToListAsync(cancellationToken);
        foreach (var conversation in due)
        {
            var deleted = await context
                .Conversations.Where(c =>
                    c.Id == conversation.Id && c.Revision == conversation.Revision
                )
                .ExecuteDeleteAsync(cancellationToken);
            if (deleted == 1)
            {
                keys.Add(new KeyId(conversation.KeyId));
            }
        }

        return due.Count == BatchSize;
    }
}
