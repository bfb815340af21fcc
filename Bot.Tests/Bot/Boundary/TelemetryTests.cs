using System.Text;
using ChatbotSante.Tests.Bot.Channels;
using ChatbotSante.Tests.Bot.Channels.DirectLine;
using ChatbotSante.Tests.Support;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Boundary;

/// <summary>What leaves for the clinic's collector.</summary>
public sealed class TelemetryTests
{
    private const string Family = "Quillebœuf-Lanthéaume";
    private const string Health = "drépanocytose falciforme";
    private const string Foreign = "canari-de-la-page";
    private const string ForeignTrace = "0af7651916cd43dd8448eb211c80319c";

    [Test]
    public async Task Traces_and_measures_arrive_without_a_word_of_a_patient()
    {
        using var folder = new TemporaryFolder("telemetry");
        await using var collector = await Collector.StartAsync();
        await using var bot = await Bots.StartAsync(
            folder,
            $"--Telemetry:OtlpEndpoint={collector.Url}",
            "--Telemetry:ServiceName=lilas"
        );
        using var client = await DirectLineClient.StartAsync(bot);
        await client.SayAsync($"je suis {Family}, j'ai une {Health}, 06 39 98 12 34");
        await SendForeignAsync(bot, client);

        Assert.That(await bot.StopAsync(), Is.Zero);

        var traces = collector.BytesOf("/v1/traces");
        var measures = collector.BytesOf("/v1/metrics");
        var sweep = new ByteSweep(
            Family,
            Health,
            "06 39 98 12 34",
            Foreign,
            ForeignTrace,
            client.Id,
            Convert.ToHexString(Convert.FromHexString(ForeignTrace)),
            client.Token[..200]
        );
        Assert.That(sweep.Find("traces", traces), Is.Empty);
        Assert.That(sweep.Find("measures", measures), Is.Empty);
        Assert.That(
            traces.AsSpan().IndexOf(Convert.FromHexString(ForeignTrace)),
            Is.Negative,
            "a page does not name our traces"
        );
        Assert.That(
            Encoding.UTF8.GetString(traces),
            Does.Contain("lilas")
                .And.Contain("chatbotsante.outcome")
                .And.Contain("answered")
                .And.Contain("http.route")
        );
        Assert.That(
            Encoding.UTF8.GetString(measures),
            Does.Contain("chatbotsante.turn.duration")
                .And.Contain("http.server.request.duration")
                .And.Contain("answered")
        );
    }

    private static async Task SendForeignAsync(BotProcess bot, DirectLineClient client)
    {
        using var http = bot.CreateClient();
        foreach (
            var path in new[]
            {
                $"/{Foreign}?q={Foreign}",
                $"/v3/directline/conversations/{Foreign}/activities?watermark={Foreign}",
            }
        )
        {
            using var request = new HttpRequestMessage(
                new HttpMethod("CANARI"),
                new Uri(path, UriKind.Relative)
            );
            request.Headers.Add("traceparent", $"00-{ForeignTrace}-b7ad6b7169203331-01");
            request.Headers.Add("tracestate", $"who={Foreign}");
            request.Headers.Add("baggage", $"who={Foreign}");
            request.Headers.Add("Request-Id", $"|{Foreign}.");
            request.Headers.UserAgent.ParseAdd($"{Foreign}/1");
            request.Headers.Authorization = new("Bearer", client.Token);
            using var response = await http.SendAsync(request);
        }
    }
}
