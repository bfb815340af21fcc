using System.Net;
using System.Text.Json;
using ChatbotSante.Tests.Support;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Channels.Connector;

/// <summary><c>/api/messages</c>, against the executable.</summary>
public sealed class ConnectorTests
{
    private static TemporaryFolder _folder = null!;
    private static ChannelServer _channel = null!;
    private static ChannelServer _canary = null!;
    private static BotProcess _bot = null!;

    [OneTimeSetUp]
    public static async Task StartAsync()
    {
        _folder = new TemporaryFolder("connector");
        _channel = await ChannelServer.StartAsync();
        _canary = await ChannelServer.StartAsync();
        _bot = await Bots.StartAsync(
            _folder,
            $"--Connector:ServiceUrls:0={_channel.Url}",
            $"--Connector:ServiceUrls:1={_channel.Url}"
        );
    }

    [OneTimeTearDown]
    public static async Task StopAsync()
    {
        await _bot.DisposeAsync();
        await _channel.DisposeAsync();
        await _canary.DisposeAsync();
        _folder.Dispose();
    }

    [TestCase("POST", "api/messages")]
    public async Task The_public_site_has_no_endpoint_for_bots(string method, string path) =>
        Assert.That(
            await StatusAsync(_bot.PublicUrl, method, path),
            Is.EqualTo(HttpStatusCode.NotFound)
        );

    [TestCase("GET", "")]
    [TestCase("GET", "index.html")]
    [TestCase("GET", "site.js")]
    [TestCase("GET", "chat")]
    [TestCase("GET", "chat.js")]
    [TestCase("GET", "healthz")]
    [TestCase("POST", "v3/directline/tokens/generate")]
    [TestCase("GET", "v3/directline/conversations/c1/activities")]
    public async Task The_listener_for_bots_serves_nothing_of_the_public_site(
        string method,
        string path
    ) =>
        Assert.That(
            await StatusAsync(_bot.BotsUrl, method, path),
            Is.EqualTo(HttpStatusCode.NotFound)
        );

    [TestCase("http://127.0.0.1:{canary}")]
    [TestCase("http://127.0.0.1:{canary}/v3")]
    [TestCase("http://localhost:{canary}")]
    [TestCase("http://localhost:{channel}")]
    [TestCase("http://127.1:{canary}")]
    [TestCase("http://0x7f000001:{canary}")]
    [TestCase("http://[::ffff:127.0.0.1]:{canary}")]
    [TestCase("http://[::1]:{channel}")]
    [TestCase("https://127.0.0.1:{channel}")]
    [TestCase("ftp://127.0.0.1:{channel}")]
    [TestCase("file:///etc/passwd")]
    [TestCase("gopher://127.0.0.1:{canary}/")]
    [TestCase("javascript:alert(1)")]
    [TestCase("http://user@127.0.0.1:{channel}")]
    [TestCase("http://user:password@127.0.0.1:{channel}")]
    [TestCase("http://127.0.0.1:{channel}@127.0.0.1:{canary}/")]
    [TestCase("http://127.0.0.1:{channel}#@127.0.0.1:{canary}/")]
    [TestCase("http://127.0.0.1:{channel}/?x=http://127.0.0.1:{canary}/")]
    [TestCase("http://127.0.0.1.evil.example:{channel}")]
    [TestCase("http://evil.example")]
    [TestCase("http://xn--。")]
    [TestCase("http://169.254.169.254/latest/meta-data")]
    [TestCase("//127.0.0.1:{canary}")]
    [TestCase("127.0.0.1:{channel}")]
    [TestCase("/relative")]
    [TestCase("")]
    [TestCase(null)]
    public async Task An_address_that_is_not_listed_is_refused_before_anything_is_played_or_called(
        string? serviceUrl
    )
    {
        var conversation = Guid.NewGuid().ToString();
        var url = serviceUrl
            ?.Replace("{canary}", $"{_canary.Port}", StringComparison.Ordinal)
            .Replace("{channel}", $"{_channel.Port}", StringComparison.Ordinal);

        using var refused = await PostAsync(
            Message("bonjour", conversation) with
            {
                ServiceUrl = url,
            }
        );
        var (_, replies) = await ExpectAsync(Message("bonjour", conversation));

        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(_canary.Received, Is.Empty);
        Assert.That(
            _channel.Received.Where(request =>
                request.Path.Contains(conversation, StringComparison.Ordinal)
            ),
            Is.Empty
        );
        Assert.That(
            replies[0].Text(),
            Does.Contain("assistant automatique"),
            "it was never greeted before"
        );
    }

    [TestCase("..")]
    [TestCase(".")]
    [TestCase("../../secret")]
    [TestCase("%2e%2e")]
    [TestCase("a/b?c#d")]
    [TestCase("..\\..")]
    public async Task A_conversation_s_name_does_not_lead_out_of_the_channel_s_path(
        string conversation
    )
    {
        var before = _channel.Received.Count;
        using var response = await PostAsync(
            Message("quelle est votre adresse ?", conversation) with
            {
                ServiceUrl = _channel.Url + "/base",
            }
        );

        Assert.That(
            _channel.Received.Skip(before).Select(request => request.Path),
            Has.All.StartsWith("/base/v3/conversations/"),
            $"{response.StatusCode}"
        );
    }

