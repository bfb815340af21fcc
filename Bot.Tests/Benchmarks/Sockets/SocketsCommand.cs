using System.Globalization;
using ChatbotSante.Benchmarks.Compare;
using ChatbotSante.Benchmarks.Load;

namespace ChatbotSante.Benchmarks.Sockets;

/// <summary><c>sockets --bot /path/ChatbotSante</c>: many open Direct Line sockets, what each holds in memory, how soon a reply arrives.</summary>
internal static class SocketsCommand
{
    private const int Openers = 32;
    private const int Speakers = 8;

    /// <summary>How long the server is left alone before its memory is read.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);

    /// <summary>0 when every reply arrived, 1 otherwise.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var arguments = new Arguments(
            args,
            "--bot",
            "--sockets",
            "--replies",
            "--report",
            "--work",
            "--port"
        );
        var bot = Path.GetFullPath(arguments.Required("--bot"));
        var count = arguments.Number("--sockets", 5000, 1, 20_000);
        var replies = arguments.Number("--replies", 4000, 1, 1_000_000);
        var report = arguments.Text("--report", "Bot.Tests/Benchmarks/results/sockets.md");
        var port = arguments.Number("--port", 3977, 1, 65535);
        var work = Path.Combine(
            Path.GetFullPath(arguments.Text("--work", Path.GetTempPath())),
            string.Create(CultureInfo.InvariantCulture, $"sockets-{Environment.ProcessId}")
        );
        Directory.CreateDirectory(work);

        using var server = new ServerProcess(Launch(bot, work, port));
        server.WaitUntilReady();
        using var http = new HttpClient
        {
            BaseAddress = new Uri($"http://127.0.0.1:{port}/v3/directline/"),
        };

        // What the first conversations bring in (code, statements, pools) is no socket's.
        await using (var first = await OpenAsync(http, 100))
        {
            await first.TalkAsync(500, Speakers);
        }

        await Task.Delay(Settling);
        var before = ProcessUsage.Read(server.Id);
        SocketsResult result;

        // Closed before the server is stopped: each says goodbye to it.
        await using (var opened = await OpenAsync(http, count))
        {
            await Task.Delay(Settling);
            var after = ProcessUsage.Read(server.Id);
            var talk = await opened.TalkAsync(replies, Speakers);
            result = new SocketsResult(
                count,
                before.ResidentBytes,
                after.ResidentBytes,
                opened.Opening,
                talk,
                Speakers
            );
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(report))!);
        await File.WriteAllTextAsync(
            report,
            result.ToMarkdown(MachineFacts.Read(work), Versions.BotOf(bot))
        );
        Console.WriteLine(report);
        server.Stop();
        Directory.Delete(work, recursive: true);
        return result.Talk.Lost == 0 ? 0 : 1;
    }

    private static Task<OpenSockets> OpenAsync(HttpClient http, int count) =>
        OpenSockets.OpenAsync(http, count, Openers);

    private static ServerLaunch Launch(string bot, string work, int port) =>
        new(
            TurnsReport.Bot,
            bot,
            [
                $"--Data:Folder={Path.Combine(work, "data")}",
                "--Connector:Url=",
                "--DirectLine:ConversationsPerMinute=10000",
                "--DirectLine:MessagesPerMinute=10000",
                "--urls",
                $"http://127.0.0.1:{port}",
            ],
            work,
            work,
            port,
            port
        );
}
