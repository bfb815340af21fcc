using System.Globalization;

namespace ChatbotSante.Benchmarks.Compare;

/// <summary>What the figures were measured on.</summary>
internal sealed record MachineFacts(
    int Cores,
    string Processor,
    string Kernel,
    long MemoryBytes,
    string FileSystem,
    DiskFlush Flush
)
{
    /// <param name="folder">A folder on the disk that the servers write to.</param>
    public static MachineFacts Read(string folder) =>
        new(
            Environment.ProcessorCount,
            Field("/proc/cpuinfo", "model name"),
            File.ReadAllText("/proc/sys/kernel/osrelease").Trim(),
            long.Parse(
                Field("/proc/meminfo", "MemTotal").Split(' ')[0],
                CultureInfo.InvariantCulture
            ) * 1024,
            new DriveInfo(folder).DriveFormat,
            DiskFlush.Measure(folder)
        );

    private static string Field(string path, string name)
    {
        var line = File.ReadLines(path)
            .FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal));
        return line is null
            ? "unknown"
            : line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }
}