    [Test]
    public async Task A_redirect_is_not_followed()
    {
        await using var channel = await ChannelServer.StartAsync();
        using var folder = new TemporaryFolder("redirect");
        await using var bot = await Bots.StartAsync(
            folder,
            $"--Connector:ServiceUrls:0={channel.Url}"
        );
        channel.Answer = http =>
        {
            http.Response.Redirect(_canary.Url + "/taken", permanent: false, preserveMethod: true);

            return Task.CompletedTask;
        };

        using var response = await PostAsync(
            Message("bonjour") with
            {
                ServiceUrl = channel.Url,
            },
            bot
        );

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(channel.Received, Is.Not.Empty);
        Assert.That(_canary.Received, Is.Empty);
    }

    [Test]
    public async Task Replies_are_delivered_in_order_one_at_a_time_and_an_empty_202_will_do()
    {
        await using var channel = await ChannelServer.StartAsync();
        using var folder = new TemporaryFolder("order");
        await using var bot = await Bots.StartAsync(folder);
        channel.Answer = async http =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(channel.Received.Count == 1 ? 200 : 0));
            http.Response.StatusCode = StatusCodes.Status202Accepted;
        };

        using var response = await PostAsync(
            Message("quelle est votre adresse ?", "c 1") with
            {
                ServiceUrl = channel.Url + "/_connector/",
            },
            bot
        );

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        Assert.That(channel.Overlaps, Is.Zero);
        Assert.That(
            channel.Received.Select(request => request.Path),
            Has.All.EqualTo("/_connector/v3/conversations/c%201/activities")
        );
        Assert.That(channel.Activities, Has.Count.EqualTo(2));
        Assert.That(channel.Activities[0].Text(), Does.Contain("assistant automatique"));
        Assert.That(channel.Activities[1].Text(), Does.Contain("rue des Lilas"));
        Assert.That(channel.Activities.Select(JsonText.Id), Is.Ordered.And.Unique);
        Assert.That(
            channel.Activities.Select(activity => activity.Of("replyToId")),
            Has.All.EqualTo("m1")
        );
        Assert.That(
            channel.Activities.Select(activity => activity.GetProperty("recipient").Of("id")),
            Has.All.EqualTo("u1")
        );
        Assert.That(
            channel.Activities.Select(activity => activity.GetProperty("from").Of("id")),
            Has.All.EqualTo("b1")
        );
    }

    [Test]
    public async Task A_channel_that_fails_is_told_the_same_again_when_it_sends_the_same_again()
    {
        await using var channel = await ChannelServer.StartAsync();
        using var folder = new TemporaryFolder("again");
        await using var bot = await Bots.StartAsync(folder);
        var message = Message("quelle est votre adresse ?") with { ServiceUrl = channel.Url };
        channel.Answer = http =>
        {
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;

            return Task.CompletedTask;
        };
        using var failed = await PostAsync(message, bot);
        var attempted = channel
            .Activities.Select(JsonText.Id)
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        channel.Answer = http =>
        {
            http.Response.StatusCode = StatusCodes.Status201Created;

            return http.Response.WriteAsync("{\"id\":\"1\"}");
        };
        var before = channel.Received.Count;

        using var accepted = await PostAsync(message, bot);
        var delivered = channel.Activities.Skip(before).ToArray();
        using var next = await PostAsync(message with { Id = "m2", Text = "merci" }, bot);

        Assert.That(failed.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(accepted.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        Assert.That(delivered.Select(JsonText.Text), Has.Some.Contains("rue des Lilas"));
        Assert.That(delivered[0].Id(), Is.EqualTo(attempted[0]));
        Assert.That(delivered, Has.Length.EqualTo(2), "disclosure and answer, as the first time");
        Assert.That(channel.Activities[^1].Text(), Does.Not.Contain("assistant automatique"));
    }

    [Test]
    public async Task No_trace_leaves_the_bot_whatever_the_channel_says_it_is()
    {
        foreach (var channel in new[] { "emulator", "directline", "msteams", "agents", "webchat" })
        {
            var conversation = Guid.NewGuid().ToString();
            for (var i = 0; i < Bots.Booking.Length; i++)
            {
                var (body, replies) = await ExpectAsync(
                    Message(Bots.Booking[i], conversation) with
                    {
                        Id = $"m{i}",
                        ChannelId = channel,
                    }
                );

                Assert.That(replies.Select(reply => reply.Of("type")), Has.All.EqualTo("message"));
                Assert.That(
                    body,
                    Does.Not.Contain("trace").And.Not.Contain("BotState").And.Not.Contain("stack")
                );
            }
        }
    }

    [Test]
    public async Task A_locale_en_US_is_answered_in_French()
    {
        var conversation = Guid.NewGuid().ToString();
        await ExpectAsync(
            Message("je voudrais un rendez-vous en gynécologie jeudi matin", conversation) with
            {
                Locale = "en-US",
            }
        );
        var (_, replies) = await ExpectAsync(
            Message("le premier", conversation) with
            {
                Id = "m2",
                Locale = "en-US",
            }
        );

        Assert.That(replies.Select(reply => reply.Of("locale")), Has.All.EqualTo("fr-FR"));
        Assert.That(replies[^1].Text(), Does.Contain("date de naissance"));
    }

    [Test]
    public async Task Two_bots_that_answer_each_other_fall_silent()
    {
        var conversation = Guid.NewGuid().ToString();
        var text = "bonjour";
        var rounds = 0;

        for (; rounds < 50; rounds++)
        {
            var (_, replies) = await ExpectAsync(
                Message(text, conversation) with
                {
                    Id = $"m{rounds}",
                    From = new { id = "u1", role = "bot" },
                }
            );
            if (replies.Count == 0)
            {
                break;
            }

            text = replies[^1].Text();
        }

        Assert.That(rounds, Is.EqualTo(10));
    }

    [Test]
    public async Task One_conversation_is_not_answered_for_ever()
    {
        var conversation = Guid.NewGuid().ToString();
        var answered = 0;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 1000),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (i, cancellationToken) =>
            {
                IReadOnlyList<JsonElement> replies = [];

                // On a busy machine a conversation may not answer in time; what was not kept is sent again.
                await Bots.UntilAsync(
                    async () =>
                    {
                        (_, replies) = await ExpectAsync(
                            Message("merci", conversation) with
                            {
                                Id = $"m{i}",
                            }
                        );

                        return !replies.Any(reply =>
                            reply
                                .Text()
                                .Contains("Je ne peux pas vous répondre", StringComparison.Ordinal)
                        );
                    },
                    "the message is kept"
                );
                Interlocked.Add(ref answered, replies.Count > 0 ? 1 : 0);
            }
        );

        var (_, more) = await ExpectAsync(
            Message("bonjour", conversation) with
            {
                Id = "one more",
            }
        );

        Assert.That(answered, Is.EqualTo(1000));
        Assert.That(more, Is.Empty);
    }

    [Test]
    public async Task Messages_that_come_together_are_all_answered_at_the_first_attempt()
    {
        using var folder = new TemporaryFolder("together");
        await using var bot = await Bots.StartAsync(folder, "--Conversations:TurnTimeout=00:00:10");
        var conversation = Guid.NewGuid().ToString();
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 64)
                .Select(i => ExpectAsync(Message("merci", conversation) with { Id = $"m{i}" }, bot))
        );

        Assert.That(
            answers.Count(answer =>
                answer.Body.Contains("Je ne peux pas vous", StringComparison.Ordinal)
            ),
            Is.Zero
        );
    }

    [TestCase("{}")]
    [TestCase("nonsense")]
    [TestCase("{\"type\":\"message\",\"text\":\"Quillebœuf\"}")]
    [TestCase("{\"type\":\"message\",\"text\":\"Quillebœuf\",\"channelId\":\"emulator\"}")]
    [TestCase("{\"type\":\"message\",\"text\":\"Quillebœuf\",\"conversation\":{\"id\":\"c\"}}")]
    [TestCase(
        "{\"type\":\"message\",\"text\":\"Quillebœuf\",\"channelId\":\"emulator\",\"conversation\":{\"id\":\"\"}}"
    )]
    public async Task What_is_no_activity_of_a_conversation_is_refused_without_quoting_it(
        string body
    )
    {
        using var client = _bot.CreateClient();
        using var response = await client.PostAsync(
            new Uri(_bot.BotsUrl, "api/messages"),
            JsonText.Content(body)
        );

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Not.Contain("uilleb"));
    }

    private static ConnectorMessage Message(string text, string? conversation = null) =>
        new()
        {
            Text = text,
            Conversation = new { id = conversation ?? Guid.NewGuid().ToString() },
        };

    private static async Task<HttpResponseMessage> PostAsync(
        ConnectorMessage message,
        BotProcess? bot = null
    )
    {
        using var client = (bot ?? _bot).CreateClient();

        return await client.PostAsync(
            new Uri((bot ?? _bot).BotsUrl, "api/messages"),
            JsonText.Content(JsonSerializer.Serialize(message, JsonSerializerOptions.Web))
        );
    }

    private static async Task<(string Body, IReadOnlyList<JsonElement> Replies)> ExpectAsync(
        ConnectorMessage message,
        BotProcess? bot = null
    )
    {
        using var response = await PostAsync(message with { DeliveryMode = "expectReplies" }, bot);
        var body = await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();

        return (body, [.. JsonElement.Parse(body).GetProperty("activities").EnumerateArray()]);
    }

    private static async Task<HttpStatusCode> StatusAsync(Uri listener, string method, string path)
    {
        using var client = _bot.CreateClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(listener, path));
        request.Content = method == "POST" ? JsonText.Content("{}") : null;
        using var response = await client.SendAsync(request);

        return response.StatusCode;
    }
}
