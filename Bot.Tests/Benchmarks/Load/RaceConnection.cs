using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace ChatbotSante.Benchmarks.Load;

/// <summary>A connection of the race: one message at a time to the one conversation.</summary>
internal sealed class RaceConnection : IDisposable
{
    private readonly ActivityRequest _request;
    private readonly ResponseReader _response = new();
    private readonly Socket _socket = new(
        AddressFamily.InterNetwork,
        SocketType.Stream,
        ProtocolType.Tcp
    )
    {
        NoDelay = true,
    };

    /// <exception cref="SocketException">Nobody listens.</exception>
    public RaceConnection(Uri url, string run)
    {
        _request = new ActivityRequest(url, run);
        _socket.Connect(IPAddress.Parse(url.Host), url.Port);
    }

    /// <summary>The number that ends the text of the last reply, or -1.</summary>
    public int LastNumber
    {
        get
        {
            using var document = JsonDocument.Parse(_response.Body.ToArray());
            var text = document
                .RootElement.GetProperty("activities")
                .EnumerateArray()
                .Last()
                .GetProperty("text")
                .GetString();
            return int.TryParse(
                text?.Split(' ')[^1],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var number
            )
                ? number
                : -1;
        }
    }

    /// <summary>Sends a message, waits for the response and returns its status; 0 when the connection ended.</summary>
    public int Say(int message, ReadOnlySpan<byte> text)
    {
        _response.Reset();
        _socket.Send(_request.Write(0, message, text));
        int received;
        do
        {
            received = _socket.Receive(_response.Free.Span);
            if (received == 0)
            {
                return 0;
            }
        } while (!_response.Advance(received));
        return _response.Status;
    }

    public void Dispose() => _socket.Dispose();
}
