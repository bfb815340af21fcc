using System.Globalization;
using System.Text;
using ChatbotSante.Benchmarks.Compare;
using ChatbotSante.Benchmarks.Load;

namespace ChatbotSante.Benchmarks.Profile;

/// <summary>Writes <c>results/profile.md</c>.</summary>
internal sealed class ProfileReport(
    MachineFacts machine,
    string version,
    LoadResult load,
    IReadOnlyList<StackSample> samples
)
{
    public string ToMarkdown()
    {
        var text = new StringBuilder();
        void Line(FormattableString line) =>
            text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

        Line($"# Where a turn's processor time goes");
        Line($"");
        Line(
            $"Written by `Benchmarks profile` on {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC; do not edit."
        );
        Line($"");
        Line(
            $"- Machine: {machine.Cores} cores ({machine.Processor}), Linux {machine.Kernel}, {machine.FileSystem}; {load.OtherCores:F2} cores were busy with something else."
        );
        Line(
            $"- ChatbotSante {version}: {load.TurnsPerSecond:N0} turns/s, {load.ServerMicrosecondsPerTurn:F0} µs a turn while it was sampled, {load.Failures} failures. Sampling costs by itself: read the shares, and take the microseconds of a turn from `turns.md`."
        );
        Line(
            $"- {samples.Count:N0} samples of the processor's clock. A sample counts once, under the innermost part that can be named."
        );
        Line($"");
        Line($"| part | share | µs of the turns sampled |");
        Line($"| --- | ---: | ---: |");
        foreach (
            var (part, count) in samples
                .CountBy(CostPart.Of, StringComparer.Ordinal)
                .OrderByDescending(pair => pair.Value)
        )
        {
            var share = (double)count / samples.Count;
            Line($"| {part} | {share:P1} | {share * load.ServerMicrosecondsPerTurn:F1} |");
        }

        Line($"");
        Line($"| thread | share |");
        Line($"| --- | ---: |");
        foreach (
            var (thread, count) in samples
                .CountBy(sample => sample.Thread, StringComparer.Ordinal)
                .OrderByDescending(pair => pair.Value)
                .Take(6)
        )
        {
            Line($"| {thread} | {(double)count / samples.Count:P1} |");
        }

        return text.ToString();
    }
}
