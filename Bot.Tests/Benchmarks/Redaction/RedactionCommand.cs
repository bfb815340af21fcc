using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ChatbotSante.Benchmarks.Compare;
using ChatbotSante.Redaction;
using ChatbotSante.Tests.Redaction.Evaluation;
using ChatbotSante.Tests.Support;

namespace ChatbotSante.Benchmarks.Redaction;

/// <summary>
/// <c>Benchmarks redaction</c>: the engine and the peers on the messages of the development sets, adversarial inputs, start and memory;
/// writes <c>results/redaction.md</c>.
/// </summary>
internal static class RedactionCommand
{
    private const string Results = "Bot.Tests/Benchmarks/results/redaction.md";
    private const int Megabyte = 1_000_000;
    private const int Starts = 5;

    private static readonly string[] Sets =
    [
        "dev-typed",
        "dev-speech",
        "dev-documents",
        "dev-clean",
        "dev-clean-speech",
    ];
    private static readonly int[] Sizes = [1, 2, 5, 10];

    public static async Task<int> RunAsync(string[] arguments)
    {
        var given = new Arguments(arguments, "--passes", "--out", "--bot");
        var passes = given.Number("--passes", 20, 1, 10_000);
        var messages = Sets.SelectMany(set =>
                LabelledCorpus
                    .Read(set)
                    .Select(message => ConditionRenderer.Render(message, Condition.Original))
            )
            .ToArray();
        var facts = MachineFacts.Read(Path.GetTempPath());
        var average = messages.Average(m => m.Text.Length);
        var page = new StringBuilder();
        page.Append(
            CultureInfo.InvariantCulture,
            $"""
            # Redaction: speed, start, memory, and the peers

            Written by `./build.sh bench redaction` on {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC; do not edit.

            - Machine: {facts.Cores} cores ({facts.Processor}), Linux {facts.Kernel}; load before the run: {await LoadAsync()}.
            - Times are processor time of the one thread at work, unless they are said to be elapsed: the machine may work for others.
            - Messages: the {messages.Length} of the development sets, as written, {average:F0} UTF-16 code units on average.


            """
        );
        var engine = RedactionEngine.Create();
        WriteHundred(page, engine, messages);
        await WritePeersAsync(page, engine, messages, passes);
        WriteAdversaries(page, engine);
        await WriteStartsAsync(page, given.Text("--bot", string.Empty));
        await File.WriteAllTextAsync(
            given.Text("--out", Checkout.PathOf(Results)),
            page.ToString()
        );
        return 0;
    }

