using System.Diagnostics;

namespace ChatbotSante.Benchmarks.Compare;

/// <summary>How long the disk takes to keep an appended page.</summary>
/// <param name="Median">Of 200 appends.</param>
/// <param name="Slowest">Of 200 appends.</param>
internal sealed record DiskFlush(TimeSpan Median, TimeSpan Slowest)
{
    private const int Appends = 200;
    private const int PageBytes = 4096;

    /// <summary>Appends pages to a file of the folder, each followed by fdatasync(2), and removes it.</summary>
    public static DiskFlush Measure(string folder)
    {
        var path = Path.Combine(folder, "flush.bin");
        var durations = new TimeSpan[Appends];
        var page = new byte[PageBytes];
        using (var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write))
        {
            for (var i = 0; i < Appends; i++)
            {
                var begun = Stopwatch.GetTimestamp();
                RandomAccess.Write(file, page, (long)i * PageBytes);
                if (NativeMethods.FlushData(file) != 0)
                {
                    throw new IOException($"fdatasync failed on {path}.");
                }

                durations[i] = Stopwatch.GetElapsedTime(begun);
            }
        }

        File.Delete(path);
        Array.Sort(durations);
        return new DiskFlush(durations[Appends / 2], durations[^1]);
    }
}
