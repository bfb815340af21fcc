using ChatbotSante.Bot.Ports;
using Microsoft.EntityFrameworkCore;

namespace ChatbotSante.Bot.Storage;

/// <summary>The sentences that were not understood.</summary>
internal sealed class SqlMissedSentences(ReadPool reads, Database database, IAuditLog audit)
    : IMissedSentences
{
    /// <inheritdoc />
    public async ValueTask<bool> WantsWordsAsync(string id) =>
        await reads.ReadAsync(id, static (statements, id) => statements.WantsWords(id));

    /// <inheritdoc />
    public async Task<IReadOnlyList<MissedEntry>> ListAsync(
        string actor,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        // Written down before anything is shown.
        await audit.AppendAsync(actor, "missed-sentences.read", "all", now, cancellationToken);
        await using var context = database.Context();
        var ticks = now.UtcTicks;
        var rows = await context
            .MissedSentences.AsNoTracking()
            .Where(m => m.Sealed != null && m.PurgeAt > ticks)
            .OrderByDescending(m => m.Times)
            .ThenByDescending(m => m.LastDay)
            .ThenBy(m => m.Id)
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new MissedEntry(
                row.Id,
                (int)row.Times,
                DateOnly.FromDayNumber((int)row.LastDay),
                row.Sealed!
            )),
        ];
    }
}
