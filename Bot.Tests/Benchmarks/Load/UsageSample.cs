using System.Diagnostics;

namespace ChatbotSante.Benchmarks.Load;

/// <summary>Everything that is read at both ends of the measured window.</summary>
internal sealed record UsageSample(
    long Timestamp,
    ProcessUsage? Server,
    ProcessUsage Load,
    MachineUsage Machine,
    long AllocatedBytes
)
{
    /// <param name="serverPid">The server, or null when it runs elsewhere.</param>
    public static UsageSample Take(int? serverPid) =>
        new(
            Stopwatch.GetTimestamp(),
            serverPid is { } pid ? ProcessUsage.Read(pid) : null,
            ProcessUsage.Read(Environment.ProcessId),
            MachineUsage.Read(),
            GC.GetTotalAllocatedBytes()
        );
}
