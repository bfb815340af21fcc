using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using ChatbotSante.Tests.Support;

namespace ChatbotSante.Tests.Bot.Channels.DirectLine;

/// <summary>A page's side of Direct Line, one conversation, without the patience of the real clients.</summary>
internal sealed class DirectLineClient : IDisposable
{
    private readonly HttpClient _http;

    private DirectLineClient(HttpClient http, string id, string token)
    {
        _http = http;
        Id = id;
        Token = token;
    }

    public string Id { get; }

    public string Token { get; set; }

    /// <summary>Address of the stream, of the last start or reconnection.</summary>
    public Uri? StreamUrl { get; private set; }

    /// <summary>Gets a token, and nothing else.</summary>
    public static async Task<DirectLineClient> WithTokenAsync(BotProcess bot)
    {
        var http = bot.CreateClient();
        using var response = await http.PostAsync(Uri("tokens/generate"), JsonText.Content("{}"));

        var generated = await response.EnsureSuccessStatusCode().JsonAsync();

        return new DirectLineClient(http, generated.Of("conversationId")!, generated.Of("token")!);
    }

    /// <summary>Gets a token and opens the conversation: the bot greets.</summary>
    public static async Task<DirectLineClient> StartAsync(BotProcess bot)
    {
        var client = await WithTokenAsync(bot);
        await client.OpenConversationAsync();

        return client;
    }

    /// <summary>The same conversation, by another node.</summary>
    public DirectLineClient Through(BotProcess node) => new(node.CreateClient(), Id, Token);

    public async Task<JsonElement> OpenConversationAsync()
    {
        using var response = await SendAsync(
            HttpMethod.Post,
            "conversations",
            new { user = new { } }
        );
        var started = await response.EnsureSuccessStatusCode().JsonAsync();
        StreamUrl = new Uri(started.Of("streamUrl")!);

        return started;
    }

    public async Task<JsonElement> ReconnectAsync(string watermark)
    {
        using var response = await SendAsync(
            HttpMethod.Get,
            $"conversations/{Id}?watermark={watermark}"
        );
        var started = await response.EnsureSuccessStatusCode().JsonAsync();
        StreamUrl = new Uri(started.Of("streamUrl")!);

        return started;
    }

    /// <summary>One request with this conversation's token, or another.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        object? body = null,
        string? token = null
    )
    {
        using var request = new HttpRequestMessage(method, Uri(path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? Token);
        request.Content = body is null ? null : body as HttpContent ?? JsonText.Content(body);

        return await _http.SendAsync(request);
    }

    public Task<HttpResponseMessage> PostAsync(object activity) =>
        SendAsync(HttpMethod.Post, $"conversations/{Id}/activities", activity);

    public static object Message(string text, string clientId) =>
        new
        {
            type = "message",
            text,
            textFormat = "plain",
            locale = "fr-FR",
            from = new { id = "", role = "user" },
            channelData = new { clientActivityID = clientId },
        };

    /// <summary>Says something; the id it got.</summary>
    public async Task<string> SayAsync(string text, string? clientId = null)
    {
        using var response = await PostAsync(Message(text, clientId ?? Guid.NewGuid().ToString()));

        return (await response.EnsureSuccessStatusCode().JsonAsync()).Id();
    }

    /// <summary>Says something and gives the bot's answers to it.</summary>
    public async Task<IReadOnlyList<string>> AskAsync(string text)
    {
        var id = await SayAsync(text);
        var (activities, _) = await ReadAsync();

        return
        [
            .. activities.Where(a => a.IsOfBot() && a.Of("replyToId") == id).Select(JsonText.Text),
        ];
    }

    /// <summary>What follows a watermark, and the new one.</summary>
    public async Task<(IReadOnlyList<JsonElement> Activities, string Watermark)> ReadAsync(
        string? watermark = null
    )
    {
        var query = watermark is null ? "" : $"?watermark={watermark}";
        using var response = await SendAsync(
            HttpMethod.Get,
            $"conversations/{Id}/activities{query}"
        );
        var set = await response.EnsureSuccessStatusCode().JsonAsync();

        return ([.. set.GetProperty("activities").EnumerateArray()], set.Of("watermark")!);
    }

    public Task<DirectLineStream> OpenStreamAsync() => DirectLineStream.OpenAsync(StreamUrl!);

    public void Dispose() => _http.Dispose();

    private static Uri Uri(string path) =>
        new(string.Create(CultureInfo.InvariantCulture, $"v3/directline/{path}"), UriKind.Relative);
}
