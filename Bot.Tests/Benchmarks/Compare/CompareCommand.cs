using System.Globalization;
using System.Net.Sockets;
using ChatbotSante.Benchmarks.InventedClinic;
using ChatbotSante.Benchmarks.Load;

namespace ChatbotSante.Benchmarks.Compare;

/// <summary><c>compare --bot /path/ChatbotSante</c>: the bot and the peer by turns, in the same run, and a report.</summary>
internal static class CompareCommand
{
    private const string Folder = "Bot.Tests/Benchmarks/";

    /// <summary>0 when no turn failed on either side, 1 otherwise.</summary>
    public static int Run(ReadOnlySpan<string> args)
    {
        var options = Read(args);
        Directory.CreateDirectory(options.Work);
        var names = InventedSurnames.Take(options.Practitioners);
        var clinic = Path.Combine(options.Work, "clinic.yml");
        BenchmarkClinic.Write(clinic, names);
        var plan = new BookingPlan(names, BookableDays.After(ClinicDate.Today));
        var facts = MachineFacts.Read(options.Work);
        var (bot, peer) = (Script.Read(options.BotScript), Script.Read(options.PeerScript));
        var results = new List<RoundResult>();
        for (var round = 1; round <= options.Rounds; round++)
        {
            results.Add(Measure(options, LaunchBot(options, clinic, round), bot, plan, round));
            results.Add(Measure(options, LaunchPeer(options, round), peer, plan, round));
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(options.Report))!);
        File.WriteAllText(
            options.Report,
            new TurnsReport(options, facts, Versions.Read(options), plan, results).ToMarkdown()
        );
        Console.WriteLine(options.Report);
        if (results.Any(r => r.Load.Failures > 0))
        {
            Console.WriteLine(
                $"There were failures; the servers' folders are kept in {options.Work}"
            );
            return 1;
        }

