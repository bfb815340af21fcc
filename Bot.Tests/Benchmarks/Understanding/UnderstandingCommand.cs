using System.Diagnostics;
using System.Globalization;
using System.Text;
using ChatbotSante.Benchmarks.Compare;
using ChatbotSante.Bot.Clinics;
using ChatbotSante.Bot.Commands.Understand;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Redaction;
using ChatbotSante.Tests.Support;

namespace ChatbotSante.Benchmarks.Understanding;

/// <summary>
/// <c>Benchmarks understanding</c>: all that is understood of a sentence, and what of it is the finding of personal data; start and memory;
/// writes <c>results/understanding.md</c>.
/// </summary>
internal static class UnderstandingCommand
{
    private const string Results = "Bot.Tests/Benchmarks/results/understanding.md";
    private const string First = "bjr jvoudrais un rdv avec le cardiologue jeudi aprem svp";
    private const int Megabyte = 1_000_000;
    private const int Starts = 5;

    private static readonly DateTime Now = new(2026, 11, 23, 9, 0, 0, DateTimeKind.Unspecified);

    /// <summary>Sets of labelled sentences, and the column that holds the sentence, from the end.</summary>
    private static readonly (string Set, int FromEnd)[] Sets =
    [
        ("intents", 1),
        ("slots", 2),
        ("dates", 2),
        ("emergencies", 1),
        ("no-emergencies", 1),
    ];

    public static async Task<int> RunAsync(string[] arguments)
    {
        var given = new Arguments(arguments, "--passes", "--out");
        var passes = given.Number("--passes", 30, 1, 10_000);
        var clinic = ClinicReader.ReadFile(ClinicReader.DemonstrationFile);
        var sentences = Sets.SelectMany(set => Sentences(set.Set, set.FromEnd)).ToArray();
        var facts = MachineFacts.Read(Path.GetTempPath());
        var page = new StringBuilder();
        page.Append(
            CultureInfo.InvariantCulture,
            $"""
            # Understanding: speed, start, memory

            Written by `./build.sh bench understanding` on {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC; do not edit.

            - Machine: {facts.Cores} cores ({facts.Processor}), Linux {facts.Kernel}; load before the run: {await LoadAsync()}.
            - Times are processor time of the one thread at work, unless they are said to be elapsed: the machine may work for others.
            - Sentences: the {sentences.Length} labelled ones of `Bot.Tests/Corpora/understanding`, {sentences.Average(
                one => one.Length
            ):F0} UTF-16 code units on average, {passes} times each after as many to warm up.

            ## A sentence

            Everything: personal data, emergencies, wordings, what was learned, days and hours, department, practitioner. Budget: 60 µs at the median.

            | what | median µs | p95 µs | p99 µs | bytes allocated |
            | --- | ---: | ---: | ---: | ---: |

            """
        );
        var understander = new SentenceUnderstander(clinic);
        var redaction = RedactionEngine.Create(ClinicCleanList.Of(clinic));
        Write(
            page,
            "everything",
            sentences,
            passes,
            words =>
                understander.Understand(
                    new Sentence(new PatientText(words), Now, IsSpoken: false),
                    Now
                )
        );
        Write(
            page,
            "of which: personal data",
            sentences,
            passes,
            words => redaction.Classify(FoldedText.Of(words), new RedactionContext())
        );
        await WriteStartsAsync(page);
        await File.WriteAllTextAsync(
            given.Text("--out", Checkout.PathOf(Results)),
            page.ToString()
        );
        return 0;
    }

    /// <summary>Loads all that understands, understands one sentence, and tells how long that took and what it holds: run in a process of its own.</summary>
    public static int Start()
    {
        var clinic = ClinicReader.ReadFile(ClinicReader.DemonstrationFile);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var residentBefore = Environment.WorkingSet;
        var process = Process.GetCurrentProcess();
        var cpuBefore = process.TotalProcessorTime;
        var began = Stopwatch.GetTimestamp();
        var understander = new SentenceUnderstander(clinic);
        understander.Understand(new Sentence(new PatientText(First), Now, IsSpoken: false), Now);
        var elapsed = Stopwatch.GetElapsedTime(began);
        process.Refresh();
        var cpu = process.TotalProcessorTime - cpuBefore;
        var resident = Environment.WorkingSet - residentBefore;
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(understander);
        Console.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{cpu.TotalMilliseconds} {held} {resident} {elapsed.TotalMilliseconds}"
            )
        );
        return 0;
    }

    private static IEnumerable<string> Sentences(string set, int fromEnd) =>
        File.ReadLines(Checkout.PathOf($"Bot.Tests/Corpora/understanding/{set}.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t')[^fromEnd]);

    private static async Task<string> LoadAsync() =>
        string.Join(' ', (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[..3]);

    private static void Write(
        StringBuilder page,
        string name,
        string[] sentences,
        int passes,
        Action<string> work
    )
    {
        for (var pass = 0; pass < passes; pass++)
        {
            Array.ForEach(sentences, work);
        }

        var times = new double[passes * sentences.Length];
        var at = 0;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        for (var pass = 0; pass < passes; pass++)
        {
            foreach (var sentence in sentences)
            {
                var began = ThreadClock.Microseconds;
                work(sentence);
                times[at++] = ThreadClock.Microseconds - began;
            }
        }

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Array.Sort(times);
        page.Append(
            CultureInfo.InvariantCulture,
            $"| {name} | {At(times, 0.5):F1} | {At(times, 0.95):F1} | {At(times, 0.99):F1} | {(double)allocated / times.Length:F0} |\n"
        );
    }

    private static double At(double[] sorted, double share) =>
        sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];

    private static async Task WriteStartsAsync(StringBuilder page)
    {
        var starts = new List<double[]>();
        for (var i = 0; i < Starts; i++)
        {
            using var child = Process.Start(
                new ProcessStartInfo(Environment.ProcessPath!, ["understanding-start"])
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

            In a process of its own, {Starts} times, median: all that understands is made and reads its first sentence (compiled just in time;
            what is served is compiled ahead).

            | what | figure |
            | --- | ---: |
            | made, first sentence understood, ms of processor time | {Median(0):F0} |
            | the same, ms elapsed | {Median(3):F0} |
            | managed memory held, MB | {Median(1) / Megabyte:F1} |
            | growth of the process (code and first sentence included), MB | {Median(2)
                / Megabyte:F1} |

            """
        );
    }
}
