using System.Globalization;

namespace ChatbotSante.Bot.Commands.Redact;

/// <summary>Tells whoever looks at the terminal how far the work is.</summary>
/// <param name="time">The process's time: work is timed, not a clinic.</param>
/// <param name="length">Bytes of the input; null when that is not known.</param>
internal sealed class RedactProgress(TimeProvider time, long? length)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    /// <summary>Writes a line over itself until it is told to end, then the last state of it.</summary>
    public async Task ShowAsync(RedactPipeline pipeline, CancellationToken end)
    {
        var began = time.GetTimestamp();
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(end))
            {
                await Terminal.OverwriteAsync(Line(pipeline.Done, time.GetElapsedTime(began)));
            }
        }
        catch (OperationCanceledException)
        {
            await Terminal.OverwriteAsync(Line(pipeline.Done, time.GetElapsedTime(began)));
            await Terminal.ErrorAsync(string.Empty);
        }
    }

    /// <summary><c>412 MB of 1024 (40 %), 1,200,000 lines, 38 MB/s</c>.</summary>
    internal string Line(RedactCounts done, TimeSpan elapsed)
    {
        const double Megabyte = 1_000_000;
        var of = length is > 0
            ? string.Create(
                CultureInfo.InvariantCulture,
                $" of {length / Megabyte:F0} ({100.0 * done.Bytes / length:F0} %)"
            )
            : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{done.Bytes / Megabyte:F0} MB{of}, {done.Lines:N0} lines, {done.Bytes / Megabyte / Math.Max(elapsed.TotalSeconds, 0.001):F1} MB/s"
        );
    }
}
