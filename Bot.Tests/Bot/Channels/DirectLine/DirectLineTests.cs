using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using ChatbotSante.Tests.Support;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Channels.DirectLine;

/// <summary>Direct Line as its clients need it, against the executable.</summary>
public sealed class DirectLineTests
{
    private static TemporaryFolder _folder = null!;
    private static BotProcess _bot = null!;

    [OneTimeSetUp]
    public static async Task StartAsync()
    {
        _folder = new TemporaryFolder("directline");
        _bot = await Bots.StartAsync(_folder);
    }

    [OneTimeTearDown]
    public static async Task StopAsync()
    {
        await _bot.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task A_token_is_bound_to_its_conversation()
    {
        using var mine = await DirectLineClient.StartAsync(_bot);
        using var other = await DirectLineClient.StartAsync(_bot);
        (HttpMethod Method, string Path)[] requests =
        [
            (HttpMethod.Post, $"conversations/{other.Id}/activities"),
            (HttpMethod.Get, $"conversations/{other.Id}/activities"),
            (HttpMethod.Get, $"conversations/{other.Id}"),
            (HttpMethod.Post, $"conversations/{other.Id}/upload"),
        ];

        foreach (var (method, path) in requests)
        {
            using var response = await mine.SendAsync(
                method,
                path,
                method == HttpMethod.Post ? DirectLineClient.Message("bonjour", "1") : null
            );

            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), path);
            Assert.That(
                (await response.JsonAsync()).GetProperty("error").Of("code"),
                Is.EqualTo("BadArgument"),
                path
            );
        }

