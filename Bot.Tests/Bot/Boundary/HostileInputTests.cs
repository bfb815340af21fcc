using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ChatbotSante.Tests.Bot.Channels;
using ChatbotSante.Tests.Bot.Channels.DirectLine;
using ChatbotSante.Tests.Support;
using ChatbotSante.Tests.Support.Sweep;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Boundary;

/// <summary>Files, and what no page would send: nothing of it is answered back, logged or kept, on each channel.</summary>
public sealed class HostileInputTests
{
    private const string Canary = "canari-Quillebœuf-hostile";
    private const string FileName = "ordonnance-canari-Zéphyrine.pdf";
    private const string FileContent = "canari dans le fichier";

    private static readonly string[] Canaries =
    [
        Canary,
        FileName,
        FileContent,
        Convert.ToBase64String(Encoding.UTF8.GetBytes(FileContent)),
    ];

    private static TemporaryFolder _folder = null!;
    private static ChannelServer _channel = null!;
    private static BotProcess _bot = null!;

    private static IEnumerable<TestCaseData> Attached =>
        [
            Case(
                "a link",
                $"{{\"contentType\":\"application/pdf\",\"contentUrl\":\"https://evil.example/{Canary}\"}}"
            ),
            Case(
                "inline",
                $"{{\"contentType\":\"image/png\",\"contentUrl\":\"data:image/png;base64,{Canaries[3]}\"}}"
            ),
            Case("a name", $"{{\"name\":\"{FileName}\"}}"),
            Case(
                "a content",
                $"{{\"contentType\":\"{Canary}\",\"content\":{{\"text\":\"{FileContent}\"}},\"thumbnailUrl\":\"{Canary}\"}}"
            ),
            Case("nothing", "{}"),
            Case("several", $"{{\"name\":\"{FileName}\"}},{{\"name\":\"{Canary}\"}}"),
        ];

    private static IEnumerable<TestCaseData> Malformed =>
        [
            Case("cut", $"{{\"type\":\"message\",\"text\":\"{Canary}"),
            Case("a list", $"[\"{Canary}\"]"),
            Case("a word", $"\"{Canary}\""),
            Case("null", "null"),
            Case("a type that is a list", $"{{\"type\":[\"{Canary}\"],\"text\":\"a\"}}"),
            Case(
                "a text that is an object",
                $"{{\"type\":\"message\",\"text\":{{\"{Canary}\":1}}}}"
            ),
            Case(
                "a sender that is a word",
                $"{{\"type\":\"message\",\"text\":\"a\",\"from\":\"{Canary}\"}}"
            ),
            Case(
                "attachments that are a word",
                $"{{\"type\":\"message\",\"attachments\":\"{Canary}\"}}"
            ),
            Case(
                "too deep",
                $"{{\"type\":\"message\",\"{Canary}\":{new string('[', 40)}\"{Canary}\"{new string(']', 40)}}}"
            ),
            Case(
                "an id that is too long",
                $"{{\"type\":\"message\",\"text\":\"a\",\"id\":\"{Canary}{new string('x', 300)}\"}}"
            ),
            Case("a comment", $"{{\"type\":\"message\",/*{Canary}*/\"text\":\"a\"}}"),
            Case(
                "a number that is none",
                $"{{\"type\":\"message\",\"text\":\"{Canary}\",\"x\":1e}}"
            ),
            Case(
                "a lone surrogate",
                $"{{\"type\":\"message\",\"text\":\"{Canary}\\ud800\",\"type\":5}}"
            ),
            Case(
                "too large",
                $"{{\"type\":\"message\",\"text\":\"{Canary}{new string('a', 70_000)}\"}}"
            ),
            Case("another language", $"<message>{Canary}</message>"),
        ];

    [OneTimeSetUp]
    public static async Task StartAsync()
    {
        _folder = new TemporaryFolder("hostile");
        _channel = await ChannelServer.StartAsync();
        _bot = await Bots.StartAsync(
            _folder,
            $"--Connector:ServiceUrls:0={_channel.Url}",
            $"--Connector:ServiceUrls:1={_channel.Url}"
        );
    }

