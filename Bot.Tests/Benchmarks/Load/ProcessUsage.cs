using System.Globalization;

namespace ChatbotSante.Benchmarks.Load;

/// <summary>What a process has used so far, from <c>/proc/PID</c> (proc(5)).</summary>
/// <param name="Cpu">User and system time of all its threads, in steps of 10 ms.</param>
/// <param name="ResidentBytes">Resident memory now.</param>
/// <param name="PeakResidentBytes">Most it ever had resident.</param>
internal sealed record ProcessUsage(TimeSpan Cpu, long ResidentBytes, long PeakResidentBytes)
{
    private const int TicksPerSecond = 100;

    /// <exception cref="IOException">There is no such process.</exception>
    public static ProcessUsage Read(int pid)
    {
        var stat = File.ReadAllText($"/proc/{pid}/stat");

        // The name, in parentheses, may hold anything; utime and stime are fields 14 and 15, and field 3 follows the name.
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = Number(fields[11]) + Number(fields[12]);
        var status = File.ReadAllLines($"/proc/{pid}/status");
        return new ProcessUsage(
            TimeSpan.FromSeconds((double)ticks / TicksPerSecond),
            Kibibytes(status, "VmRSS:"),
            Kibibytes(status, "VmHWM:")
        );
    }

    private static long Kibibytes(string[] status, string name)
    {
        var line = status.FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal));
        return line is null
            ? 0
            : Number(
                line[name.Length..].Replace("kB", string.Empty, StringComparison.Ordinal).Trim()
            ) * 1024;
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
