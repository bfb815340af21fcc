using System.Net.Http.Headers;
using System.Text;
using ChatbotSante.Tests.Bot.Channels;
using ChatbotSante.Tests.Bot.Channels.DirectLine;
using ChatbotSante.Tests.Support;
using ChatbotSante.Tests.Support.Sweep;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot;

/// <summary>
/// What patients say is on no output and in no file, except sealed; but for the one way out, the messages to patients in the
/// outbox, which hold the number they go to and nothing else of what was said.
/// </summary>
public sealed class ByteSweepTests
{
    private const string Family = "Quillebœuf-Lanthéaume";
    private const string Given = "Zéphyrine";
    private const string Phone = "06 39 98 12 34";
    private const string OtherPhone = "07 61 91 23 45";
    private const string Birth = "17/03/1948";
    private const string Nir = "2 48 03 37 123 456 59";
    private const string Health = "drépanocytose falciforme";
    private const string Elsewhere = "canari-hors-message";

    private static readonly string[] Canaries =
    [
        Family,
        Given,
        Phone,
        OtherPhone,
        Birth,
        Nir,
        Health,
        Elsewhere,
    ];

    /// <summary>Every level of every category, scopes included: more than any operator would ask for.</summary>
    private static readonly string[] Everything =
    [
        "--Logging:Console:FormatterOptions:IncludeScopes=true",
        .. new[]
        {
            "Default",
            "Microsoft.AspNetCore.Hosting.Diagnostics",
            "ChatbotSante",
            "ChatbotSante.Bot.Scaling.ConversationNewsService",
            "Orleans.Runtime.Silo",
            "Orleans.Runtime.Watchdog",
        }.Select(category => $"--Logging:LogLevel:{category}=Trace"),
    ];

    [TestCase(true, false)]
    [TestCase(false, true)]
    public async Task Nothing_a_patient_says_is_found_on_an_output_or_in_a_file(
        bool killed,
        bool isEverythingLogged
    )
    {
        using var folder = new TemporaryFolder("sweep");
        await using var bot = await Bots.StartAsync(folder, isEverythingLogged ? Everything : []);
        await BookAsync(bot);
        await AskForACodeAsync(bot);
        await AskToBeCalledBackAsync(bot);
        await SayWhatIsNotAskedAsync(bot);
        await SendNonsenseAsync(bot);
        await SpeakByConnectorAsync(bot);
        await Bots.UntilAsync(
            () =>
                Task.FromResult(
                    Directory.Exists(Outbox(bot))
                        && Directory.GetFiles(Outbox(bot), "*.eml").Length > 0
                        && Directory.GetFiles(Outbox(bot), "*.sms.json").Length > 1
                ),
            "the secretariat is told, and the patient"
        );
        var whileRunning = await FindAsync(bot);

        if (killed)
        {
            await bot.KillAsync();
        }
        else
        {
            Assert.That(await bot.StopAsync(), Is.Zero);
        }

        var sweep = new ByteSweep(Canaries);
        Assert.That(whileRunning, Is.Empty);
        Assert.That(
            bot.OutputText.Contains("\"LogLevel\":\"Trace\"", StringComparison.Ordinal),
            Is.EqualTo(isEverythingLogged)
        );
        Assert.That(sweep.Find("output", bot.OutputBytes), Is.Empty);
        Assert.That(await FindAsync(bot), Is.Empty);
        Assert.That(
            (await sweep.FindInAsync(Outbox(bot)))
                .Select(found => found.Canary)
                .Distinct(StringComparer.Ordinal),
            Is.EqualTo([Phone]),
            "the number that a message goes to, and nothing else"
        );

        await using var callBacks = await BotProcess.RunAsync(
            bot.DataFolder,
            ["callbacks", "--set", $"Data:Folder={bot.DataFolder}"],
            Bots.Bound
        );
        Assert.That(callBacks.ExitCode, Is.Zero, callBacks.OutputText);
        Assert.That(
            sweep.Find("callbacks", callBacks.OutputBytes).Select(f => f.Canary),
            Is.EqualTo([OtherPhone])
        );
        Assert.That(await FindAsync(bot), Is.Empty, "reading it leaves nothing behind");

        // The sweep would have seen it.
        await File.AppendAllTextAsync(
            Path.Combine(bot.DataFolder, "planted"),
            $"x{Family.ToUpperInvariant()}x"
        );
        Assert.That((await FindAsync(bot)).Select(f => f.Canary), Is.EqualTo([Family]));
    }

    /// <summary>What is found outside the messages to patients.</summary>
    private static async Task<ByteSweepFinding[]> FindAsync(BotProcess bot) =>
        [
            .. (await new ByteSweep(Canaries).FindInAsync(bot.DataFolder)).Where(found =>
                !found.Source.Contains(".sms.json", StringComparison.Ordinal)
            ),
        ];

    /// <summary>The patient who booked asks for the appointment, and is sent a code.</summary>
    private static async Task AskForACodeAsync(BotProcess bot)
    {
        using var client = await DirectLineClient.StartAsync(bot);
        await client.AskAsync("quand est mon rdv ?");

        Assert.That(
            await client.AskAsync($"{Family} {Given} {Birth} {Phone}"),
            Has.Some.Contains("code")
        );
    }

    private static string Outbox(BotProcess bot) => Path.Combine(bot.DataFolder, "outbox");

