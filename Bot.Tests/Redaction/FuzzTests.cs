using System.Globalization;
using System.Text;
using ChatbotSante.Fuzzing;
using ChatbotSante.Tests.Support;
using NUnit.Framework;

namespace ChatbotSante.Tests.Redaction;

/// <summary>
/// The short form gives each target its seeds, cut and mixed; the long form lets AFL++ look for an hour (<c>FUZZ_MINUTES</c> for less) for an
/// input that crashes or hangs one, steered by what the code does with it.
/// </summary>
public sealed class FuzzTests
{
    private const string Seeds = "Bot.Tests/Fuzzing/seeds";

    /// <summary>Longer than this for one input of at most a megabyte is a hang.</summary>
    private const string HangMilliseconds = "2000";

    private static readonly string[] Figures =
    [
        "execs_done",
        "saved_crashes",
        "saved_hangs",
        "corpus_count",
        "bitmap_cvg",
    ];

    private static IEnumerable<string> Targets => FuzzTargets.All.Keys;

    [TestCaseSource(nameof(Targets))]
    public void Seeds_cut_and_mixed_show_no_fault(string target)
    {
        var seeds = SeedsOf(target).Select(File.ReadAllBytes).ToArray();
        var generator = new CsCheck.PCG(stream: 1, seed: 20261128);
        Assert.That(seeds, Is.Not.Empty);
        for (var round = 0; round < 300; round++)
        {
            var input = Mixed(seeds, generator);
            Assert.DoesNotThrow(
                () => FuzzTargets.All[target](input),
                Convert.ToBase64String(input)
            );
        }
    }

    /// <summary>What AFL++ has found, and what was mended since.</summary>
    [TestCase(
        "utf16",
        "8gAAAFEAWWh+BX9wOi9AHgseVh46ALsACx5ZHkpEQCMuNEEAHgAEAAAu/3///zQuNIkAAAEAAI8uL08eCh6BDUQA"
    )]
    public void What_once_failed_does_not(string target, string input) =>
        Assert.DoesNotThrow(() => FuzzTargets.All[target](Convert.FromBase64String(input)));

    [Test]
    [Category("Prove-fuzz")]
    [Explicit("An hour of AFL++.")]
    public async Task AFL_finds_no_crash_and_no_hang()
    {
        using var folder = new TemporaryFolder("fuzz");
        var harness = await BuildAsync(folder);
        var minutes = int.TryParse(
            Environment.GetEnvironmentVariable("FUZZ_MINUTES"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var asked
        )
            ? asked
            : 60;
        var seconds = Math.Max(10, minutes * 60 / FuzzTargets.All.Count);
        var page = new StringBuilder(
            $"""
            # Fuzzing

            Written by `./build.sh prove fuzz`; do not edit. AFL++ on an instrumented build (SharpFuzz), {seconds} s a target, one after the
            other, inputs of any length up to AFL's megabyte; more than {HangMilliseconds} ms for one of them is a hang.

            | target | executions | inputs kept | branches reached | crashes | hangs |
            | --- | ---: | ---: | ---: | ---: | ---: |

            """
        );
        var faults = new List<string>();
        foreach (var target in FuzzTargets.All.Keys)
        {
            var stats = await FuzzAsync(folder, harness, target, seconds);
            page.Append(
                CultureInfo.InvariantCulture,
                $"| {target} | {stats["execs_done"]} | {stats["corpus_count"]} | {stats["bitmap_cvg"]} | {stats["saved_crashes"]} | {stats["saved_hangs"]} |\n"
            );
            faults.AddRange(Faults(folder, target));
        }

        await Proof.WriteAsync("fuzz", page.ToString());
        Assert.That(faults, Is.Empty);
    }

    private static string[] SeedsOf(string target)
    {
        var own = Checkout.PathOf($"{Seeds}/{target}");
        return Directory.GetFiles(Directory.Exists(own) ? own : Checkout.PathOf($"{Seeds}/text"));
    }

    private static byte[] Mixed(byte[][] seeds, CsCheck.PCG generator)
    {
        byte[] Piece()
        {
            var seed = seeds[generator.Next((uint)seeds.Length)];
            var from = (int)generator.Next((uint)seed.Length);
            return seed[from..(from + (int)generator.Next((uint)(seed.Length - from)) + 1)];
        }

        byte[] input = [.. Piece(), .. Piece(), .. Piece()];
        input[generator.Next((uint)input.Length)] = (byte)generator.Next(256);
        return input;
    }

    private static async Task<string> BuildAsync(TemporaryFolder folder)
    {
        var harness = folder.PathOf("harness");
        await ChildProcess.RunAsync(
            "dotnet",
            ["publish", "Bot.Tests/Fuzzing/Fuzzing.csproj", "-c", "Release", "-o", harness],
            Checkout.Root,
            TimeSpan.FromMinutes(15)
        );
        foreach (var assembly in new[] { "ChatbotSante.Redaction.dll", "ChatbotSante.Dialogs.dll" })
        {
            await ChildProcess.RunAsync(
                "dotnet",
                ["sharpfuzz", Path.Combine(harness, assembly)],
                Checkout.Root,
                TimeSpan.FromMinutes(2)
            );
        }

        return Path.Combine(harness, "Fuzzing.dll");
    }

    private static async Task<Dictionary<string, string>> FuzzAsync(
        TemporaryFolder folder,
        string harness,
        string target,
        int seconds
    )
    {
        var seeds = Path.GetDirectoryName(SeedsOf(target)[0])!;
        await using var fuzzer = await ChildProcess.StartAsync(
            "afl-fuzz",
            [
                "-i",
                seeds,
                "-o",
                folder.PathOf(target),
                "-t",
                HangMilliseconds,
                "-m",
                "none",
                "-V",
                seconds.ToString(CultureInfo.InvariantCulture),
                "dotnet",
                harness,
                target,
            ],
            folder.Root,
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                // .NET is no native program: AFL++ must not look for its own instrumentation in it, nor ask for a core pattern.
                ["AFL_SKIP_BIN_CHECK"] = "1",
                ["AFL_SKIP_CPUFREQ"] = "1",
                ["AFL_NO_AFFINITY"] = "1",
                ["AFL_NO_UI"] = "1",
                ["AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES"] = "1",
            }
        );
        await fuzzer.WaitAsync(TimeSpan.FromSeconds(seconds) + TimeSpan.FromMinutes(10));
        var file = folder.PathOf($"{target}/default/fuzzer_stats");
        Assert.That(file, Does.Exist, fuzzer.OutputText);
        var stats = (await File.ReadAllLinesAsync(file))
            .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        Assert.That(Figures, Is.SubsetOf(stats.Keys));
        return stats;
    }

    /// <summary>The inputs that showed a fault, to be given to the target again.</summary>
    private static IEnumerable<string> Faults(TemporaryFolder folder, string target) =>
        from kind in new[] { "crashes", "hangs" }
        from file in Directory.EnumerateFiles(folder.PathOf($"{target}/default/{kind}"), "id:*")
        select $"{target}, {kind}: {Convert.ToBase64String(File.ReadAllBytes(file))}";
}
