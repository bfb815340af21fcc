using ChatbotSante.Bot.Storage;
using Microsoft.Extensions.Options;

namespace ChatbotSante.Bot.Hosting;

/// <summary>
/// Lends the thread pool more workers as soon as those it has stand still. Threads that a database keeps waiting must not hold
/// up an emergency; but a pool that always has many wakes one for each step of each message, on a processor that has none free.
/// </summary>
internal sealed class WorkerReserve(IOptions<StoreOptions> store) : IHostedService, IDisposable
{
    /// <summary>Workers where some wait: more than may read at once, with some left for those that do not read.</summary>
    public const int WithReserve = 12;

    /// <summary>Far less than the channel's patience; the pool itself would take half a second for each worker.</summary>
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(50);

    /// <summary>How long the reserve is lent: a database that has just hung may hang again.</summary>
    private static readonly TimeSpan LentFor = TimeSpan.FromSeconds(5);

    private readonly ManualResetEventSlim _stopped = new();
    private Thread? _thread;

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        ThreadPool.GetMinThreads(out var usual, out var ports);
        if (store.Value.Provider == StoreProvider.PostgreSql)
        {
            // Every reading waits for the network.
            ThreadPool.SetMinThreads(Math.Max(usual, WithReserve), ports);
            return Task.CompletedTask;
        }

        // Not a timer: its callback would wait for the very workers that stand still.
        _thread = new Thread(() => Watch(usual, ports))
        {
            IsBackground = true,
            Name = "worker reserve",
        };
        _thread.Start();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken)
    {
        _stopped.Set();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _stopped.Set();
        _thread?.Join();
        _stopped.Dispose();
    }

    /// <summary>Work waits, and for a whole period none was finished.</summary>
    /// <param name="finishedBefore">Work items finished at the last look.</param>
    /// <param name="finishedNow">Work items finished by now.</param>
    /// <param name="waiting">Work items that wait for a worker.</param>
    internal static bool StandsStill(long finishedBefore, long finishedNow, long waiting) =>
        waiting > 0 && finishedNow == finishedBefore;

    private void Watch(int usual, int ports)
    {
        var finished = ThreadPool.CompletedWorkItemCount;
        var left = TimeSpan.Zero;
        while (!_stopped.Wait(Period))
        {
            var now = ThreadPool.CompletedWorkItemCount;
            if (StandsStill(finished, now, ThreadPool.PendingWorkItemCount))
            {
                ThreadPool.SetMinThreads(Math.Max(usual, WithReserve), ports);
                left = LentFor;
            }
            else if (left > TimeSpan.Zero && (left -= Period) <= TimeSpan.Zero)
            {
                ThreadPool.SetMinThreads(usual, ports);
            }

            finished = now;
        }
    }
}