    private static async Task BookAsync(BotProcess bot)
    {
        using var client = await DirectLineClient.StartAsync(bot);
        await using var stream = await client.OpenStreamAsync();
        await client.SayAsync(Bots.Booking[0]);
        await client.SayAsync(Bots.Booking[1]);
        await client.SayAsync($"{Family} {Given} {Birth} {Phone}");
        await client.SayAsync("oui");
        await stream.UntilAsync(
            received =>
                received.Any(activity =>
                    activity.Text().Contains("réservé", StringComparison.Ordinal)
                ),
            "the booking"
        );
        Assert.That(
            stream.Received.Select(JsonText.Text),
            Has.Some.Contains("Lanthéaume").IgnoreCase,
            "the name is read back to its owner"
        );
    }

    private static async Task AskToBeCalledBackAsync(BotProcess bot)
    {
        using var client = await DirectLineClient.StartAsync(bot);
        await client.AskAsync("je voudrais parler à quelqu'un");

        Assert.That(await client.AskAsync(OtherPhone), Has.Some.Contains("R-"));
    }

    private static async Task SayWhatIsNotAskedAsync(BotProcess bot)
    {
        using var client = await DirectLineClient.StartAsync(bot);
        await client.SayAsync(
            $"bonjour, j'ai une {Health}, mon numéro est le {Nir}",
            Elsewhere + "-id"
        );
        await client.SayAsync($"j'ai mal à la poitrine, je suis {Given} {Family}");
        await client.SayAsync("tout va bien");
        await client.SayAsync($"{Health} {Family} {Given} né le {Birth}");
    }

    private static async Task SendNonsenseAsync(BotProcess bot)
    {
        using var client = await DirectLineClient.StartAsync(bot);
        foreach (
            var body in new[]
            {
                $"{{\"type\":\"message\",\"text\":\"{Family} {Health}",
                $"{{\"type\":[\"{Family}\"],\"text\":\"{Phone}\"}}",
                $"{{\"type\":\"message\",\"text\":12,\"from\":\"{Family}\"}}",
                $"{{\"type\":\"message\",\"text\":\"{Family}\",\"attachments\":[{{\"name\":\"{Elsewhere}.pdf\"}}]}}",
                $"{{\"type\":\"message\",\"text\":\"merci\",\"from\":{{\"id\":\"{Elsewhere}\",\"name\":\"{Family}\"}}}}",
                $"{{\"type\":\"{Elsewhere}\",\"name\":\"{Family}\",\"value\":{{\"nir\":\"{Nir}\"}}}}",
                $"{{\"type\":\"event\",\"name\":\"{Family}\",\"value\":\"{Health}\"}}",
            }
        )
        {
            using var response = await client.PostAsync(body);
        }

        var escaped = Uri.EscapeDataString(Elsewhere + " " + Family);
        foreach (
            var path in new[]
            {
                $"conversations/{escaped}/activities",
                $"conversations/{client.Id}/activities?watermark={escaped}",
                $"conversations/{client.Id}?watermark={escaped}",
                $"conversations/{client.Id}/stream?t={escaped}",
                $"{escaped}",
            }
        )
        {
            using var response = await client.SendAsync(HttpMethod.Get, path);
        }

        using var form = new MultipartFormDataContent
        {
            { new StringContent(Health), "file", $"{Elsewhere}.pdf" },
        };
        using var upload = await client.SendAsync(
            HttpMethod.Post,
            $"conversations/{client.Id}/upload?userId={escaped}",
            form
        );
        using var badToken = await client.SendAsync(
            HttpMethod.Post,
            "tokens/refresh",
            "{}",
            Elsewhere
        );

        using var http = bot.CreateClient();
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri($"?q={escaped}", UriKind.Relative)
        );
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue(Elsewhere, "1"));
        request.Headers.Add("X-Forwarded-For", Elsewhere);
        request.Headers.Add("Cookie", $"id={Elsewhere}");
        request.Headers.Referrer = new Uri($"https://{Elsewhere}.example/");
        request.Headers.Add("Origin", $"https://{Elsewhere}.example");
        using var page = await http.SendAsync(request);
        await SendRawAsync(bot, $"GET /{Elsewhere}\u0001 HTTP/1.1\r\nHost: {Elsewhere}\r\n\r\n");
        await SendRawAsync(bot, $"GET / HTTP/1.1\r\nHost: a\r\n{Elsewhere} {Elsewhere}\r\n\r\n");
    }

    private static async Task SpeakByConnectorAsync(BotProcess bot)
    {
        using var http = bot.CreateClient();
        foreach (
            var text in new[]
            {
                $"je suis {Given} {Family}, {Health}",
                "je voudrais parler à quelqu'un",
            }
        )
        {
            foreach (var deliveryMode in new[] { "expectReplies", "normal" })
            {
                using var response = await http.PostAsync(
                    new Uri(bot.BotsUrl, $"api/messages?{Elsewhere}"),
                    JsonText.Content(
                        new
                        {
                            type = "message",
                            id = Elsewhere,
                            channelId = "emulator",
                            deliveryMode,
                            text,
                            serviceUrl = FormattableString.Invariant(
                                $"http://127.0.0.1:{Ports.Free()}/{Elsewhere}"
                            ),
                            conversation = new { id = $"{Elsewhere} {Family}" },
                            from = new { id = Phone, name = Family },
                        }
                    )
                );
            }
        }
    }

    private static async Task SendRawAsync(BotProcess bot, string text)
    {
        using var client = new System.Net.Sockets.TcpClient();
        await client.ConnectAsync(System.Net.IPAddress.Loopback, bot.PublicUrl.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text));
        var answer = new byte[16];
        var read = await stream.ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false);

        Assert.That(Encoding.ASCII.GetString(answer, 0, read), Does.StartWith("HTTP/1.1 4"));
    }
}
