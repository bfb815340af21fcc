using System.Net;
using ChatbotSante.Tests.Support;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Channels.DirectLine;

/// <summary>Who may ask, and how often.</summary>
public sealed class DirectLineLimitsTests
{
    private const string Allowed = "https://www.clinique.example";
    private static TemporaryFolder _folder = null!;
    private static BotProcess _bot = null!;

    [OneTimeSetUp]
    public static async Task StartAsync()
    {
        _folder = new TemporaryFolder("limits");
        _bot = await Bots.StartAsync(
            _folder,
            $"--DirectLine:AllowedOrigins:0={Allowed}",
            "--DirectLine:ConversationsPerMinute=25",
            "--DirectLine:MessagesPerMinute=10"
        );
    }

    [OneTimeTearDown]
    public static async Task StopAsync()
    {
        await _bot.DisposeAsync();
        _folder.Dispose();
    }

    [TestCase("POST", "tokens/generate")]
    [TestCase("POST", "tokens/refresh")]
    [TestCase("POST", "conversations")]
    [TestCase("GET", "conversations/c1?watermark=3")]
    [TestCase("GET", "conversations/c1/activities?watermark=3")]
    [TestCase("POST", "conversations/c1/activities")]
    [TestCase("POST", "conversations/c1/upload?userId=u")]
    public async Task A_listed_origin_s_preflight_is_answered_and_may_be_remembered(
        string method,
        string path
    )
    {
        using var response = await PreflightAsync(Allowed, method, path);

        Assert.That(response.IsSuccessStatusCode, Is.True);
        Assert.That(
            response.Headers.GetValues("Access-Control-Allow-Origin"),
            Is.EqualTo([Allowed])
        );
        Assert.That(
            string.Join(',', response.Headers.GetValues("Access-Control-Allow-Methods")),
            Does.Contain(method)
        );
        Assert.That(
            string.Join(',', response.Headers.GetValues("Access-Control-Allow-Headers"))
                .ToUpperInvariant(),
            Does.Contain("AUTHORIZATION")
                .And.Contain("CONTENT-TYPE")
                .And.Contain("X-MS-BOT-AGENT")
                .And.Contain("X-REQUESTED-WITH")
        );
        Assert.That(
            response.Headers.GetValues("Access-Control-Max-Age").Select(int.Parse),
            Has.All.GreaterThanOrEqualTo(600)
        );
    }

    [TestCase("https://evil.example")]
    [TestCase("https://www.clinique.example.evil.example")]
    [TestCase("http://www.clinique.example")]
    [TestCase("null")]
    public async Task An_unlisted_origin_gets_neither_a_preflight_nor_a_token(string origin)
    {
        using var preflight = await PreflightAsync(origin, "POST", "tokens/generate");
        using var generated = await GenerateAsync(origin);

        Assert.That(preflight.Headers.Contains("Access-Control-Allow-Origin"), Is.False);
        Assert.That(generated.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(generated.Headers.Contains("Access-Control-Allow-Origin"), Is.False);
    }

    [Test]
    [NonParallelizable]
    public async Task A_listed_origin_and_the_site_itself_get_tokens_without_credentials_allowed()
    {
        using var listed = await GenerateAsync(Allowed);
        using var own = await GenerateAsync(_bot.PublicUrl.GetLeftPart(UriPartial.Authority));

        Assert.That(listed.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(listed.Headers.GetValues("Access-Control-Allow-Origin"), Is.EqualTo([Allowed]));
        Assert.That(listed.Headers.Contains("Access-Control-Allow-Credentials"), Is.False);
        Assert.That(own.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task One_conversation_that_posts_too_fast_is_told_so_and_another_is_not()
    {
        using var fast = await DirectLineClient.StartAsync(_bot);
        using var other = await DirectLineClient.StartAsync(_bot);
        var codes = new List<HttpStatusCode>();
        for (var i = 0; i < 12; i++)
        {
            using var response = await fast.PostAsync(DirectLineClient.Message("bonjour", $"{i}"));
            codes.Add(response.StatusCode);
        }

        Assert.That(codes.Take(10), Has.All.EqualTo(HttpStatusCode.OK));
        Assert.That(codes.Skip(10), Has.All.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(await other.AskAsync("quelle est votre adresse ?"), Is.Not.Empty);
        Assert.That((await fast.ReadAsync()).Activities, Is.Not.Empty, "reading is not limited");
    }

    [Test]
    public async Task An_address_that_opens_too_many_conversations_is_told_so()
    {
        using var folder = new TemporaryFolder("limits");
        await using var bot = await Bots.StartAsync(
            folder,
            "--DirectLine:ConversationsPerMinute=3"
        );
        var codes = new List<HttpStatusCode>();
        using var client = bot.CreateClient();
        for (var i = 0; i < 5; i++)
        {
            using var response = await client.PostAsync(
                new Uri("v3/directline/tokens/generate", UriKind.Relative),
                JsonText.Content("{}")
            );
            codes.Add(response.StatusCode);
        }

        Assert.That(codes.Take(3), Has.All.EqualTo(HttpStatusCode.OK));
        Assert.That(codes.Skip(3), Has.All.EqualTo(HttpStatusCode.TooManyRequests));
    }

    private static async Task<HttpResponseMessage> PreflightAsync(
        string origin,
        string method,
        string path
    )
    {
        using var client = _bot.CreateClient();
        using var request = new HttpRequestMessage(
            HttpMethod.Options,
            new Uri($"v3/directline/{path}", UriKind.Relative)
        );
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", method);
        request.Headers.Add(
            "Access-Control-Request-Headers",
            "authorization,content-type,x-ms-bot-agent,x-requested-with"
        );

        return await client.SendAsync(request);
    }

    private static async Task<HttpResponseMessage> GenerateAsync(string origin)
    {
        using var client = _bot.CreateClient();
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri("v3/directline/tokens/generate", UriKind.Relative)
        );
        request.Headers.Add("Origin", origin);
        request.Content = JsonText.Content("{}");

        return await client.SendAsync(request);
    }
}
