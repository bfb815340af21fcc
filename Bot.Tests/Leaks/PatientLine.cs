using System.Globalization;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatbotSante.Tests.Bot.Channels;

namespace ChatbotSante.Tests.Leaks;

/// <summary>
/// One patient's connection. Every message that it carries is dressed with canaries where nobody looks: who it is from, the
/// channel's data, headers, the query.
/// </summary>
internal sealed class PatientLine(
    LineKind kind,
    EnclosedBot bot,
    CanaryMint mint,
    Exchanges exchanges
) : IAsyncDisposable
{
    /// <summary>Where a channel takes replies, unless a patient's channel is down.</summary>
    public static readonly Uri Channel = Local(Enclosure.ChannelPort, "");

    private static readonly JsonSerializerOptions Relaxed = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Random _random = mint.Random;
    private ClientWebSocket? _socket;
    private Task _pump = Task.CompletedTask;
    private string _id = "";
    private string _token = "";
    private string _watermark = "";
    private int _sent;

    public LineKind Kind => kind;

    /// <summary>Where the channel of <see cref="LineKind.Connector"/> wants its replies.</summary>
    public Uri ServiceUrl { get; set; } = Channel;

    private bool IsDirectLine => kind is LineKind.Polling or LineKind.Stream;

    /// <summary>An address on the enclosure's loopback.</summary>
    public static Uri Local(int port, string path) =>
        new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/{path}"));

    /// <summary>An address of this conversation's, below <c>/v3/directline</c>.</summary>
    public Uri DirectLine(string path) =>
        Local(
            Enclosure.PublicPort,
            $"v3/directline/{path.Replace("{id}", _id, StringComparison.Ordinal)}"
        );

    /// <summary>Opens the conversation; the program greets.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (!IsDirectLine)
        {
            // The number comes first: whose the channel's replies are is read there.
            _id = string.Create(CultureInfo.InvariantCulture, $"{mint.Owner}-{mint.Any().Value}");
            return;
        }

        var generated = await SendAsync(
            HttpMethod.Post,
            "tokens/generate",
            "{}",
            cancellationToken
        );
        _id = generated.Of("conversationId") ?? "";
        _token = generated.Of("token") ?? "";
        var (who, name) = (mint.Any(), mint.Any());
        var started = await SendAsync(
            HttpMethod.Post,
            "conversations",
            Write(
                new JsonObject
                {
                    ["user"] = new JsonObject { ["id"] = who.Value, ["name"] = name.Said },
                    ["locale"] = mint.Any().Value,
                }
            ),
            cancellationToken
        );
        if (kind == LineKind.Stream && started.Of("streamUrl") is { } stream)
        {
            await OpenStreamAsync(new Uri(stream), cancellationToken);
        }
    }

    /// <summary>Says something; what the bot answers, or nothing when it was cut or refused.</summary>
    public async Task<IReadOnlyList<string>> SayAsync(
        string text,
        CancellationToken cancellationToken
    )
    {
        var activity = Activity(text);
        if (!IsDirectLine)
        {
            var answer = await SendAsync(HttpMethod.Post, "", Write(activity), cancellationToken);
            return answer.ValueKind == JsonValueKind.Object ? Texts(answer) : [];
        }

        await SendAsync(
            HttpMethod.Post,
            "conversations/{id}/activities",
            Write(activity),
            cancellationToken
        );
        var next = await SendAsync(
            HttpMethod.Get,
            $"conversations/{{id}}/activities?watermark={_watermark}",
            body: null,
            cancellationToken
        );
        _watermark = next.Of("watermark") ?? _watermark;
        return next.ValueKind == JsonValueKind.Object ? Texts(next) : [];
    }

    /// <summary>Sends bytes as an activity, whatever they are.</summary>
    public Task PostAsync(HttpContent content, CancellationToken cancellationToken) =>
        SendAsync(
            HttpMethod.Post,
            IsDirectLine ? "conversations/{id}/activities" : "",
            content,
            cancellationToken
        );

    /// <summary>One request with this conversation's token; what is not JSON comes back as nothing.</summary>
    public async Task<JsonElement> SendAsync(
        HttpMethod method,
        string path,
        object? body,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(method, Dressed(path));
        request.Content =
            body as HttpContent
            ?? (
                body is string json
                    ? new StringContent(json, Encoding.UTF8, "application/json")
                    : null
            );
        if (_token.Length > 0)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        }

        Dress(request.Headers);
        try
        {
            using var response = await bot.Http.SendAsync(request, cancellationToken);
            var bytes = await exchanges.KeepAsync(mint.Owner, response, cancellationToken);
            return response.IsSuccessStatusCode && bytes.Length > 0
                ? JsonElement.Parse(bytes)
                : default;
        }
        catch (Exception cut)
            when (cut
                    is HttpRequestException
                        or IOException
                        or OperationCanceledException
                        or JsonException
            )
        {
            exchanges.Cut();
            return default;
        }
    }

    /// <summary>Cuts the stream, as a network does.</summary>
    public void Cut() => _socket?.Abort();

    /// <summary>Sends a frame that no client sends.</summary>
    public async Task SendFrameAsync(byte[] bytes, WebSocketMessageType type)
    {
        if (_socket is { State: WebSocketState.Open } socket)
        {
            try
            {
                await socket.SendAsync(bytes, type, endOfMessage: true, CancellationToken.None);
            }
            catch (WebSocketException)
            {
                exchanges.Cut();
            }
        }
    }

    /// <summary>Closes the conversation as a page does.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        var end = Activity("");
        end["type"] = "endOfConversation";
        end.Remove("text");
        await PostAsync(
            new StringContent(Write(end), Encoding.UTF8, "application/json"),
            cancellationToken
        );
    }

    public async ValueTask DisposeAsync()
    {
        _socket?.Abort();
        await _pump;
        _socket?.Dispose();
    }

    /// <summary>A message, with everything beside the text that a client could fill.</summary>
    private JsonObject Activity(string text)
    {
        var client = string.Create(
            CultureInfo.InvariantCulture,
            $"{mint.Any().Value}-{mint.Owner}-{_sent++}"
        );
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["text"] = text,
            ["textFormat"] = "plain",
            ["locale"] = "fr-FR",
            ["from"] = new JsonObject
            {
                ["id"] = mint.Any().Value,
                ["name"] = mint.Any().Said,
                ["role"] = "user",
                ["aadObjectId"] = mint.Any().Value,
            },
            ["channelData"] = new JsonObject
            {
                ["clientActivityID"] = client,
                ["seen"] = mint.Any().Said,
            },
        };
        if (_random.Next(3) == 0)
        {
            activity["speak"] = mint.Any().Said;
            activity["summary"] = mint.Any().Said;
            activity["value"] = new JsonObject { [mint.Any().Value] = mint.Any().Said };
            activity["entities"] = new JsonArray(
                new JsonObject { ["type"] = mint.Any().Value, ["text"] = mint.Any().Said }
            );
        }

        if (!IsDirectLine)
        {
            activity["id"] = client;
            activity["channelId"] = "emulator";
            activity["conversation"] = new JsonObject { ["id"] = _id, ["name"] = mint.Any().Said };
            activity["recipient"] = new JsonObject { ["id"] = "bot", ["role"] = "bot" };
            activity["serviceUrl"] = ServiceUrl.OriginalString;
            activity["deliveryMode"] = kind == LineKind.ExpectReplies ? "expectReplies" : "normal";
        }

        return activity;
    }

    /// <summary>Accents as they are, or escaped: clients do both.</summary>
    private string Write(JsonObject json) =>
        _random.Next(2) == 0 ? json.ToJsonString() : json.ToJsonString(Relaxed);

    private Uri Dressed(string path)
    {
        var url = IsDirectLine
            ? DirectLine(path).AbsoluteUri
            : Local(Enclosure.BotsPort, "api/messages").AbsoluteUri;
        if (_random.Next(4) > 0)
        {
            return new Uri(url);
        }

        var mark = url.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return new Uri($"{url}{mark}u={Uri.EscapeDataString(mint.Any().Said)}");
    }

    private void Dress(HttpRequestHeaders headers)
    {
        var (name, value) = _random.Next(10) switch
        {
            0 => ("User-Agent", $"Mozilla/5.0 ({mint.Any().Value})"),
            1 => ("Cookie", $"who={mint.Any().Value}"),
            2 => ("X-Forwarded-For", mint.Any().Value),
            3 => ("Referer", $"https://ailleurs.example/{mint.Any().Value}"),
            4 => ("baggage", $"who={mint.Any().Value}"),
            5 => ("Request-Id", $"|{mint.Any().Value}.1."),
            6 => ("x-ms-bot-agent", mint.Any().Said),
            7 => ("Accept-Language", mint.Any().Value),
            8 => ("X-Correlation-Id", mint.Any().Said),
            _ => ("tracestate", $"who={mint.Any().Value}"),
        };
        if (name == "tracestate")
        {
            headers.TryAddWithoutValidation(
                "traceparent",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"00-{_random.NextInt64():x16}{_random.NextInt64():x16}-{_random.NextInt64() | 1:x16}-01"
                )
            );
        }

        headers.TryAddWithoutValidation(name, value);
    }

    private static IReadOnlyList<string> Texts(JsonElement set) =>
        set.TryGetProperty("activities", out var activities)
            ? [.. activities.EnumerateArray().Where(JsonText.IsOfBot).Select(JsonText.Text)]
            : [];

    private async Task OpenStreamAsync(Uri stream, CancellationToken cancellationToken)
    {
        _socket = new ClientWebSocket();
        try
        {
            await _socket.ConnectAsync(stream, bot.Http, cancellationToken);
            _pump = PumpAsync(_socket);
        }
        catch (WebSocketException)
        {
            exchanges.Cut();
        }
    }

    private async Task PumpAsync(ClientWebSocket socket)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return;
                }

                exchanges.Keep(mint.Owner, buffer.AsSpan(0, part.Count));
            }
        }
        catch (Exception cut) when (cut is WebSocketException or OperationCanceledException)
        {
            // Cut, from either side.
        }
    }
}
