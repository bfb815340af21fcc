using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ChatbotSante.Benchmarks.Load;

/// <summary>One kept-alive connection that plays one conversation after the other, a turn at a time.</summary>
/// <remarks>The socket stays in blocking mode: the caller receives when there is something to receive, or waits.</remarks>
internal sealed class LoadConnection(Uri url, Script script, BookingPlan plan, string run)
    : IDisposable
{
    private const int ShownBodyBytes = 600;

    private readonly ActivityRequest _request = new(url, run);
    private readonly ResponseReader _response = new();
    private readonly byte[] _unescaped = new byte[256 * 1024];
    private readonly byte[] _expected = new byte[4 * 1024];
    private Socket? _socket;
    private long _sentAt;

    /// <summary>Number of the conversation being played.</summary>
    public long Conversation { get; private set; }

    /// <summary>Turn of the conversation, from 0.</summary>
    public int Turn { get; private set; }

    /// <summary>Why the last turn failed, for a person to read.</summary>
    public string Failure { get; private set; } = string.Empty;

    /// <summary>File descriptor of the open socket.</summary>
    public int Descriptor => (int)(_socket?.Handle ?? -1);

    /// <summary>Time since the turn was sent.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_sentAt);

    /// <summary>Connects, leaving an earlier connection.</summary>
    /// <exception cref="SocketException">Nobody listens.</exception>
    public void Open()
    {
        _socket?.Dispose();
        _socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
        {
            NoDelay = true,
        };
        _socket.Connect(IPAddress.Parse(url.Host), url.Port);
    }

    /// <summary>Begins a conversation.</summary>
    public void Start(long conversation)
    {
        Conversation = conversation;
        Turn = 0;
        Send();
    }

    /// <summary>Says the next turn of the conversation; false when there is none left.</summary>
    public bool Continue()
    {
        if (Turn + 1 == script.Turns.Length)
        {
            return false;
        }

        Turn++;
        Send();
        return true;
    }

    /// <summary>Receives once, waiting when nothing has come, and checks the response when it is whole.</summary>
    public TurnOutcome Receive()
    {
        try
        {
            var received = _socket!.Receive(_response.Free.Span);
            if (received == 0)
            {
                return Fail("the server closed the connection");
            }

            if (!_response.Advance(received))
            {
                return TurnOutcome.Pending;
            }
        }
        catch (Exception exception) when (exception is SocketException or InvalidDataException)
        {
            return Fail(exception.Message);
        }

        var outcome = Check();
        if (_response.Closes)
        {
            Open();
        }

        return outcome;
    }

    /// <summary>Gives up the turn, whose response takes too long; the connection is opened anew.</summary>
    public void Abandon(string reason) => Fail(reason);

    public void Dispose() => _socket?.Dispose();

    private void Send()
    {
        _response.Reset();
        var bytes = _request.Write(script, plan, Conversation, Turn);
        _sentAt = Stopwatch.GetTimestamp();
        _socket!.Send(bytes);
    }

    private TurnOutcome Check()
    {
        var body = _response.Body;
        if (_response.Status != 200)
        {
            return Explain(
                string.Create(CultureInfo.InvariantCulture, $"HTTP {_response.Status}"),
                body
            );
        }

        if (body.Contains((byte)'\\'))
        {
            body = _unescaped.AsSpan(0, JsonText.Unescape(body, _unescaped));
        }

        foreach (var template in script.Turns[Turn].Expect)
        {
            var expected = new Utf8Cursor(_expected);
            template.Append(ref expected, plan, Conversation);
            if (body.IndexOf(_expected.AsSpan(0, expected.Length)) < 0)
            {
                return Explain(
                    $"« {Encoding.UTF8.GetString(_expected, 0, expected.Length)} » is not in",
                    body
                );
            }
        }

        return TurnOutcome.Answered;
    }

    private TurnOutcome Fail(string reason)
    {
        Failure = string.Create(CultureInfo.InvariantCulture, $"turn {Turn + 1}: {reason}");
        Open();
        return TurnOutcome.Failed;
    }

    private TurnOutcome Explain(string reason, ReadOnlySpan<byte> body)
    {
        var shown = Encoding.UTF8.GetString(body[..Math.Min(body.Length, ShownBodyBytes)]);
        Failure = string.Create(
            CultureInfo.InvariantCulture,
            $"turn {Turn + 1}: {reason}: {shown}"
        );
        return TurnOutcome.Failed;
    }
}