    /// <summary>Loads the engine, reads one message, and tells how long that took and what it holds: run in a process of its own.</summary>
    public static int Start()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var residentBefore = Environment.WorkingSet;
        var process = Process.GetCurrentProcess();
        var cpuBefore = process.TotalProcessorTime;
        var began = Stopwatch.GetTimestamp();
        var engine = RedactionEngine.Create();
        var result = new RedactionResult();
        engine.Analyze(
            "Je m'appelle Jeanne Mercier, 06 39 98 12 34, j'ai mal au ventre.",
            default,
            result
        );
        var elapsed = Stopwatch.GetElapsedTime(began);
        process.Refresh();
        var cpu = process.TotalProcessorTime - cpuBefore;
        var resident = Environment.WorkingSet - residentBefore;
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(engine);
        Console.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{cpu.TotalMilliseconds} {held} {resident} {elapsed.TotalMilliseconds}"
            )
        );
        return 0;
    }

    private static async Task<string> LoadAsync() =>
        string.Join(' ', (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[..3]);

    private static void WriteHundred(
        StringBuilder page,
        RedactionEngine engine,
        RenderedMessage[] messages
    )
    {
        var near = messages.Where(m => m.Text.Length is >= 90 and <= 110).ToArray();
        var result = new RedactionResult();
        var something = near.Where(m => Spans(engine, m, result) > 0).ToArray();
        // Few clean messages are that long: they are said again until they are.
        var nothing = messages
            .Where(m => m.Message.IsClean && m.Text.Length >= 10)
            .Select(m =>
                m with
                {
                    Text = string.Join(' ', Enumerable.Repeat(m.Text, (100 / m.Text.Length) + 1))[
                            ..100
                        ]
                        .Trim(),
                }
            )
            .Where(m => Spans(engine, m, result) == 0)
            .ToArray();
        page.Append(
            """
            ## A message of 100 characters

            To reach: 15 µs at the median, 40 µs at the 99th percentile, 0 B when nothing is found.

            | messages | how many | median µs | p99 µs | bytes allocated a message |
            | --- | ---: | ---: | ---: | ---: |

            """
        );
        foreach (
            var (name, set) in new[]
            {
                ("something is found, 90–110 characters", something),
                ("nothing is found, 100 characters", nothing),
            }
        )
        {
            var (times, allocated) = Time(engine, set, passes: 20_000 / Math.Max(1, set.Length));
            page.Append(
                CultureInfo.InvariantCulture,
                $"| {name} | {set.Length} | {At(times, 0.5):F1} | {At(times, 0.99):F1} | {allocated:F1} |\n"
            );
        }

        page.Append('\n');
    }

    private static int Spans(
        RedactionEngine engine,
        RenderedMessage message,
        RedactionResult result
    )
    {
        engine.Analyze(message.Text, ContextOf(message), result);
        return result.Spans.Length;
    }

    private static RedactionContext ContextOf(RenderedMessage message) =>
        new()
        {
            Expected = message.Message.Asked,
            Channel = message.Message.Id.Contains("speech", StringComparison.Ordinal)
                ? TextChannel.Speech
                : TextChannel.Typed,
        };

    /// <summary>Microseconds of each message, in order of length, and the bytes allocated for one on average; after a pass to warm up.</summary>
    private static (double[] Microseconds, double Allocated) Time(
        RedactionEngine engine,
        RenderedMessage[] messages,
        int passes
    )
    {
        var result = new RedactionResult();
        foreach (
            var message in Enumerable
                .Repeat(messages, 200 + (4000 / Math.Max(1, messages.Length)))
                .SelectMany(m => m)
        )
        {
            engine.Analyze(message.Text, ContextOf(message), result);
        }

        var contexts = Array.ConvertAll(messages, ContextOf);
        var times = new double[passes * messages.Length];
        var at = 0;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        for (var pass = 0; pass < passes; pass++)
        {
            for (var i = 0; i < messages.Length; i++)
            {
                var began = ThreadClock.Microseconds;
                engine.Analyze(messages[i].Text, contexts[i], result);
                times[at++] = ThreadClock.Microseconds - began;
            }
        }

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Array.Sort(times);
        return (times, (double)allocated / Math.Max(1, times.Length));
    }

    private static double At(double[] sorted, double share) =>
        sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];

    private static async Task WritePeersAsync(
        StringBuilder page,
        RedactionEngine engine,
        RenderedMessage[] messages,
        int passes
    )
    {
        page.Append(
            """
            ## The peers, on the same messages

            Each with its defaults, locally, on the same machine, one after the other, in one thread; the packages' times of a message are
            elapsed (Node has no finer processor time), their speed is by processor time. Figures on the development
            sets flatter the engine, whose writers may read them: `Bot.Tests/Proofs/redaction.md` has those of the held-out sets.

            | redactor | median µs | p99 µs | MB per CPU second | direct identifiers wholly covered, messages | identity characters covered | health characters covered | false alarms on clean messages |
            | --- | ---: | ---: | ---: | --- | ---: | ---: | --- |

            """
        );
        var score = new Score();
        var result = new RedactionResult();
        var (identity, health) = (default(Wilson), default(Wilson));
        foreach (var message in messages)
        {
            engine.Analyze(message.Text, ContextOf(message), result);
            score.Add(
                message,
                new Finding(result.ToList(), result.HasIdentity, result.HasHealth, null)
            );
        }

        foreach (var (category, share) in score.Characters)
        {
            (identity, health) = DataCategories.IsHealth(category)
                ? (identity, health + share)
                : (identity + share, health);
        }

        var (times, _) = Time(engine, messages, passes);
        var bytes =
            (double)messages.Sum(m => Encoding.UTF8.GetByteCount(m.Text))
            * times.Length
            / messages.Length;
        page.Append(
            CultureInfo.InvariantCulture,
            $"| ChatbotSante | {At(times, 0.5):F1} | {At(times, 0.99):F1} | {bytes / times.Sum():F1} | {score.DirectCovered} | {100 * identity.Share:F1} % | {100 * health.Share:F1} % | {score.FalseAlarms} |\n"
        );
        foreach (var (name, peer) in await PeersAsync(messages, Math.Max(1, passes / 4)))
        {
            var direct = new Wilson(peer.Direct, peer.DirectMessages);
            var alarms = new Wilson(peer.Alarms, peer.Clean);
            page.Append(
                CultureInfo.InvariantCulture,
                $"| {name} {peer.Version} | {peer.MedianMicroseconds:F1} | {peer.P99Microseconds:F1} | {peer.MegabytesPerCpuSecond:F1} | {direct} | {100.0 * peer.Identity[0] / peer.Identity[1]:F1} % | {100.0 * peer.Health[0] / peer.Health[1]:F1} % | {alarms} |\n"
            );
        }

        page.Append('\n');
    }

    private static async Task<Dictionary<string, PeerResult>> PeersAsync(
        RenderedMessage[] messages,
        int passes
    )
    {
        var folder = Checkout.PathOf("Bot.Tests/Benchmarks/redaction-peers");
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(
                file,
                JsonSerializer.Serialize(
                    messages.Select(PeerMessage.Of),
                    PeerJson.Default.IEnumerablePeerMessage
                )
            );
            using var node = Process.Start(
                new ProcessStartInfo(
                    "node",
                    ["measure.js", file, passes.ToString(CultureInfo.InvariantCulture)]
                )
                {
                    WorkingDirectory = folder,
                    RedirectStandardOutput = true,
                    UseShellExecute = false,
                }
            )!;
            var output = await node.StandardOutput.ReadToEndAsync();
            await node.WaitForExitAsync();
            return node.ExitCode == 0
                ? JsonSerializer.Deserialize(output, PeerJson.Default.DictionaryStringPeerResult)!
                : throw new UsageException(
                    $"The peers could not be measured: run npm ci in {folder}."
                );
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void WriteAdversaries(StringBuilder page, RedactionEngine engine)
    {
        page.Append(
            """
            ## Adversarial input

            To reach: linear, 150 ms for 1 MB (a million UTF-16 code units). Milliseconds; the last column is the time a code unit took at
            10 MB over the time at 1 MB: 1 is linear, 10 quadratic.

            | input | 1 MB | 2 MB | 5 MB | 10 MB | growth |
            | --- | ---: | ---: | ---: | ---: | ---: |

            """
        );
        foreach (var adversary in Adversary.All)
        {
            var text = adversary.Of(Sizes[^1] * Megabyte);
            var result = new RedactionResult();
            engine.Analyze(text.AsSpan(0, Megabyte / 4), default, result);
            var times = Sizes
                .Select(size => Best(engine, text.AsMemory(0, size * Megabyte), result))
                .ToArray();
            page.Append(
                CultureInfo.InvariantCulture,
                $"| {adversary.Name} | {string.Join(" | ", times.Select(t => t.ToString("F0", CultureInfo.InvariantCulture)))} | {times[^1] / times[0] / Sizes[^1]:F2} |\n"
            );
        }

        page.Append('\n');
    }

    /// <summary>The shortest of three for a megabyte, on which there is a bound; larger ones are read once.</summary>
    private static double Best(
        RedactionEngine engine,
        ReadOnlyMemory<char> text,
        RedactionResult result
    )
    {
        var best = double.MaxValue;
        for (var i = 0; i < (text.Length > Megabyte ? 1 : 3); i++)
        {
            var began = ThreadClock.Microseconds;
            engine.Analyze(text.Span, default, result);
            best = Math.Min(best, (ThreadClock.Microseconds - began) / 1000);
        }

        return best;
    }

    private static async Task WriteStartsAsync(StringBuilder page, string bot)
    {
        var starts = new List<double[]>();
        for (var i = 0; i < Starts; i++)
        {
            using var child = Process.Start(
                new ProcessStartInfo(Environment.ProcessPath!, ["redaction-start"])
                {
                    RedirectStandardOutput = true,
                    UseShellExecute = false,
                }
            )!;
            var line = await child.StandardOutput.ReadToEndAsync();
            await child.WaitForExitAsync();
            starts.Add([
                .. line.Split(' ').Select(part => double.Parse(part, CultureInfo.InvariantCulture)),
            ]);
        }

        double Median(int index) => starts.Select(s => s[index]).Order().ElementAt(Starts / 2);
        page.Append(
            CultureInfo.InvariantCulture,
            $"""
            ## Start and memory

            To reach: 250 ms, 32 MB. In a process of its own, {Starts} times, median: the engine is made and reads its first message
            (compiled just in time; what is served is compiled ahead).

            | what | figure |
            | --- | ---: |
            | made, first message read, ms of processor time | {Median(0):F0} |
            | the same, ms elapsed | {Median(3):F0} |
            | managed memory held, MB | {Median(1) / Megabyte:F1} |
            | growth of the process (code and first message included), MB | {Median(2)
                / Megabyte:F1} |

            """
        );
        if (bot.Length > 0)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"""
                | as it is served: `redact` of one message, beyond `--version`, ms elapsed | {await ServedAsync(
                    bot
                ):F0} |

                """
            );
        }
    }

    /// <summary>What the published program takes to redact its first message, beyond what it takes to say its version: the median.</summary>
    private static async Task<double> ServedAsync(string bot)
    {
        var beyond = new List<double>();
        for (var i = 0; i < Starts; i++)
        {
            var version = await ElapsedAsync(bot, "--version", string.Empty);
            var redact = await ElapsedAsync(
                bot,
                "redact",
                """{"id":"1","text":"Je m'appelle Jeanne Mercier, 06 39 98 12 34, j'ai mal au ventre."}"""
            );
            beyond.Add(redact - version);
        }

        return beyond.Order().ElementAt(Starts / 2);
    }

    private static async Task<double> ElapsedAsync(string bot, string command, string input)
    {
        var began = Stopwatch.GetTimestamp();
        using var child = Process.Start(
            new ProcessStartInfo(bot, [command])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        await child.StandardInput.WriteLineAsync(input);
        child.StandardInput.Close();
        await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}