        Directory.Delete(options.Work, recursive: true);
        return 0;
    }

    private static CompareOptions Read(ReadOnlySpan<string> args)
    {
        var arguments = new Arguments(
            args,
            "--bot",
            "--bot-argument",
            "--peer",
            "--script",
            "--peer-script",
            "--report",
            "--work",
            "--rounds",
            "--connections",
            "--warmup",
            "--seconds",
            "--practitioners",
            "--port",
            "--connector-port",
            "--peer-port"
        );
        var options = new CompareOptions
        {
            Bot = Path.GetFullPath(arguments.Required("--bot")),
            BotArguments = arguments.All("--bot-argument"),
            Peer = Path.GetFullPath(arguments.Text("--peer", Folder + "peer")),
            BotScript = arguments.Text("--script", Folder + "scripts/booking.json"),
            PeerScript = arguments.Text("--peer-script", Folder + "scripts/peer.json"),
            Report = arguments.Text("--report", Folder + "results/turns.md"),
            Work = Path.Combine(
                Path.GetFullPath(arguments.Text("--work", Path.GetTempPath())),
                string.Create(CultureInfo.InvariantCulture, $"turns-{Environment.ProcessId}")
            ),
            Rounds = arguments.Number("--rounds", 3, 1, 100),
            Connections = arguments.Number("--connections", 16, 1, 1024),
            Warmup = TimeSpan.FromSeconds(arguments.Number("--warmup", 5, 0, 3600)),
            Measured = TimeSpan.FromSeconds(arguments.Number("--seconds", 20, 1, 3600)),
            Practitioners = arguments.Number("--practitioners", 1000, 1, InventedSurnames.Count),
            BotPort = arguments.Number("--port", 3978, 1, 65535),
            ConnectorPort = arguments.Number("--connector-port", 3988, 1, 65535),
            PeerPort = arguments.Number("--peer-port", 3979, 1, 65535),
        };
        if (!File.Exists(options.Bot))
        {
            throw new UsageException($"{options.Bot} is absent: build the bot in Release first.");
        }

        if (!Directory.Exists(Path.Combine(options.Peer, "node_modules")))
        {
            throw new UsageException(
                $"The peer's packages are absent: run « npm ci --ignore-scripts » in {options.Peer} first."
            );
        }

        return options;
    }

    private static ServerLaunch LaunchBot(CompareOptions options, string clinic, int round)
    {
        var folder = Fresh(options, "bot", round);
        return new ServerLaunch(
            TurnsReport.Bot,
            options.Bot,
            [
                $"--Data:Folder={Path.Combine(folder, "data")}",
                $"--Clinic:File={clinic}",
                $"--Connector:Url=http://127.0.0.1:{options.ConnectorPort}",
                "--urls",
                $"http://127.0.0.1:{options.BotPort}",
                .. options.BotArguments,
            ],
            folder,
            folder,
            options.BotPort,
            options.ConnectorPort
        );
    }

    private static ServerLaunch LaunchPeer(CompareOptions options, int round) =>
        new(
            TurnsReport.Peer,
            "node",
            ["server.js", "--port", options.PeerPort.ToString(CultureInfo.InvariantCulture)],
            options.Peer,
            Fresh(options, "peer", round),
            options.PeerPort,
            options.PeerPort
        );

    private static RoundResult Measure(
        CompareOptions options,
        ServerLaunch launch,
        Script script,
        BookingPlan plan,
        int round
    )
    {
        using var server = new ServerProcess(launch);
        server.WaitUntilReady();
        var url = new Uri($"http://127.0.0.1:{launch.MessagesPort}/api/messages");
        var firstAnswer = FirstAnswer(server, url, script, plan);
        using var run = new LoadRun(
            new LoadOptions
            {
                Url = url,
                Script = script,
                Plan = plan,
                Connections = options.Connections,
                Warmup = options.Warmup,
                Measured = options.Measured,
                FirstConversation = 1,
                ServerPid = server.Id,
            }
        );
        var load = run.Play();
        var exitCode = server.Stop();
        var (stored, log) = Weigh(launch.LogFolder);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"round {round}, {launch.Name}: {load.TurnsPerSecond:N0} turns/s, {load.ServerMicrosecondsPerTurn:F1} µs CPU/turn, p99 {load.Latency.Percentile(0.99).TotalMilliseconds:F1} ms, {load.Failures} failures"
            )
        );
        foreach (var failure in load.FailureSamples)
        {
            Console.WriteLine($"  {failure}");
        }

        return new RoundResult
        {
            Server = launch.Name,
            Round = round,
            FirstAnswer = firstAnswer,
            Load = load,
            StoredBytes = stored,
            LogBytes = log,
            ExitCode = exitCode,
        };
    }

    // Conversation 0 is kept for this, so that the measured ones begin at 1.
    private static TimeSpan FirstAnswer(
        ServerProcess server,
        Uri url,
        Script script,
        BookingPlan plan
    )
    {
        using var connection = new LoadConnection(url, script, plan, "first");
        try
        {
            connection.Open();
            connection.Start(0);
        }
        catch (SocketException exception)
        {
            throw new UsageException($"{url}: {exception.Message}");
        }

        TurnOutcome outcome;
        do
        {
            outcome = connection.Receive();
        } while (outcome == TurnOutcome.Pending);
        return outcome == TurnOutcome.Answered
            ? server.Elapsed
            : throw new UsageException(
                $"The first message was not answered as expected: {connection.Failure}"
            );
    }

    private static string Fresh(CompareOptions options, string name, int round)
    {
        var folder = Path.Combine(
            options.Work,
            string.Create(CultureInfo.InvariantCulture, $"{name}-{round}")
        );
        Directory.CreateDirectory(folder);
        return folder;
    }

    private static (long Stored, long Log) Weigh(string folder)
    {
        var files = new DirectoryInfo(folder).GetFiles("*", SearchOption.AllDirectories);
        var log = files
            .Where(f => string.Equals(f.Name, "server.log", StringComparison.Ordinal))
            .Sum(f => f.Length);
        return (files.Sum(f => f.Length) - log, log);
    }
}
