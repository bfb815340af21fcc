using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ChatbotSante.Tests.Bot.Boundary;

/// <summary>A server that keeps the very bytes it is sent, and answers with the very bytes it is given.</summary>
internal sealed class Listener : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly Task _accepting;
    private int _connections;

    public Listener(string address = "127.0.0.1")
    {
        _listener = new TcpListener(IPAddress.Parse(address), 0);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Connections => Volatile.Read(ref _connections);

    /// <summary>The requests, head and body.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>What is answered, a piece at a time.</summary>
    public Func<NetworkStream, CancellationToken, Task> Answer { get; set; } =
        (stream, token) =>
            stream
                .WriteAsync(
                    "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"u8.ToArray(),
                    token
                )
                .AsTask();

    public void AnswerText(string answer) =>
        Answer = (stream, token) =>
            stream.WriteAsync(Encoding.Latin1.GetBytes(answer), token).AsTask();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                serving.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        Interlocked.Increment(ref _connections);
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                _requests.Enqueue(await ReadAsync(stream, _stop.Token));
                await Answer(stream, _stop.Token);
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException)
            {
                // The other end left.
            }
        }
    }

    private static async Task<string> ReadAsync(NetworkStream stream, CancellationToken token)
    {
        var buffer = new byte[64 * 1024];
        var length = 0;
        while (true)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), token);
            length += read;
            var text = Encoding.Latin1.GetString(buffer, 0, length);
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (read == 0 || (end >= 0 && text.Length - end - 4 >= LengthOf(text)))
            {
                return text;
            }
        }
    }

    private static int LengthOf(string head)
    {
        const string Name = "Content-Length: ";
        var at = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);

        return at < 0
            ? 0
            : int.Parse(
                head.AsSpan()[(at + Name.Length)..head.IndexOf('\r', at)],
                System.Globalization.CultureInfo.InvariantCulture
            );
    }
}