        var (activities, _) = await other.ReadAsync();
        Assert.That(activities, Has.Count.EqualTo(1), "the greeting alone");
    }

    [TestCase("")]
    [TestCase("nonsense")]
    [TestCase("eyJhbGciOiJub25lIn0.eyJjb252IjoiYyIsInVzZXIiOiJkbF8iLCJ1c2UiOiJjaGF0In0.")]
    public async Task A_request_without_a_token_of_ours_is_refused(string token)
    {
        using var client = await DirectLineClient.StartAsync(_bot);

        foreach (
            var path in new[]
            {
                "tokens/refresh",
                "conversations",
                $"conversations/{client.Id}/activities",
            }
        )
        {
            using var response = await client.SendAsync(HttpMethod.Post, path, "{}", token);

            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), path);
        }
    }

    [Test]
    public async Task A_stream_s_token_does_nothing_but_open_the_stream()
    {
        using var client = await DirectLineClient.StartAsync(_bot);
        var streamToken = client.StreamUrl!.Query.Split("t=")[^1];

        using var post = await client.SendAsync(
            HttpMethod.Post,
            $"conversations/{client.Id}/activities",
            DirectLineClient.Message("bonjour", "1"),
            streamToken
        );
        using var refresh = await client.SendAsync(
            HttpMethod.Post,
            "tokens/refresh",
            null,
            streamToken
        );
        using var stream = await client.SendAsync(
            HttpMethod.Get,
            $"conversations/{client.Id}/stream?t={client.Token}"
        );

        Assert.That(post.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(refresh.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(stream.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task A_refreshed_token_speaks_in_the_same_conversation()
    {
        using var client = await DirectLineClient.StartAsync(_bot);

        using var response = await client.SendAsync(HttpMethod.Post, "tokens/refresh");
        var refreshed = await response.JsonAsync();
        client.Token = refreshed.Of("token")!;

        Assert.That(refreshed.Of("conversationId"), Is.EqualTo(client.Id));
        Assert.That(refreshed.GetProperty("expires_in").GetInt32(), Is.EqualTo(1800));
        Assert.That(
            await client.AskAsync("quelle est votre adresse ?"),
            Has.Some.Contains("rue des Lilas")
        );
    }

    [Test]
    public async Task The_token_s_user_is_in_the_claim_that_the_client_reads()
    {
        using var client = await DirectLineClient.WithTokenAsync(_bot);
        var claims = client.Token.Split('.')[1].Replace('-', '+').Replace('_', '/');
        var json = Encoding.UTF8.GetString(
            Convert.FromBase64String(claims.PadRight((claims.Length + 3) / 4 * 4, '='))
        );

        Assert.That(JsonElement.Parse(json).Of("user"), Does.StartWith("dl_"));
    }

    [Test]
    public async Task A_message_posted_before_the_first_stream_is_replayed_from_the_start_echo_first()
    {
        using var client = await DirectLineClient.WithTokenAsync(_bot);
        var id = await client.SayAsync("quelle est votre adresse ?", "first");
        await client.OpenConversationAsync();

        await using var stream = await client.OpenStreamAsync();
        await stream.UntilAsync(received => received.Count >= 3, "echo, disclosure, answer");

        var received = stream.Received;
        Assert.That(received[0].Id(), Is.EqualTo(id));
        Assert.That(received[0].Text(), Is.EqualTo("quelle est votre adresse ?"));
        Assert.That(
            received[0].GetProperty("channelData").Of("clientActivityID"),
            Is.EqualTo("first")
        );
        Assert.That(received[0].GetProperty("from").Of("role"), Is.EqualTo("user"));
        Assert.That(received[1].Text(), Does.Contain("assistant automatique"));
        Assert.That(
            received.Skip(1),
            Has.All.Matches<JsonElement>(a => a.IsOfBot() && a.Of("replyToId") == id)
        );
    }

    [Test]
    public async Task A_repeated_post_gets_the_same_id_is_echoed_once_and_played_once()
    {
        using var client = await DirectLineClient.StartAsync(_bot);
        await using var stream = await client.OpenStreamAsync();

        var ids = await Task.WhenAll(
            Enumerable
                .Range(0, 5)
                .Select(_ => client.SayAsync("quelle est votre adresse ?", "same"))
        );
        var late = await client.SayAsync("quelle est votre adresse ?", "same");
        await client.SayAsync("merci", "next");
        await stream.UntilAsync(
            received => received.Any(a => a.Text() == "merci"),
            "the next message"
        );

        var (activities, _) = await client.ReadAsync();
        Assert.That(ids.Append(late).Distinct(StringComparer.Ordinal).Count(), Is.EqualTo(1));
        Assert.That(activities.Count(a => a.Id() == late), Is.EqualTo(1));
        Assert.That(activities.Count(a => a.Of("replyToId") == late), Is.EqualTo(1));
        Assert.That(
            stream.Received.Count(a =>
                a.Text().Contains("rue des Lilas", StringComparison.Ordinal)
            ),
            Is.EqualTo(1)
        );
    }

    [Test]
    public async Task A_dropped_stream_goes_on_exactly_after_its_watermark()
    {
        using var client = await DirectLineClient.StartAsync(_bot);
        var seen = new List<string>();

        for (var round = 0; round < 4; round++)
        {
            await using var stream = await client.OpenStreamAsync();
            var before = seen.Count;
            await client.SayAsync("quels sont vos horaires ?");
            await stream.UntilAsync(
                received =>
                    received.Count(a => a.IsOfBot() && a.Of("replyToId") is not null)
                    >= (before == 0 ? 1 : 2),
                "the answers"
            );
            seen.AddRange(stream.Received.Select(JsonText.Id));
            stream.Cut();

            // Said while nobody listens.
            await client.SayAsync("quelle est votre adresse ?");
            await client.ReconnectAsync(stream.Watermark);
        }

        await using var last = await client.OpenStreamAsync();
        await last.UntilAsync(
            received => received.Count >= 2,
            "what was said while nobody listened"
        );
        seen.AddRange(last.Received.Select(JsonText.Id));

        var (activities, _) = await client.ReadAsync();
        Assert.That(seen, Is.EqualTo(activities.Select(JsonText.Id)));
    }

    [Test]
    public async Task Several_streams_of_one_conversation_all_receive_everything()
    {
        using var client = await DirectLineClient.StartAsync(_bot);
        await using var one = await client.OpenStreamAsync();
        await using var two = await client.OpenStreamAsync();
        await using var three = await client.OpenStreamAsync();

        await client.SayAsync("quelle est votre adresse ?");
        await client.SayAsync("merci");
        var (activities, _) = await client.ReadAsync();

        foreach (var stream in new[] { one, two, three })
        {
            await stream.UntilAsync(received => received.Count >= activities.Count, "everything");
            Assert.That(
                stream.Received.Select(JsonText.Id),
                Is.EqualTo(activities.Select(JsonText.Id))
            );
        }
    }

    [Test]
    public async Task Empty_frames_are_ignored()
    {
        using var client = await DirectLineClient.StartAsync(_bot);
        await using var stream = await client.OpenStreamAsync();

        for (var i = 0; i < 5; i++)
        {
            await stream.SendEmptyFrameAsync();
        }

        await client.SayAsync("quelle est votre adresse ?");
        await stream.UntilAsync(received => received.Count >= 3, "greeting, echo, answer");
    }

    [Test]
    public async Task An_upload_is_refused_in_French_and_the_bot_says_it_where_it_is_seen()
    {
        using var client = await DirectLineClient.StartAsync(_bot);
        using var form = new MultipartFormDataContent
        {
            { JsonText.Content(DirectLineClient.Message("voici", "1")), "activity", "blob" },
            { new ByteArrayContent(new byte[1000]), "file", "ordonnance.pdf" },
        };

        using var upload = await client.SendAsync(
            HttpMethod.Post,
            $"conversations/{client.Id}/upload?userId=x",
            form
        );
        var (activities, _) = await client.ReadAsync();

        Assert.That(upload.StatusCode, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
        Assert.That(
            (await upload.JsonAsync()).GetProperty("error").Of("message"),
            Does.StartWith("Les pièces jointes ne sont pas acceptées")
        );
        Assert.That(
            activities.Select(JsonText.Text).Skip(1),
            Has.One.Items.And.One.Contains("ni photo ni document"),
            "after the greeting, why; nothing of what was uploaded"
        );
    }

    [Test]
    public async Task Empty_lists_of_attachments_are_no_attachment()
    {
        using var client = await DirectLineClient.StartAsync(_bot);

        using var response = await client.PostAsync(
            new
            {
                type = "message",
                text = "bonjour",
                attachments = Array.Empty<object>(),
            }
        );

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase(65_537)]
    [TestCase(200_000)]
    public async Task A_body_that_is_too_large_is_refused(int length)
    {
        using var client = await DirectLineClient.StartAsync(_bot);

        using var response = await client.PostAsync(
            DirectLineClient.Message(new string('a', length), "1")
        );

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
        Assert.That((await client.ReadAsync()).Activities, Has.Count.EqualTo(1));
    }

    [TestCase("{\"type\":\"message\",\"text\":\"Zéphyrine Quillebœuf")]
    [TestCase("{\"type\":\"message\",\"text\":{\"Zéphyrine Quillebœuf\":[]},}")]
    [TestCase("{\"text\":\"Zéphyrine Quillebœuf\"}")]
    [TestCase("[\"Zéphyrine Quillebœuf\"]")]
    [TestCase("\"Zéphyrine Quillebœuf\"")]
    [TestCase("null")]
    [TestCase("Zéphyrine Quillebœuf")]
    [TestCase("")]
    public async Task What_is_no_activity_is_refused_without_quoting_it(string body)
    {
        using var client = await DirectLineClient.StartAsync(_bot);

        using var response = await client.PostAsync(body);
        var text = await response.Content.ReadAsStringAsync();

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(text, Does.Not.Contain("phyrine").And.Not.Contain("uilleb"));
        Assert.That(
            JsonElement.Parse(text).GetProperty("error").Of("code"),
            Is.EqualTo("BadArgument")
        );
    }

    [Test]
    public async Task Bytes_that_are_not_UTF_8_are_refused()
    {
        using var client = await DirectLineClient.StartAsync(_bot);
        using var content = new ByteArrayContent([
            .. "{\"type\":\"message\",\"text\":\""u8,
            0xC3,
            0x28,
            .. "\"}"u8,
        ]);

        using var response = await client.PostAsync(content);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Deep_JSON_is_refused([Values(17, 1000, 20_000)] int depth)
    {
        using var client = await DirectLineClient.StartAsync(_bot);
        var deep = new string('[', depth) + new string(']', depth);

        using var response = await client.PostAsync(
            $"{{\"type\":\"message\",\"text\":\"bonjour\",\"value\":{deep}}}"
        );

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [TestCase("message", 257)]
    [TestCase("message", 5000)]
    public async Task An_identifier_that_is_too_long_is_refused(string type, int length)
    {
        using var client = await DirectLineClient.StartAsync(_bot);

        using var response = await client.PostAsync(
            new
            {
                type,
                text = "bonjour",
                channelData = new { clientActivityID = new string('i', length) },
            }
        );

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Identifiers_and_instants_strictly_increase_however_fast_messages_come()
    {
        using var client = await DirectLineClient.StartAsync(_bot);
        for (var i = 0; i < 15; i++)
        {
            await client.SayAsync("quelle est votre adresse ?");
        }

        var (activities, _) = await client.ReadAsync();
        var ids = activities.Select(JsonText.Id).ToArray();

        // As a browser reads them: to the millisecond.
        var instants = activities
            .Select(a => a.GetProperty("timestamp").GetDateTimeOffset().ToUnixTimeMilliseconds())
            .ToArray();
        Assert.That(ids, Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
        Assert.That(ids.Distinct(StringComparer.Ordinal).Count(), Is.EqualTo(ids.Length));
        Assert.That(
            instants.Zip(instants.Skip(1), (before, after) => after - before),
            Has.All.GreaterThan(0),
            string.Join('\n', activities.Select(a => $"{a.Id()} {a.Of("timestamp")}"))
        );
    }

    [Test]
    public async Task Polling_gives_each_activity_once_and_keeps_the_watermark_when_there_is_nothing()
    {
        using var client = await DirectLineClient.StartAsync(_bot);
        var (greeting, first) = await client.ReadAsync();
        var (nothing, same) = await client.ReadAsync(first);
        await client.SayAsync("quelle est votre adresse ?");
        var (answer, second) = await client.ReadAsync(same);
        var (garbage, _) = await client.ReadAsync("not-a-number");

        Assert.That(greeting, Has.Count.EqualTo(1));
        Assert.That(nothing, Is.Empty);
        Assert.That(same, Is.EqualTo(first));
        Assert.That(answer, Has.Count.EqualTo(2));
        Assert.That(
            long.Parse(second, CultureInfo.InvariantCulture),
            Is.GreaterThan(long.Parse(first, CultureInfo.InvariantCulture))
        );
        Assert.That(garbage, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task The_end_that_a_page_sends_erases_its_conversation_and_no_other()
    {
        using var mine = await DirectLineClient.StartAsync(_bot);
        using var other = await DirectLineClient.StartAsync(_bot);
        await mine.AskAsync("quelle est votre adresse ?");

        using var refused = await mine.SendAsync(
            HttpMethod.Post,
            $"conversations/{other.Id}/activities",
            new { type = "endOfConversation" }
        );
        using var ended = await mine.PostAsync(new { type = "endOfConversation" });

        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(ended.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await mine.ReadAsync()).Activities, Is.Empty);
        Assert.That((await other.ReadAsync()).Activities, Has.Count.EqualTo(1), "the greeting");
    }

    [Test]
    public async Task Nobody_is_greeted_twice()
    {
        using var client = await DirectLineClient.StartAsync(_bot);
        await client.OpenConversationAsync();
        using var update = await client.PostAsync(
            new
            {
                type = "conversationUpdate",
                membersAdded = new[] { new { id = "dl_x" } },
                recipient = new { id = "assistant" },
            }
        );
        using var typing = await client.PostAsync(new { type = "typing", from = new { id = "x" } });
        var answers = await client.AskAsync("bonjour");

        var (activities, _) = await client.ReadAsync();
        Assert.That(update.IsSuccessStatusCode, Is.True);
        Assert.That(typing.IsSuccessStatusCode, Is.True);
        Assert.That(
            activities.Count(a =>
                a.Text().Contains("assistant automatique", StringComparison.Ordinal)
            ),
            Is.EqualTo(1)
        );
        Assert.That(activities, Has.Count.EqualTo(3));
        Assert.That(answers, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_visitor_who_speaks_before_joining_is_told_once_that_a_machine_answers()
    {
        using var client = await DirectLineClient.WithTokenAsync(_bot);
        await client.SayAsync("bonjour");
        await client.OpenConversationAsync();

        var (activities, _) = await client.ReadAsync();

        Assert.That(
            activities.Count(a =>
                a.Text().Contains("assistant automatique", StringComparison.Ordinal)
            ),
            Is.EqualTo(1)
        );
    }

    [Test]
    public async Task The_language_is_the_clinic_s_whatever_the_client_s_locale()
    {
        using var client = await DirectLineClient.StartAsync(_bot);
        using var response = await client.PostAsync(
            new
            {
                type = "message",
                text = "je voudrais un rendez-vous",
                locale = "en-US",
            }
        );

        var (activities, _) = await client.ReadAsync();

        Assert.That(activities[^1].Of("locale"), Is.EqualTo("fr-FR"));
        Assert.That(activities[^1].Text(), Does.Match("spécialité|médecin"));
    }

    [Test]
    public async Task No_page_of_the_public_site_says_what_serves_it()
    {
        using var client = _bot.CreateClient();
        using var response = await client.GetAsync(new Uri("/", UriKind.Relative));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(response.Headers.Contains("Server"), Is.False);
        Assert.That(response.Headers.Contains("X-Powered-By"), Is.False);
        Assert.That(response.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(["nosniff"]));
        Assert.That(
            string.Join(';', response.Headers.GetValues("Content-Security-Policy")),
            Does.Contain("default-src 'none'")
        );
    }
}
