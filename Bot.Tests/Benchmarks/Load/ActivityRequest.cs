using System.Text;

namespace ChatbotSante.Benchmarks.Load;

/// <summary>Writes the HTTP request that carries one message activity, as the Emulator sends it, with <c>expectReplies</c>.</summary>
/// <remarks>One a connection: the bytes it returns are valid until the next call.</remarks>
internal sealed class ActivityRequest
{
    // The body is written first, the head in front of it once the length is known.
    private const int HeadRoomBytes = 512;

    private readonly byte[] _buffer = new byte[16 * 1024];
    private readonly byte[] _head;
    private readonly byte[] _run;

    /// <param name="url">Where activities go, http only.</param>
    /// <param name="run">Begins every identifier of the run, so that two runs never share a conversation.</param>
    public ActivityRequest(Uri url, string run)
    {
        _head = Encoding.ASCII.GetBytes(
            $"POST {url.PathAndQuery} HTTP/1.1\r\nHost: {url.Authority}\r\nAccept: application/json\r\n"
                + "Content-Type: application/json; charset=utf-8\r\nContent-Length: "
        );
        _run = Encoding.ASCII.GetBytes(run);
    }

    /// <summary>A scripted turn of a conversation; <paramref name="turn"/> from 0.</summary>
    public ReadOnlySpan<byte> Write(Script script, BookingPlan plan, long conversation, int turn)
    {
        var body = Begin(conversation, turn);
        script.Turns[turn].Text.Append(ref body, plan, conversation);
        return End(body);
    }

    /// <summary>One message of several to the same conversation.</summary>
    /// <param name="conversation">Number of the conversation within the run.</param>
    /// <param name="message">Number of the message within the conversation.</param>
    /// <param name="text">UTF-8, nothing that JSON escapes.</param>
    public ReadOnlySpan<byte> Write(long conversation, int message, ReadOnlySpan<byte> text)
    {
        var body = Begin(conversation, message);
        body.Append(text);
        return End(body);
    }

    private Utf8Cursor Begin(long conversation, int turn)
    {
        var body = new Utf8Cursor(_buffer.AsSpan(HeadRoomBytes));
        body.Append("{\"type\":\"message\",\"id\":\""u8);
        body.Append(_run);
        body.Append("-"u8);
        body.Append(conversation);
        body.Append("-"u8);
        body.Append(turn);
        body.Append("\",\"timestamp\":\""u8);
        body.Append(TimeProvider.System.GetUtcNow());
        body.Append(
            "\",\"channelId\":\"emulator\",\"serviceUrl\":\"http://localhost:56150/_connector\","u8
        );
        body.Append(
            "\"deliveryMode\":\"expectReplies\",\"locale\":\"fr-FR\",\"from\":{\"id\":\"user-"u8
        );
        body.Append(conversation);
        body.Append(
            "\",\"role\":\"user\"},\"recipient\":{\"id\":\"bot\",\"role\":\"bot\"},\"conversation\":{\"id\":\""u8
        );
        body.Append(_run);
        body.Append("-"u8);
        body.Append(conversation);
        body.Append("\"},\"text\":\""u8);
        return body;
    }

    private ReadOnlySpan<byte> End(Utf8Cursor body)
    {
        body.Append("\"}"u8);
        Span<byte> room = stackalloc byte[16];
        var length = new Utf8Cursor(room);
        length.Append(body.Length);
        length.Append("\r\n\r\n"u8);
        var start = HeadRoomBytes - length.Length - _head.Length;
        _head.CopyTo(_buffer, start);
        room[..length.Length].CopyTo(_buffer.AsSpan(start + _head.Length));
        return _buffer.AsSpan(start, HeadRoomBytes + body.Length - start);
    }
}
