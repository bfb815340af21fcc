using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace ChatbotSante.Tests.Bot.Channels.DirectLine;

/// <summary>An open stream: what came through it, in order.</summary>
internal sealed class DirectLineStream : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly Lock _lock = new();
    private readonly List<JsonElement> _received = [];
    private Task _pump = Task.CompletedTask;

    private DirectLineStream() { }

    public IReadOnlyList<JsonElement> Received
    {
        get
        {
            lock (_lock)
            {
                return [.. _received];
            }
        }
    }

    /// <summary>The last set's watermark.</summary>
    public string Watermark { get; private set; } = "";

    public WebSocketState State => _socket.State;

    public static async Task<DirectLineStream> OpenAsync(Uri url)
    {
        var stream = new DirectLineStream();
        stream._socket.Options.Proxy = null;
        await stream._socket.ConnectAsync(url, CancellationToken.None);
        stream._pump = stream.PumpAsync();

        return stream;
    }

    /// <summary>What DirectLineJS sends every twenty seconds.</summary>
    public Task SendEmptyFrameAsync() =>
        _socket.SendAsync(
            ArraySegment<byte>.Empty,
            WebSocketMessageType.Text,
            true,
            CancellationToken.None
        );

    public Task UntilAsync(
        Func<IReadOnlyList<JsonElement>, bool> condition,
        string what,
        TimeSpan? bound = null
    ) => Bots.UntilAsync(() => Task.FromResult(condition(Received)), what, bound);

    /// <summary>Cuts the connection, as a network does.</summary>
    public void Cut() => _socket.Abort();

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _pump;
        _socket.Dispose();
    }

    private async Task PumpAsync()
    {
        var buffer = new byte[64 * 1024];
        using var message = new MemoryStream();
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return;
                }

                message.Write(buffer, 0, part.Count);
                if (part.EndOfMessage)
                {
                    Add(Encoding.UTF8.GetString(message.ToArray()));
                    message.SetLength(0);
                }
            }
        }
        catch (WebSocketException)
        {
            // Cut, from either side.
        }
        catch (OperationCanceledException)
        {
            // Cut from this side.
        }
    }

    private void Add(string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        var set = JsonElement.Parse(text);
        lock (_lock)
        {
            _received.AddRange(set.GetProperty("activities").EnumerateArray());
            Watermark = set.Of("watermark") ?? Watermark;
        }
    }
}
