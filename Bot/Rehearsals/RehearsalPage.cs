using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatbotSante.Dialogs.Activities;

namespace ChatbotSante.Bot.Rehearsals;

/// <summary>A page with its chat open: one conversation by Direct Line, polled, so that what was said is complete when it is read.</summary>
internal sealed class RehearsalPage
{
    private readonly HttpMessageInvoker _http;
    private readonly Uri _api;
    private string _id = string.Empty;
    private string _token = string.Empty;
    private string? _watermark;

    private RehearsalPage(HttpMessageInvoker http, Uri site) =>
        (_http, _api) = (http, new Uri(site, "/v3/directline/"));

    /// <summary>Opens the chat.</summary>
    /// <exception cref="HttpRequestException">The server refused.</exception>
    public static async Task<RehearsalPage> OpenAsync(
        HttpMessageInvoker http,
        Uri site,
        CancellationToken cancellationToken
    )
    {
        var page = new RehearsalPage(http, site);
        var generated = await page.SendAsync(
            HttpMethod.Post,
            "tokens/generate",
            [],
            cancellationToken
        );
        page._id = Of(generated, "conversationId");
        page._token = Of(generated, "token");
        var started = await page.SendAsync(HttpMethod.Post, "conversations", [], cancellationToken);
        page._token = Of(started, "token");
        return page;
    }

    /// <summary>Posts a message; it is answered once this returns.</summary>
    /// <exception cref="HttpRequestException">The conversation could not answer.</exception>
    /// <param name="text">The words.</param>
    /// <param name="confidence">How sure speech recognition is of them; null where they were typed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task SayAsync(string text, double? confidence, CancellationToken cancellationToken) =>
        SendAsync(
            HttpMethod.Post,
            $"conversations/{_id}/activities",
            new JsonObject
            {
                ["type"] = ActivityTypes.Message,
                ["text"] = text,
                ["textFormat"] = "plain",
                ["locale"] = "fr-FR",
                ["from"] = new JsonObject { ["id"] = string.Empty, ["role"] = "user" },
                ["channelData"] = new JsonObject
                {
                    ["clientActivityID"] = Guid.NewGuid().ToString("N"),
                    ["speech"] = confidence is null
                        ? null
                        : new JsonObject
                        {
                            ["alternatives"] = new JsonArray(
                                new JsonObject { ["confidence"] = confidence }
                            ),
                        },
                },
            },
            cancellationToken
        );

    /// <summary>What the bot has said since it was last read.</summary>
    [SuppressMessage(
        "Privacy",
        "CBS0007:Something else is passed off as operational data",
        Justification = "The patients of a rehearsal are invented."
    )]
    public async Task<IReadOnlyList<SpokenReply>> ReadAsync(CancellationToken cancellationToken)
    {
        var query = _watermark is null ? string.Empty : $"?watermark={_watermark}";
        var set = await SendAsync(
            HttpMethod.Get,
            $"conversations/{_id}/activities{query}",
            body: null,
            cancellationToken
        );
        _watermark = Of(set, "watermark");
        return
        [
            .. set.GetProperty("activities")
                .EnumerateArray()
                .Select(activity =>
                    activity.Deserialize(ActivityJson.Default.OutgoingActivity)
                    ?? throw new JsonException()
                )
                .Where(activity => activity is { From.Role: "bot", Text: not null })
                .Select(activity => new SpokenReply(
                    activity.Text!,
                    activity.SuggestedActions?.Actions ?? []
                )),
        ];
    }

    /// <summary>Comes back after the connection was lost, as a page that has shown nothing yet.</summary>
    public async Task ReconnectAsync(CancellationToken cancellationToken)
    {
        var started = await SendAsync(
            HttpMethod.Get,
            $"conversations/{_id}?watermark=0",
            body: null,
            cancellationToken
        );
        _token = Of(started, "token");
        _watermark = null;
    }

    private async Task<JsonElement> SendAsync(
        HttpMethod method,
        string path,
        JsonObject? body,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(method, new Uri(_api, path));
        if (_token.Length > 0)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        }

        request.Content = body is null ? null : JsonContent.Create(body);
        using var response = await _http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
    }

    private static string Of(JsonElement json, string property) =>
        json.GetProperty(property).GetString() ?? throw new JsonException();
}
