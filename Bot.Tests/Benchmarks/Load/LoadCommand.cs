using System.Globalization;
using ChatbotSante.Benchmarks.InventedClinic;

namespace ChatbotSante.Benchmarks.Load;

/// <summary><c>load --url URL --script FILE</c>: plays a script against a server that runs already.</summary>
internal static class LoadCommand
{
    /// <summary>0 when every turn was answered as expected, 1 otherwise.</summary>
    public static int Run(ReadOnlySpan<string> args)
    {
        var arguments = new Arguments(
            args,
            "--url",
            "--script",
            "--connections",
            "--seconds",
            "--warmup",
            "--pid",
            "--practitioners",
            "--names",
            "--first"
        );
        var practitioners = arguments.Text("--names") is { } names
            ? names.Split(',')
            : InventedSurnames.Take(
                arguments.Number("--practitioners", 1000, 1, InventedSurnames.Count)
            );
        var pid = arguments.Number("--pid", 0, 0, int.MaxValue);
        var options = new LoadOptions
        {
            Url = new Uri(arguments.Text("--url", "http://127.0.0.1:3978/api/messages")),
            Script = Script.Read(
                arguments.Text("--script", "Bot.Tests/Benchmarks/scripts/booking.json")
            ),
            Plan = new BookingPlan(practitioners, BookableDays.After(ClinicDate.Today)),
            Connections = arguments.Number("--connections", 16, 1, 1024),
            Measured = TimeSpan.FromSeconds(arguments.Number("--seconds", 20, 1, 3600)),
            Warmup = TimeSpan.FromSeconds(arguments.Number("--warmup", 5, 0, 3600)),
            FirstConversation = arguments.Number("--first", 0, 0, int.MaxValue),
            ServerPid = pid == 0 ? null : pid,
        };
        using var run = new LoadRun(options);
        var result = run.Play();
        Print(options, result);
        return result.Failures == 0 ? 0 : 1;
    }

    private static void Print(LoadOptions options, LoadResult result)
    {
        Line(
            $"{options.Script.Name}: {result.Turns:N0} turns, {result.Conversations:N0} conversations in {result.Elapsed.TotalSeconds:F1} s"
        );
        Line($"{result.TurnsPerSecond:N0} turns/s, {result.Failures:N0} failures");
        Line($"latency ms: {Milliseconds(result.Latency)}");
        foreach (var (turn, latency) in result.LatencyByTurn.Index())
        {
            Line($"  turn {turn + 1}: {Milliseconds(latency)}");
        }

        if (result.End.Server is { } server)
        {
            Line(
                $"server: {result.ServerMicrosecondsPerTurn:F1} µs CPU/turn, {server.ResidentBytes / 1e6:F0} MB resident, {server.PeakResidentBytes / 1e6:F0} MB at most"
            );
        }

        Line(
            $"load program: {result.LoadMicrosecondsPerTurn:F1} µs CPU/turn, {(result.End.AllocatedBytes - result.Start.AllocatedBytes) / 1e3:F0} kB allocated"
        );
        Line(
            $"other processes: {Math.Max(0, result.OtherCores):F2} cores; host: {result.StolenCores:F2} cores"
        );
        foreach (var failure in result.FailureSamples)
        {
            Line($"failure: {failure}");
        }

        if (result.Begun > options.Plan.HalfDays)
        {
            Line(
                $"{result.Begun:N0} conversations for {options.Plan.HalfDays:N0} half-days: some took a second slot of the same half-day"
            );
        }
    }

    private static string Milliseconds(LatencyHistogram latency) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"p50 {latency.Percentile(0.5).TotalMilliseconds:F2}, p99 {latency.Percentile(0.99).TotalMilliseconds:F2}, max {latency.Max.TotalMilliseconds:F2}"
        );

    private static void Line(FormattableString text) =>
        Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
