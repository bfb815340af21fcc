using ChatbotSante.Bot.Ports;
using Polly;
using Polly.Registry;

namespace ChatbotSante.Bot.Outbox;

/// <summary>Sends what turns left to be sent. A message is sent at least once; its file name makes the second time the same file.</summary>
internal sealed class OutboxSender(
    IOutboxStore store,
    FolderMail mail,
    FolderSms sms,
    ResiliencePipelineProvider<string> resilience,
    [FromKeyedServices(ClinicClockKey.Name)] TimeProvider clock,
    ILogger<OutboxSender> logger
) : BackgroundService, IClockFollower
{
    /// <summary>Name of the retry policy.</summary>
    public const string Name = "outbox";

    private const int BatchSize = 50;
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    /// <summary>How long a message stays in the folder, as in the store.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);
    private readonly ResiliencePipeline _resilience = resilience.GetPipeline(Name);

    /// <summary>One round at a time: the second's own, or one that was asked for.</summary>
    private readonly SemaphoreSlim _rounds = new(1, 1);

    /// <inheritdoc />
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        do
        {
            await RoundAsync(cancellationToken);
        } while (
            await store.DueAsync(clock.GetUtcNow(), count: 1, cancellationToken) is { Count: > 0 }
        );
    }

    public override void Dispose()
    {
        _rounds.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RoundAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Log.SendingFailed(logger, fault.GetType().Name);
            }
        }
    }

    private async Task RoundAsync(CancellationToken cancellationToken)
    {
        await _rounds.WaitAsync(cancellationToken);
        try
        {
            await SendDueAsync(cancellationToken);
            var now = clock.GetUtcNow();
            mail.DeleteBefore(now - Kept);
            sms.DeleteBefore(now - Kept, now);
        }
        finally
        {
            _rounds.Release();
        }
    }

    private async Task SendDueAsync(CancellationToken cancellationToken)
    {
        var sent = new List<string>(BatchSize);
        try
        {
            foreach (
                var message in await store.DueAsync(clock.GetUtcNow(), BatchSize, cancellationToken)
            )
            {
                await _resilience.ExecuteAsync(
                    token =>
                        message.Sealed is null
                            ? mail.SendAsync(message, token)
                            : sms.SendAsync(message, token),
                    cancellationToken
                );
                sent.Add(message.Id);
            }
        }
        finally
        {
            // Together: each marking holds up the turns' writer for the time of a flush.
            if (sent.Count > 0)
            {
                await store.MarkSentAsync(sent, clock.GetUtcNow(), CancellationToken.None);
            }
        }
    }
}