    [OneTimeTearDown]
    public static async Task NothingIsLeftAsync()
    {
        await _bot.StopAsync();
        var sweep = new ByteSweep(Canaries);
        var found = sweep
            .Find("output", _bot.OutputBytes)
            .Concat(await sweep.FindInAsync(_bot.DataFolder))
            .ToArray();
        await _bot.DisposeAsync();
        await _channel.DisposeAsync();
        _folder.Dispose();

        Assert.That(found, Is.Empty);
    }

    [TestCaseSource(nameof(Attached))]
    public async Task The_page_is_told_that_no_file_is_taken_in(string attachments)
    {
        using var client = await DirectLineClient.StartAsync(_bot);

        using var response = await client.PostAsync(
            $"{{\"type\":\"message\",\"attachments\":[{attachments}]}}"
        );
        var said = await SaidAsync(client);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(said[1..], Has.Length.EqualTo(1).And.One.Contains("ni photo ni document"));
        Assert.That(string.Concat(said), Does.Not.Contain("canari"));
    }

    [Test]
    public async Task The_words_beside_a_file_are_answered()
    {
        using var client = await DirectLineClient.StartAsync(_bot);

        using var response = await client.PostAsync(
            $"{{\"type\":\"message\",\"text\":\"quelle est votre adresse ?\",\"attachments\":[{{\"name\":\"{FileName}\"}}]}}"
        );
        var said = await SaidAsync(client);

        Assert.That(
            said,
            Has.Some.Contains("ni photo ni document").And.Some.Contains("rue des Lilas")
        );
    }

    [Test]
    public async Task An_emergency_beside_a_file_is_an_emergency()
    {
        using var client = await DirectLineClient.StartAsync(_bot);

        using var response = await client.PostAsync(
            $"{{\"type\":\"message\",\"text\":\"je n'arrive plus à respirer\",\"attachments\":[{{\"name\":\"{FileName}\"}}]}}"
        );
        var said = await SaidAsync(client);

        Assert.That(said, Has.Some.Contains("15").And.None.Contains("ni photo ni document"));
    }

    [TestCaseSource(nameof(Attached))]
    public async Task A_channel_is_told_that_no_file_is_taken_in(string attachments)
    {
        using var http = _bot.CreateClient();
        using var response = await http.PostAsync(
            new Uri(_bot.BotsUrl, "api/messages"),
            JsonText.Content(
                $"{{\"type\":\"message\",\"channelId\":\"emulator\",\"conversation\":{{\"id\":\"{Guid.NewGuid()}\"}},"
                    + $"\"deliveryMode\":\"expectReplies\",\"attachments\":[{attachments}]}}"
            )
        );
        var body = await response.Content.ReadAsStringAsync();

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(body, Does.Contain("ni photo ni document").And.Not.Contain("canari"));
    }

