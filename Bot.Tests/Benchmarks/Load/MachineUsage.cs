using System.Globalization;

namespace ChatbotSante.Benchmarks.Load;

/// <summary>What the whole machine has used so far, from <c>/proc/stat</c> (proc(5)), in seconds of one core.</summary>
/// <param name="Busy">Time that any process or interrupt ran.</param>
/// <param name="Stolen">Time that the host of a virtual machine gave to others.</param>
internal sealed record MachineUsage(TimeSpan Busy, TimeSpan Stolen)
{
    private const int TicksPerSecond = 100;

    public static MachineUsage Read()
    {
        var line = File.ReadLines("/proc/stat").First();
        var ticks = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..]
            .Select(t => long.Parse(t, CultureInfo.InvariantCulture))
            .ToArray();

        // user nice system idle iowait irq softirq steal
        var busy = ticks[0] + ticks[1] + ticks[2] + ticks[5] + ticks[6];
        return new MachineUsage(
            TimeSpan.FromSeconds((double)busy / TicksPerSecond),
            TimeSpan.FromSeconds((double)ticks[7] / TicksPerSecond)
        );
    }
}
