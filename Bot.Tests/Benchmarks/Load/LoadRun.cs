using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace ChatbotSante.Benchmarks.Load;

/// <summary>Plays conversations on all connections from one thread, which sleeps in poll(2) while the server works.</summary>
/// <remarks>
/// Measured against a server that answers at once, 16 connections, 2 cores: 9 to 11 µs of CPU a turn, nearly all of it in the kernel's
/// send and receive, where a thread a connection with blocking reads takes 13.
/// </remarks>
internal sealed class LoadRun : IDisposable
{
    private const int FailureSamples = 3;
    private const int HopelessFailures = 1000;
    private const int PollMilliseconds = 1000;

    private static readonly TimeSpan LongestTurn = TimeSpan.FromSeconds(10);

    private readonly LoadOptions _options;
    private readonly LoadConnection[] _connections;
    private readonly PollEntry[] _entries;
    private readonly LatencyHistogram _latency = new();
    private readonly LatencyHistogram[] _latencyByTurn;
    private readonly List<string> _failures = [];
    private long _next;
    private long _turns;
    private long _conversations;
    private long _failed;

    public LoadRun(LoadOptions options)
    {
        _options = options;
        _next = options.FirstConversation;
        var run = "load" + RandomNumberGenerator.GetHexString(8, lowercase: true);
        _connections =
        [
            .. Enumerable
                .Range(0, options.Connections)
                .Select(_ => new LoadConnection(options.Url, options.Script, options.Plan, run)),
        ];
        _entries = new PollEntry[options.Connections];
        _latencyByTurn = [.. options.Script.Turns.Select(_ => new LatencyHistogram())];
    }

    /// <summary>Plays the warm-up and the measured window, then waits for the turns in flight.</summary>
    /// <exception cref="UsageException">Nobody listens, or nothing but failures comes back.</exception>
    public LoadResult Play()
    {
        try
        {
            foreach (var connection in _connections)
            {
                connection.Open();
                connection.Start(_next++);
            }

            PlayFor(_options.Warmup);
            Clear();
            var start = UsageSample.Take(_options.ServerPid);
            PlayFor(_options.Measured);
            var end = UsageSample.Take(_options.ServerPid);
            var begun = _next - _options.FirstConversation;
            Drain();
            return new LoadResult
            {
                Start = start,
                End = end,
                Turns = _turns,
                Conversations = _conversations,
                Failures = _failed,
                FailureSamples = _failures,
                Latency = _latency,
                LatencyByTurn = _latencyByTurn,
                Begun = begun,
            };
        }
        catch (SocketException exception)
        {
            throw new UsageException($"{_options.Url}: {exception.Message}");
        }
    }

    public void Dispose()
    {
        foreach (var connection in _connections)
        {
            connection.Dispose();
        }
    }

    private void PlayFor(TimeSpan duration)
    {
        var begun = Stopwatch.GetTimestamp();
        var looked = begun;
        while (Stopwatch.GetElapsedTime(begun) < duration)
        {
            for (var i = 0; i < _entries.Length; i++)
            {
                _entries[i] = Wanted(_connections[i]);
            }

            _ = NativeMethods.Poll(_entries, (nuint)_entries.Length, PollMilliseconds);
            for (var i = 0; i < _entries.Length; i++)
            {
                if (_entries[i].Ready != 0)
                {
                    Advance(_connections[i]);
                }
            }

            if (Stopwatch.GetElapsedTime(looked).TotalMilliseconds > PollMilliseconds)
            {
                looked = Stopwatch.GetTimestamp();
                AbandonLate();
            }
        }
    }

    // Answers that come after the window are checked, not counted; one that never comes is a failure.
    private void Drain()
    {
        foreach (var connection in _connections)
        {
            var outcome = TurnOutcome.Pending;
            while (outcome == TurnOutcome.Pending && connection.Elapsed < LongestTurn)
            {
                PollEntry[] entry = [Wanted(connection)];
                if (NativeMethods.Poll(entry, 1, PollMilliseconds) > 0)
                {
                    outcome = connection.Receive();
                }
            }

            if (outcome == TurnOutcome.Pending)
            {
                Abandon(connection);
            }

            if (outcome != TurnOutcome.Answered)
            {
                Record(connection);
            }
        }
    }

    private static PollEntry Wanted(LoadConnection connection) =>
        new() { Descriptor = connection.Descriptor, Wanted = NativeMethods.Readable };

    private void Advance(LoadConnection connection)
    {
        switch (connection.Receive())
        {
            case TurnOutcome.Answered:
                var latency = connection.Elapsed;
                _latency.Add(latency);
                _latencyByTurn[connection.Turn].Add(latency);
                _turns++;
                if (!connection.Continue())
                {
                    _conversations++;
                    connection.Start(_next++);
                }

                break;
            case TurnOutcome.Failed:
                Fail(connection);
                break;
            default:
                break;
        }
    }

    private void AbandonLate()
    {
        foreach (var connection in _connections)
        {
            if (connection.Elapsed > LongestTurn)
            {
                Abandon(connection);
                Fail(connection);
            }
        }
    }

    private static void Abandon(LoadConnection connection) =>
        connection.Abandon(
            string.Create(
                CultureInfo.InvariantCulture,
                $"no answer in {LongestTurn.TotalSeconds} s"
            )
        );

    private void Fail(LoadConnection connection)
    {
        Record(connection);
        connection.Start(_next++);
    }

    private void Record(LoadConnection connection)
    {
        _failed++;
        if (_failures.Count < FailureSamples)
        {
            _failures.Add(connection.Failure);
        }

        if (_failed == HopelessFailures && _turns == 0)
        {
            throw new UsageException($"Nothing but failures. The first: {_failures[0]}");
        }
    }

    // Failures of the warm-up stay: a server that answers wrongly before it is warm answers wrongly.
    private void Clear()
    {
        _latency.Clear();
        foreach (var histogram in _latencyByTurn)
        {
            histogram.Clear();
        }

        _turns = 0;
        _conversations = 0;
    }
}
