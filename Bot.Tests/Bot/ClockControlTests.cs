using System.Net;
using System.Text;
using ChatbotSante.Tests.Bot.Channels;
using ChatbotSante.Tests.Bot.Channels.DirectLine;
using ChatbotSante.Tests.Support;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot;

/// <summary>A rehearsal moves the clinic's clock, and nobody else.</summary>
public sealed class ClockControlTests
{
    private const string Path = "development/clock";

    [Test]
    public async Task The_clock_moves_forward_and_what_waits_on_it_has_caught_up()
    {
        using var folder = new TemporaryFolder("clock");
        await using var bot = await Bots.StartAsync(folder);
        using var http = bot.CreateClient();
        using var client = await DirectLineClient.StartAsync(bot);
        await client.AskAsync("je voudrais parler à quelqu'un");
        await client.AskAsync("06 39 98 44 10");

        Assert.That(
            await MovedAsync(http, """{"advance":"PT0S"}"""),
            Does.StartWith("2026-11-23T")
        );
        var sent = Directory.GetFiles(folder.PathOf("data/outbox"), "*.eml");
        Assert.That(sent, Has.Length.EqualTo(1), "sent before the answer");

        var later = await MovedAsync(http, """{"advance":"PT31M"}""");
        Assert.That(later, Does.StartWith("2026-11-23T08:31:"));
        var (replies, _) = await client.ReadAsync();
        Assert.That(replies, Is.Empty, "the conversation was forgotten");

        var tuesday = await MovedAsync(http, """{"to":"2026-12-01T10:45:00+01:00"}""");
        Assert.That(tuesday, Does.StartWith("2026-12-01T09:45:0"));
        Assert.That(
            Directory.GetFiles(folder.PathOf("data/outbox"), "*.eml"),
            Is.Empty,
            "kept seven days"
        );
    }

    [TestCase("""{"advance":"-PT1S"}""")]
    [TestCase("""{"to":"2026-11-23T08:59:00+01:00"}""")]
    [TestCase("""{"advance":"P367D"}""")]
    [TestCase("""{"advance":"P99999999999Y"}""")]
    [TestCase("""{"advance":"soon"}""")]
    [TestCase("""{"advance":"PT1M","to":"2026-11-24T09:00:00+01:00"}""")]
    [TestCase("{}")]
    [TestCase("")]
    [TestCase("null")]
    public async Task A_move_that_is_not_forward_is_refused(string body)
    {
        using var folder = new TemporaryFolder("clock");
        await using var bot = await Bots.StartAsync(folder);
        using var http = bot.CreateClient();

        Assert.That(await StatusAsync(http, body), Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task To_a_page_and_to_another_machine_there_is_nothing()
    {
        using var folder = new TemporaryFolder("clock");
        await using var bot = await Bots.StartAsync(folder, "--Proxies:Trusted:0=127.0.0.1");
        using var http = bot.CreateClient();
        string[] bodies = ["""{"advance":"PT1M"}""", ""];

        foreach (var body in bodies)
        {
            Assert.That(
                await StatusAsync(http, body, ("X-Forwarded-For", "203.0.113.7")),
                Is.EqualTo(HttpStatusCode.NotFound)
            );
            Assert.That(
                await StatusAsync(
                    http,
                    body,
                    ("Origin", bot.PublicUrl.GetLeftPart(UriPartial.Authority))
                ),
                Is.EqualTo(HttpStatusCode.NotFound)
            );
        }

        Assert.That(await StatusAsync(http, bodies[0]), Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("Development")]
    [TestCase("Staging")]
    public async Task Without_a_clock_of_its_own_a_server_has_no_such_control(string environment)
    {
        using var folder = new TemporaryFolder("clock");
        await using var bot = await BotProcess.StartAsync(
            folder.PathOf("data"),
            [],
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["ASPNETCORE_ENVIRONMENT"] = environment,
            }
        );
        using var http = bot.CreateClient();

        Assert.That(
            await StatusAsync(http, """{"advance":"PT1M"}"""),
            Is.EqualTo(HttpStatusCode.NotFound)
        );
    }

    private static async Task<string> MovedAsync(HttpClient http, string body)
    {
        using var content = Json(body);
        using var response = await http.PostAsync(new Uri(Path, UriKind.Relative), content);
        var moved = await response.EnsureSuccessStatusCode().JsonAsync();

        return moved.Of("now")!;
    }

    private static async Task<HttpStatusCode> StatusAsync(
        HttpClient http,
        string body,
        (string Name, string Value)? header = null
    )
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(Path, UriKind.Relative)
        );
        request.Content = Json(body);
        if (header is var (name, value))
        {
            request.Headers.Add(name, value);
        }

        using var response = await http.SendAsync(request);

        return response.StatusCode;
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