    [Test]
    public async Task A_file_that_is_uploaded_is_not_even_read()
    {
        using var client = await DirectLineClient.StartAsync(_bot);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(FileContent), Canary, FileName },
        };

        using var response = await client.SendAsync(
            HttpMethod.Post,
            $"conversations/{client.Id}/upload?userId={Uri.EscapeDataString(Canary)}",
            form
        );

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Not.Contain("canari"));
        Assert.That(await SaidAsync(client), Has.One.Contains("ni photo ni document"));
    }

    [TestCaseSource(nameof(Malformed))]
    public async Task What_cannot_be_read_is_refused_and_not_repeated(string body)
    {
        using var client = await DirectLineClient.StartAsync(_bot);
        using var http = _bot.CreateClient();

        using var page = await client.PostAsync(body);
        using var channel = await http.PostAsync(
            new Uri(_bot.BotsUrl, "api/messages"),
            JsonText.Content(body)
        );

        foreach (var response in new[] { page, channel })
        {
            Assert.That((int)response.StatusCode, Is.AnyOf(400, 413));
            Assert.That(await response.Content.ReadAsStringAsync(), Does.Not.Contain("canari"));
        }
    }

    [TestCase("message")]
    [TestCase("event")]
    [TestCase("invoke")]
    [TestCase("conversationUpdate")]
    [TestCase(Canary)]
    public async Task Fields_that_nobody_reads_are_read_by_nobody(string type)
    {
        var body =
            $"{{\"type\":\"{type}\",\"channelId\":\"emulator\",\"conversation\":{{\"id\":\"{Canary}\",\"name\":\"{Canary}\"}},"
            + $"\"from\":{{\"id\":\"{Canary}\",\"name\":\"{Canary}\"}},\"recipient\":{{\"id\":\"b\",\"name\":\"{Canary}\"}},"
            + $"\"id\":\"{Canary}\",\"name\":\"{Canary}\",\"value\":{{\"nir\":\"{Canary}\"}},\"locale\":\"{Canary}\","
            + $"\"channelData\":{{\"clientActivityID\":\"{Canary}\",\"x\":\"{Canary}\"}},\"entities\":[{{\"type\":\"{Canary}\"}}],"
            + $"\"{Canary}\":\"{Canary}\",\"text\":\"merci\",\"speak\":\"{Canary}\",\"deliveryMode\":\"expectReplies\"}}";
        using var client = await DirectLineClient.StartAsync(_bot);
        using var http = _bot.CreateClient();

        using var page = await client.PostAsync(body);
        using var channel = await http.PostAsync(
            new Uri(_bot.BotsUrl, "api/messages"),
            JsonText.Content(body)
        );

        Assert.That((int)page.StatusCode, Is.LessThan(500));
        Assert.That((int)channel.StatusCode, Is.LessThan(500));
    }

    [TestCase("GET", "{0}")]
    [TestCase("GET", "?q={0}")]
    [TestCase("GET", "chat?nom={0}")]
    [TestCase("GET", "{0}/../chat")]
    [TestCase("GET", "v3/directline/conversations/{0}")]
    [TestCase("GET", "v3/directline/conversations/{0}/activities?watermark={0}")]
    [TestCase("GET", "v3/directline/conversations/{0}/stream?t={0}&watermark={0}")]
    [TestCase("POST", "v3/directline/tokens/generate?user={0}")]
    [TestCase("POST", "v3/directline/tokens/refresh?user={0}")]
    [TestCase("POST", "v3/directline/conversations/{0}/upload")]
    [TestCase("POST", "api/messages?x={0}")]
    [TestCase("POST", "development/clock?x={0}")]
    [TestCase("PUT", "{0}")]
    [TestCase("CANARI", "{0}")]
    public async Task Addresses_and_headers_are_not_repeated(string method, string path)
    {
        using var http = _bot.CreateClient();
        var escaped = Uri.EscapeDataString(Canary);
        using var request = new HttpRequestMessage(
            new HttpMethod(method),
            new Uri(string.Format(CultureInfo.InvariantCulture, path, escaped), UriKind.Relative)
        );
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", escaped);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue(escaped, "1"));
        request.Headers.Add("X-Forwarded-For", escaped);
        request.Headers.Add("Cookie", $"id={escaped}");
        request.Headers.Add("X-Patient", escaped);
        request.Headers.Add("traceparent", escaped);
        request.Headers.Add("baggage", $"patient={escaped}");
        request.Headers.AcceptLanguage.ParseAdd("fr");
        request.Content =
            method == "GET" ? null : JsonText.Content($"{{\"{Canary}\":\"{Canary}\"}}");

        using var response = await http.SendAsync(request);
        var answer =
            response.Headers.ToString()
            + response.Content.Headers
            + await response.Content.ReadAsStringAsync();

        Assert.That((int)response.StatusCode, Is.LessThan(500));
        Assert.That(answer, Does.Not.Contain(Canary).And.Not.Contain(escaped));
    }

    private static TestCaseData Case(string name, string value) =>
        new TestCaseData(value).SetArgDisplayNames(name);

    private static async Task<string[]> SaidAsync(DirectLineClient client)
    {
        var (activities, _) = await client.ReadAsync();

        return [.. activities.Where(activity => activity.IsOfBot()).Select(JsonText.Text)];
    }
}
