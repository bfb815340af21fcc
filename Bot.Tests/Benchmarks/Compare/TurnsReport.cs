using System.Globalization;
using System.Text;
using ChatbotSante.Benchmarks.Load;

namespace ChatbotSante.Benchmarks.Compare;

/// <summary>Writes <c>results/turns.md</c>.</summary>
internal sealed class TurnsReport(
    CompareOptions options,
    MachineFacts machine,
    Versions versions,
    BookingPlan plan,
    IReadOnlyList<RoundResult> results
)
{
    /// <summary>What the bot is called.</summary>
    public const string Bot = "ChatbotSante";

    /// <summary>What the peer is called.</summary>
    public const string Peer = "botbuilder-js";

    private readonly StringBuilder _text = new();

    public string ToMarkdown()
    {
        WriteSetting();
        WriteWork();
        WriteRounds();
        WriteRatios();
        WriteTurns();
        WriteNotes();
        return _text.ToString();
    }

    private void WriteSetting()
    {
        Line($"# Turns of a three-step booking over HTTP");
        Line($"");
        Line(
            $"Written by `Benchmarks compare` on {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC; do not edit."
        );
        Line($"");
        Line(
            $"- Machine: {machine.Cores} cores ({machine.Processor}), {machine.MemoryBytes / 1e9:F0} GB, Linux {machine.Kernel}; server and load program share the cores."
        );
        Line(
            $"- Disk: {machine.FileSystem}; a 4 KiB append with fdatasync takes {machine.Flush.Median.TotalMicroseconds:F0} µs (median of 200), {machine.Flush.Slowest.TotalMilliseconds:F1} ms at worst."
        );
        Line(
            $"- {Bot} {versions.Bot}, Release, .NET {versions.Runtime}; {Peer} {versions.BotBuilder}, node {versions.Node}, NODE_ENV=production."
        );
        Line(
            $"- {options.Connections} connections, each one conversation after another, 4 turns a conversation, `deliveryMode: expectReplies`; {options.Warmup.TotalSeconds:F0} s warm-up, {options.Measured.TotalSeconds:F0} s measured, {options.Rounds} rounds, the two by turns, each in a fresh process and folder."
        );
        Line(
            $"- {plan.HalfDays:N0} half-days with {options.Practitioners:N0} practitioners: each conversation asks for another."
        );
        Line($"");
    }

    private void WriteWork()
    {
        Line($"## What each does in a turn");
        Line($"");
        Line(
            $"The two do not do the same work; the figures below say what a turn costs as each is meant to be run."
        );
        Line($"");
        Line(
            $"- **{Bot}** finds and classifies health and identity data in the message, looks for an emergency, understands the request in French, searches the clinic's agenda of {options.Practitioners:N0} practitioners, holds and books a slot nobody else can have, and saves the conversation's state and the booking's rows, sealed, in SQLite with `synchronous=FULL` **before** it answers. A message sent twice is answered once."
        );
        Line(
            $"- **{Peer}** runs a `WaterfallDialog` with a choice, a text and a confirmation prompt over `MemoryStorage`. It offers three constant slots, checks the identity with one regular expression, books nothing and saves nothing to disk: a restart forgets every conversation. It redacts, classifies and encrypts nothing. Node runs it on one thread; the other core is left to the load program. No web framework and no authentication are in the way. `MemoryStorage` keeps every conversation, so its memory grows through the run."
        );
        Line($"");
        Line(
            $"An answer counts as a turn only with status 200 and the text that the script expects; anything else is a failure."
        );
        Line($"");
    }

    private void WriteRounds()
    {
        Line($"## Figures");
        Line($"");
        Line(
            $"| server | round | turns/s | CPU µs/turn | p50 ms | p99 ms | max ms | memory MB | failures | start to first answer ms | others, cores |"
        );
        Line($"| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var server in (string[])[Bot, Peer])
        {
            foreach (var round in Of(server))
            {
                var load = round.Load;
                Line(
                    $"| {server} | {round.Round} | {load.TurnsPerSecond:N0} | {load.ServerMicrosecondsPerTurn:F1} | {P50(load.Latency):F2} | {P99(load.Latency):F2} | {load.Latency.Max.TotalMilliseconds:F1} | {Resident(round):F0} | {load.Failures:N0} | {round.FirstAnswer.TotalMilliseconds:F0} | {Math.Max(0, load.OtherCores + load.StolenCores):F2} |"
                );
            }

            Line(
                $"| **{server}** | **median** | **{Median(server, r => r.Load.TurnsPerSecond):N0}** | **{Cpu(server):F1}** | **{Median(server, r => P50(r.Load.Latency)):F2}** | **{Median(server, r => P99(r.Load.Latency)):F2}** | **{Median(server, r => r.Load.Latency.Max.TotalMilliseconds):F1}** | **{Median(server, Resident):F0}** | **{Of(server).Sum(r => r.Load.Failures):N0}** (sum) | **{Median(server, r => r.FirstAnswer.TotalMilliseconds):F0}** | |"
            );
        }

        Line($"");
        Line(
            $"CPU is user and system time of the server's process; memory is what is resident at the end of the measured window; « others » is what else ran on the machine or was taken by its host, of {machine.Cores} cores."
        );
        Line($"");
    }

    private void WriteRatios()
    {
        Line($"## {Bot} against {Peer} (ratios of medians)");
        Line($"");
        Line($"| | {Bot} | {Peer} | ratio |");
        Line($"| --- | ---: | ---: | ---: |");
        Ratio("turns/s", r => r.Load.TurnsPerSecond);
        Ratio("CPU µs/turn", r => r.Load.ServerMicrosecondsPerTurn);
        Ratio("p50 ms", r => P50(r.Load.Latency));
        Ratio("p99 ms", r => P99(r.Load.Latency));
        Ratio("memory MB", Resident);
        Ratio("start to first answer ms", r => r.FirstAnswer.TotalMilliseconds);
        Line($"");
    }

    private void WriteTurns()
    {
        Line($"## By turn (medians over the rounds, p50 / p99 in ms)");
        Line($"");
        Line($"| turn | {Bot} | {Peer} |");
        Line($"| --- | ---: | ---: |");
        string[] turns = ["what, with whom, when", "which slot", "who", "yes"];
        var count = results.Min(r => r.Load.LatencyByTurn.Count);
        for (var i = 0; i < count; i++)
        {
            var turn = i;
            var name = i < turns.Length ? turns[i] : string.Empty;
            Line(
                $"| {i + 1} {name} | {Median(Bot, r => P50(r.Load.LatencyByTurn[turn])):F2} / {Median(Bot, r => P99(r.Load.LatencyByTurn[turn])):F2} | {Median(Peer, r => P50(r.Load.LatencyByTurn[turn])):F2} / {Median(Peer, r => P99(r.Load.LatencyByTurn[turn])):F2} |"
            );
        }

        Line($"");
    }

    private void WriteNotes()
    {
        Line($"## Also measured");
        Line($"");
        foreach (var server in (string[])[Bot, Peer])
        {
            Line(
                $"- {server}: the load program itself used {Median(server, r => r.Load.LoadMicrosecondsPerTurn):F1} µs of CPU a turn (not in the table); {Median(server, r => r.Load.Conversations):N0} conversations completed in the window; {Median(server, r => (double)r.StoredBytes / r.Load.Begun):N0} bytes left on disk and {Median(server, r => (double)r.LogBytes / r.Load.Begun):N0} bytes logged for a conversation; exit codes {string.Join(' ', Of(server).Select(r => r.ExitCode))}."
            );
        }

        foreach (var round in results.Where(r => r.Load.Failures > 0))
        {
            Line(
                $"- {round.Server}, round {round.Round}, first failure: `{round.Load.FailureSamples[0].ReplaceLineEndings(" ")}`"
            );
        }
    }

    private void Ratio(string name, Func<RoundResult, double> value)
    {
        var (bot, peer) = (Median(Bot, value), Median(Peer, value));
        var ratio =
            bot >= peer
                ? $"× {(bot / peer).ToString("F1", CultureInfo.InvariantCulture)}"
                : $"÷ {(peer / bot).ToString("F1", CultureInfo.InvariantCulture)}";
        Line($"| {name} | {bot:N1} | {peer:N1} | {ratio} |");
    }

    private double Cpu(string server) => Median(server, r => r.Load.ServerMicrosecondsPerTurn);

    private IEnumerable<RoundResult> Of(string server) =>
        results.Where(r => string.Equals(r.Server, server, StringComparison.Ordinal));

    private double Median(string server, Func<RoundResult, double> value)
    {
        var sorted = Of(server).Select(value).Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double P50(LatencyHistogram latency) =>
        latency.Percentile(0.5).TotalMilliseconds;

    private static double P99(LatencyHistogram latency) =>
        latency.Percentile(0.99).TotalMilliseconds;

    private static double Resident(RoundResult round) =>
        (round.Load.End.Server?.ResidentBytes ?? 0) / 1e6;

    private void Line(FormattableString text) =>
        _text.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
