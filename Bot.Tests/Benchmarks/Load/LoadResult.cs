using System.Diagnostics;

namespace ChatbotSante.Benchmarks.Load;

/// <summary>What was counted between two samples.</summary>
internal sealed record LoadResult
{
    public required UsageSample Start { get; init; }

    public required UsageSample End { get; init; }

    /// <summary>Turns answered as the script expects.</summary>
    public required long Turns { get; init; }

    /// <summary>Conversations whose last turn was answered.</summary>
    public required long Conversations { get; init; }

    /// <summary>Turns that were not answered so, the warm-up's included.</summary>
    public required long Failures { get; init; }

    /// <summary>The first failures, for a person to read.</summary>
    public required IReadOnlyList<string> FailureSamples { get; init; }

    /// <summary>Latency of answered turns.</summary>
    public required LatencyHistogram Latency { get; init; }

    /// <summary>Latency of answered turns by their place in the script.</summary>
    public required IReadOnlyList<LatencyHistogram> LatencyByTurn { get; init; }

    /// <summary>Conversations begun since the run began, warm-up included.</summary>
    public required long Begun { get; init; }

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(Start.Timestamp, End.Timestamp);

    public double TurnsPerSecond => Turns / Elapsed.TotalSeconds;

    /// <summary>Processor time of the server for one turn, in µs; NaN when its process is unknown.</summary>
    public double ServerMicrosecondsPerTurn => PerTurn(ServerCpu);

    /// <summary>Processor time of this program for one turn, in µs.</summary>
    public double LoadMicrosecondsPerTurn => PerTurn(LoadCpu);

    /// <summary>Processor time of neither, in cores: what else the machine was doing, kernel threads included.</summary>
    public double OtherCores =>
        (
            (End.Machine.Busy - Start.Machine.Busy)
            - (ServerCpu ?? TimeSpan.Zero)
            - (LoadCpu ?? TimeSpan.Zero)
        ) / Elapsed;

    /// <summary>Processor time that the host of the virtual machine kept, in cores.</summary>
    public double StolenCores => (End.Machine.Stolen - Start.Machine.Stolen) / Elapsed;

    private TimeSpan? ServerCpu => End.Server?.Cpu - Start.Server?.Cpu;

    private TimeSpan? LoadCpu => End.Load.Cpu - Start.Load.Cpu;

    private double PerTurn(TimeSpan? cpu) =>
        cpu is { } time && Turns > 0 ? time.TotalMicroseconds / Turns : double.NaN;
}
