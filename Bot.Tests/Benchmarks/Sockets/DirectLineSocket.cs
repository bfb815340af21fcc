using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;

namespace ChatbotSante.Benchmarks.Sockets;

/// <summary>One Direct Line conversation over its WebSocket, as a page holds it.</summary>
internal sealed class DirectLineSocket : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly HttpClient _http;
    private readonly ClientWebSocket _socket = new();
    private readonly Uri _activities;
    private readonly AuthenticationHeaderValue _authorization;
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _said;

    private DirectLineSocket(HttpClient http, string id, string token)
    {
        _http = http;
        _activities = new Uri($"conversations/{id}/activities", UriKind.Relative);
        _authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>Opens a conversation and its socket; returns once the bot has greeted.</summary>
    public static async Task<DirectLineSocket> OpenAsync(
        HttpClient http,
        CancellationToken cancellationToken
    )
    {
        var generated = await PostAsync(http, "tokens/generate", null, null, cancellationToken);
        var bearer = new AuthenticationHeaderValue(
            "Bearer",
            generated.GetProperty("token").GetString()
        );
        var started = await PostAsync(http, "conversations", bearer, null, cancellationToken);
        var opened = new DirectLineSocket(
            http,
            started.GetProperty("conversationId").GetString()!,
            started.GetProperty("token").GetString()!
        );
        await opened._socket.ConnectAsync(
            new Uri(started.GetProperty("streamUrl").GetString()!),
            cancellationToken
        );
        await opened.NextReplyAsync(null, cancellationToken);
        return opened;
    }

    /// <summary>Asks something; how long until the answer was there, or null when it never was.</summary>
    public async Task<TimeSpan?> AskAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        var from = Stopwatch.GetTimestamp();
        var body = new
        {
            type = "message",
            from = new { id = "patient" },
            text = "quels sont vos horaires ?",
            channelData = new { clientActivityID = $"s{++_said}" },
        };
        try
        {
            var posting = PostAsync(
                _http,
                _activities.OriginalString,
                _authorization,
                JsonContent.Create(body),
                patience.Token
            );
            await NextReplyAsync(posting, patience.Token);
            return Stopwatch.GetElapsedTime(from);
        }
        catch (Exception fault) when (fault is OperationCanceledException or HttpRequestException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_socket.State == WebSocketState.Open)
        {
            await _socket.CloseOutputAsync(
                WebSocketCloseStatus.NormalClosure,
                null,
                CancellationToken.None
            );
        }

        _socket.Dispose();
    }

    /// <summary>Reads frames until one holds something the bot said.</summary>
    private async Task NextReplyAsync(Task? posting, CancellationToken cancellationToken)
    {
        while (!await HoldsReplyAsync(cancellationToken)) { }

        if (posting is not null)
        {
            await posting;
        }
    }

    private async Task<bool> HoldsReplyAsync(CancellationToken cancellationToken)
    {
        var length = 0;
        ValueWebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(_buffer.AsMemory(length), cancellationToken);
            length += part.Count;
        } while (!part.EndOfMessage);

        if (length == 0)
        {
            return false;
        }

        using var set = JsonDocument.Parse(_buffer.AsMemory(0, length));
        return set
            .RootElement.GetProperty("activities")
            .EnumerateArray()
            .Any(activity =>
                activity.GetProperty("from").TryGetProperty("role", out var role)
                && role.ValueEquals("bot")
            );
    }

    private static async Task<JsonElement> PostAsync(
        HttpClient http,
        string path,
        AuthenticationHeaderValue? authorization,
        HttpContent? content,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = content ?? JsonContent.Create(new { }),
        };
        request.Headers.Authorization = authorization;
        using var response = await http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
    }
}
