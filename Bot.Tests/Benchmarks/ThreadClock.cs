namespace ChatbotSante.Benchmarks;

/// <summary>
/// The processor time of the calling thread: what a piece of work costs, whoever else the machine works for. Reading it takes about a
/// quarter of a microsecond.
/// </summary>
internal static class ThreadClock
{
    private const int ThreadCpuTime = 3;

    public static double Microseconds =>
        NativeMethods.ClockGetTime(ThreadCpuTime, out var time) == 0
            ? (time.Seconds * 1e6) + (time.Nanoseconds / 1e3)
            : throw new InvalidOperationException("The processor time of a thread cannot be read.");
}
