using ChatbotSante.Bot.Ports;

namespace ChatbotSante.Bot.Governance;

/// <summary>Forgets, every minute, what has reached the end of its retention, and destroys the keys that sealed it.</summary>
internal sealed class RetentionService(
    IRetentionStore store,
    ISealer sealer,
    IWrappedKeyStore keys,
    IAuditLog audit,
    [FromKeyedServices(ClinicClockKey.Name)] TimeProvider clock,
    ILogger<RetentionService> logger
) : BackgroundService, IClockFollower
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    /// <summary>Age from which a key that seals nothing was left by a run that ended: it is destroyed.</summary>
    private static readonly TimeSpan OrphanAge = TimeSpan.FromDays(1);

    /// <summary>One round at a time: the minute's own, or one that was asked for.</summary>
    private readonly SemaphoreSlim _rounds = new(1, 1);

    /// <summary>One round: the number of keys destroyed.</summary>
    public async Task<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        await _rounds.WaitAsync(cancellationToken);
        try
        {
            return await PurgeAsync(cancellationToken);
        }
        finally
        {
            _rounds.Release();
        }
    }

    /// <inheritdoc />
    public Task CatchUpAsync(CancellationToken cancellationToken) =>
        RunOnceAsync(cancellationToken);

    public override void Dispose()
    {
        _rounds.Dispose();
        base.Dispose();
    }

    private async Task<int> PurgeAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var freed = await store.PurgeAsync(now, cancellationToken);
        if (freed.Count > 0)
        {
            await sealer.DestroyAsync(freed, cancellationToken);
            await audit.AppendAsync(
                "retention",
                "purged",
                FormattableString.Invariant($"keys:{freed.Count}"),
                now,
                cancellationToken
            );
        }

        return freed.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period);
        await RoundAsync(DestroyOrphansAsync, stoppingToken);
        do
        {
            await RoundAsync(RunOnceAsync, stoppingToken);
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<int> DestroyOrphansAsync(CancellationToken cancellationToken)
    {
        var old = await keys.ListAsync(clock.GetUtcNow() - OrphanAge, cancellationToken);
        if (old.Count == 0)
        {
            return 0;
        }

        var inUse = await store.KeysInUseAsync(cancellationToken);
        var orphans = old.Where(key => !inUse.Contains(key)).ToArray();
        await keys.DestroyAsync(orphans, cancellationToken);
        return orphans.Length;
    }

    private async Task RoundAsync(
        Func<CancellationToken, Task<int>> round,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await round(cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // A purge that fails is tried again in a minute, and said; it never stops the service.
            Log.PurgeFailed(logger, fault.GetType().Name);
        }
    }
}
