using System.Diagnostics;
using System.Globalization;
using ChatbotSante.Benchmarks.Compare;
using ChatbotSante.Benchmarks.InventedClinic;
using ChatbotSante.Benchmarks.Load;

namespace ChatbotSante.Benchmarks.Profile;

/// <summary><c>profile --bot /path/ChatbotSante</c>: where a turn's processor time goes, sampled by Linux's <c>perf</c>.</summary>
internal static class ProfileCommand
{
    private const string Folder = "Bot.Tests/Benchmarks/";

    /// <summary>Samples a second and thread; off the beat of anything that happens every millisecond.</summary>
    private const string Frequency = "997";

    /// <summary>What is hot is compiled by then.</summary>
    private static readonly TimeSpan Warmup = TimeSpan.FromSeconds(10);

    /// <summary>0 when no turn failed, 1 otherwise.</summary>
    public static int Run(ReadOnlySpan<string> args)
    {
        var arguments = new Arguments(
            args,
            "--bot",
            "--report",
            "--work",
            "--seconds",
            "--port",
            "--connector-port"
        );
        var bot = Path.GetFullPath(arguments.Required("--bot"));
        var report = arguments.Text("--report", Folder + "results/profile.md");
        var measured = TimeSpan.FromSeconds(arguments.Number("--seconds", 15, 1, 600));
        var port = arguments.Number("--port", 3978, 1, 65535);
        var connector = arguments.Number("--connector-port", 3988, 1, 65535);
        var work = Path.Combine(
            Path.GetFullPath(arguments.Text("--work", Path.GetTempPath())),
            string.Create(CultureInfo.InvariantCulture, $"profile-{Environment.ProcessId}")
        );
        Directory.CreateDirectory(work);
        var names = InventedSurnames.Take(1000);
        var clinic = Path.Combine(work, "clinic.yml");
        BenchmarkClinic.Write(clinic, names);

        // The server inherits both: names for its compiled code, at addresses that perf can find again.
        Environment.SetEnvironmentVariable("DOTNET_PerfMapEnabled", "1");
        Environment.SetEnvironmentVariable("DOTNET_EnableWriteXorExecute", "0");
        using var server = new ServerProcess(Launch(bot, clinic, work, port, connector));
        server.WaitUntilReady();
        using var run = new LoadRun(
            new LoadOptions
            {
                Url = new Uri($"http://127.0.0.1:{connector}/api/messages"),
                Script = Script.Read(Folder + "scripts/booking.json"),
                Plan = new BookingPlan(names, BookableDays.After(ClinicDate.Today)),
                Warmup = Warmup,
                Measured = measured,
                ServerPid = server.Id,
            }
        );
        var data = Path.Combine(work, "perf.data");
        // Started after the warm-up: what was mapped before is then read at once, and what is hot no longer moves.
        var later = Task.Run(async () =>
        {
            await Task.Delay(Warmup);
            return Record(server.Id, data, measured);
        });
        var load = run.Play();
        using var recording = later.GetAwaiter().GetResult();
        recording.WaitForExit();
        var samples = Read(data);
        server.Stop();

        File.WriteAllText(
            report,
            new ProfileReport(
                MachineFacts.Read(work),
                Versions.BotOf(bot),
                load,
                samples
            ).ToMarkdown()
        );
        Console.WriteLine(report);
        Directory.Delete(work, recursive: true);
        return load.Failures == 0 ? 0 : 1;
    }

    private static ServerLaunch Launch(
        string bot,
        string clinic,
        string work,
        int port,
        int connector
    ) =>
        new(
            TurnsReport.Bot,
            bot,
            [
                $"--Data:Folder={Path.Combine(work, "data")}",
                $"--Clinic:File={clinic}",
                $"--Connector:Url=http://127.0.0.1:{connector}",
                "--urls",
                $"http://127.0.0.1:{port}",
            ],
            work,
            work,
            port,
            connector
        );

    private static Process Record(int pid, string data, TimeSpan measured) =>
        Perf(
            "record",
            "--quiet",
            "--event=cpu-clock",
            $"--freq={Frequency}",
            "-g",
            string.Create(CultureInfo.InvariantCulture, $"--pid={pid}"),
            $"--output={data}",
            "--",
            "sleep",
            string.Create(CultureInfo.InvariantCulture, $"{measured.TotalSeconds}")
        );

    /// <summary>While the server still runs: its map of names is read by its process id.</summary>
    private static List<StackSample> Read(string data)
    {
        using var script = Perf("script", "-F", "comm,ip,sym,dso", "-i", data);
        var samples = SampleReader.Read(script.StandardOutput).ToList();
        script.WaitForExit();
        return samples.Count > 0
            ? samples
            : throw new UsageException(
                "perf took no sample: it may need root, or perf_event_paranoid."
            );
    }

    private static Process Perf(params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo("perf")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new UsageException("perf is missing: apt-get install linux-perf");
        }
    }
}
