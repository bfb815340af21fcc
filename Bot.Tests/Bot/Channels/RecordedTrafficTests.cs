using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatbotSante.Tests.Bot.Channels.DirectLine;
using ChatbotSante.Tests.Support;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Channels;

/// <summary>What the real clients sent once, sent again: each request gets its status and the bot says the same words.</summary>
public sealed class RecordedTrafficTests
{
    [TestCase("directline-websocket.json")]
    [TestCase("directline-polling.json")]
    public async Task DirectLineJS_s_requests_are_answered_as_they_were(string fixture)
    {
        using var folder = new TemporaryFolder("recorded");
        await using var bot = await Bots.StartAsync(folder);
        using var client = await DirectLineClient.WithTokenAsync(bot);
        var exchanges = await ReadAsync(fixture, "client");
        var recordedId = exchanges[0]["response"]!["body"]!["conversationId"]!.GetValue<string>();
        var recorded = new List<string>();
        var said = new List<string>();
        var watermark = "";

        foreach (var exchange in exchanges.Skip(1))
        {
            var request = exchange["request"]!;
            var path = request["path"]!
                .GetValue<string>()
                .Replace(recordedId, client.Id, StringComparison.Ordinal)[
                "/v3/directline/".Length..
            ];
            path = path.Contains("?watermark=", StringComparison.Ordinal)
                ? path.Split('=')[0] + "=" + watermark
                : path;
            using var response = await client.SendAsync(
                new HttpMethod(request["method"]!.GetValue<string>()),
                path,
                request["body"]?.ToJsonString()
            );

            Assert.That(
                (int)response.StatusCode,
                Is.EqualTo(exchange["response"]!["status"]!.GetValue<int>()),
                path
            );
            if (
                path.EndsWith("/activities", StringComparison.Ordinal)
                && response.RequestMessage!.Method == HttpMethod.Get
            )
            {
                recorded.AddRange(Texts(exchange["response"]!["body"]!));
                said.AddRange(Texts(JsonNode.Parse(await response.Content.ReadAsStringAsync())!));
            }
            else if (path.Contains("?watermark=", StringComparison.Ordinal))
            {
                watermark = (await response.JsonAsync()).Of("watermark")!;
            }
        }

        Assert.That(recorded, Has.Some.Contains("réservé"));
        Assert.That(said, Is.EqualTo(recorded));
    }

    [Test]
    public async Task The_Playground_s_activities_are_answered_as_they_were()
    {
        using var folder = new TemporaryFolder("recorded");
        await using var bot = await Bots.StartAsync(folder);
        await using var channel = await ChannelServer.StartAsync();
        using var client = bot.CreateClient();
        var recorded = (await ReadAsync("playground.json", "bot"))
            .Select(exchange => exchange["request"]!["body"]!["text"]!.GetValue<string>())
            .ToArray();

        foreach (var exchange in (await ReadAsync("playground.json", "playground")).Where(IsPost))
        {
            var activity = exchange["request"]!["body"]!.DeepClone();
            activity["serviceUrl"] = channel.Url + "/_connector";
            using var response = await client.PostAsync(
                new Uri(bot.BotsUrl, "api/messages"),
                JsonText.Content(activity.ToJsonString())
            );

            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        }

        Assert.That(recorded, Has.Some.Contains("réservé"));
        Assert.That(channel.Activities.Select(JsonText.Text), Is.EqualTo(recorded));
        Assert.That(
            channel.Received.Select(request => request.Path),
            Has.All.StartsWith("/_connector/v3/conversations/").And.All.EndsWith("/activities")
        );
    }

    [Test]
    public async Task The_Playground_s_activities_that_expect_replies_are_answered_as_they_were()
    {
        using var folder = new TemporaryFolder("recorded");
        await using var bot = await Bots.StartAsync(folder);
        using var client = bot.CreateClient();
        var exchanges = (await ReadAsync("playground-expect-replies.json", "playground"))
            .Where(IsPost)
            .ToArray();

        foreach (var exchange in exchanges)
        {
            using var response = await client.PostAsync(
                new Uri(bot.BotsUrl, "api/messages"),
                JsonText.Content(exchange["request"]!["body"]!.ToJsonString())
            );
            var said = Texts(JsonNode.Parse(await response.Content.ReadAsStringAsync())!);

            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(said, Is.EqualTo(Texts(exchange["response"]!["body"]!)));
        }

        Assert.That(exchanges, Has.Length.GreaterThanOrEqualTo(5));
    }

    private static bool IsPost(JsonNode exchange) =>
        exchange["request"]!["method"]!.GetValue<string>() == "POST";

    private static string[] Texts(JsonNode set) =>
        [
            .. set["activities"]!
                .AsArray()
                .Select(activity => activity!["text"]?.GetValue<string>() ?? ""),
        ];

    private static async Task<JsonNode[]> ReadAsync(string fixture, string from)
    {
        var json = await File.ReadAllTextAsync(Checkout.PathOf($"Bot.Tests/Fixtures/{fixture}"));

        return
        [
            .. JsonNode.Parse(json)!["exchanges"]!
                .AsArray()
                .Where(exchange => exchange!["from"]?.GetValue<string>() == from)
                .Select(exchange => exchange!),
        ];
    }
}
