using ChatbotSante.Bot.Ports;
using Microsoft.EntityFrameworkCore;

namespace ChatbotSante.Bot.Storage;

/// <summary>The audit, outside turns. Appends under a chain of its own, apart from the turn writer's.</summary>
internal sealed class EfAuditLog(Database database, IInstallationSecrets secrets, string chain)
    : IAuditLog,
        IDisposable
{
    private const int Attempts = 20;
    private readonly byte[] _key = secrets.Derive("audit");
    private readonly SemaphoreSlim _one = new(1, 1);

    public void Dispose() => _one.Dispose();

    /// <inheritdoc />
    public async Task AppendAsync(
        string actor,
        string action,
        string subject,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    await TryAppendAsync(actor, action, subject, at, cancellationToken);
                    return;
                }
                catch (DbUpdateException) when (attempt < Attempts)
                {
                    // Another process took this place in the chain: read its end again.
                }
            }
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc />
    public async Task<(long Entries, IReadOnlyList<string> Broken)> VerifyAsync(
        CancellationToken cancellationToken
    )
    {
        await using var context = database.Context();
        var broken = new List<string>();
        var entries = 0L;
        string? current = null;
        AuditTail tail = default;
        var rows = context
            .Audit.AsNoTracking()
            .OrderBy(a => a.Chain)
            .ThenBy(a => a.Sequence)
            .AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            entries++;
            if (!string.Equals(row.Chain, current, StringComparison.Ordinal))
            {
                current = row.Chain;

                // What retention removed ends where the oldest kept entry begins: its own hash is then the start.
                tail =
                    row.Sequence == 1
                        ? new AuditTail(0, AuditChain.Origin)
                        : new AuditTail(row.Sequence, row.Hash);
                if (row.Sequence > 1)
                {
                    continue;
                }
            }

            var expected = AuditChain.Hash(
                _key,
                tail.Hash,
                row.Chain,
                tail.Sequence + 1,
                row.At,
                row.Actor,
                row.Action,
                row.Subject
            );
            var intact =
                row.Sequence == tail.Sequence + 1 && expected.AsSpan().SequenceEqual(row.Hash);
            if (
                !intact
                && !broken.Exists(b => b.StartsWith(row.Chain + "#", StringComparison.Ordinal))
            )
            {
                broken.Add(FormattableString.Invariant($"{row.Chain}#{tail.Sequence + 1}"));
            }

            tail = new AuditTail(row.Sequence, row.Hash);
        }

        return (entries, broken);
    }

    private async Task TryAppendAsync(
        string actor,
        string action,
        string subject,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        await using var context = database.Context();
        var last = await context
            .Audit.AsNoTracking()
            .Where(a => a.Chain == chain)
            .OrderByDescending(a => a.Sequence)
            .FirstOrDefaultAsync(cancellationToken);
        var sequence = (last?.Sequence ?? 0) + 1;
        var ticks = at.UtcTicks;
        context.Audit.Add(
            new AuditRow
            {
                Chain = chain,
                Sequence = sequence,
                At = ticks,
                Actor = actor,
                Action = action,
                Subject = subject,
                Hash = AuditChain.Hash(
                    _key,
                    last?.Hash ?? AuditChain.Origin,
                    chain,
                    sequence,
                    ticks,
                    actor,
                    action,
                    subject
                ),
            }
        );
        await context.SaveChangesAsync(cancellationToken);
    }
}
