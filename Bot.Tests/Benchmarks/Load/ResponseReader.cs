using System.Buffers.Text;
using System.Text;

namespace ChatbotSante.Benchmarks.Load;

/// <summary>Reads HTTP/1.1 responses one after the other from a kept-alive connection: Content-Length or chunked (RFC 9112 §6, §7.1).</summary>
internal sealed class ResponseReader
{
    private const int CapacityBytes = 256 * 1024;

    private readonly byte[] _buffer = new byte[CapacityBytes];
    private int _filled;
    private int _bodyStart;
    private int _bodyLength;
    private int _chunkPosition;
    private bool _headersRead;
    private bool _chunked;

    /// <summary>The status code, once complete.</summary>
    public int Status { get; private set; }

    /// <summary>Whether the server closes the connection after this response.</summary>
    public bool Closes { get; private set; }

    /// <summary>Where to receive into.</summary>
    public Memory<byte> Free => _buffer.AsMemory(_filled);

    /// <summary>The body, chunks joined, once complete.</summary>
    public ReadOnlySpan<byte> Body => _buffer.AsSpan(_bodyStart, _bodyLength);

    /// <summary>Forgets the response that was read.</summary>
    public void Reset()
    {
        _filled = 0;
        _bodyStart = 0;
        _bodyLength = 0;
        _chunkPosition = 0;
        _headersRead = false;
        _chunked = false;
        Status = 0;
        Closes = false;
    }

    /// <summary>Takes in what was received; true when the response is complete.</summary>
    /// <param name="received">Bytes written to <see cref="Free"/>.</param>
    /// <exception cref="InvalidDataException">Not an HTTP/1.1 response, or longer than 256 KiB.</exception>
    public bool Advance(int received)
    {
        _filled += received;
        if (!_headersRead)
        {
            var end = _buffer.AsSpan(0, _filled).IndexOf("\r\n\r\n"u8);
            if (end < 0)
            {
                return Incomplete();
            }

            ReadHeaders(_buffer.AsSpan(0, end + 2));
            _headersRead = true;
            _bodyStart = end + 4;
            _chunkPosition = _bodyStart;
        }

        return _chunked
            ? ReadChunks() || Incomplete()
            : _filled >= _bodyStart + _bodyLength || Incomplete();
    }

    private bool Incomplete() =>
        _filled < CapacityBytes
            ? false
            : throw new InvalidDataException("The response is longer than 256 KiB.");

    private void ReadHeaders(ReadOnlySpan<byte> head)
    {
        if (
            !head.StartsWith("HTTP/1.1 "u8)
            || !Utf8Parser.TryParse(head.Slice(9, 3), out int status, out _)
        )
        {
            throw new InvalidDataException("The answer is not HTTP/1.1.");
        }

        Status = status;
        var rest = head[(head.IndexOf("\r\n"u8) + 2)..];
        while (!rest.IsEmpty)
        {
            var line = rest[..rest.IndexOf("\r\n"u8)];
            rest = rest[(line.Length + 2)..];
            if (TryValue(line, "content-length:"u8, out var value))
            {
                _bodyLength = Utf8Parser.TryParse(value, out int length, out _)
                    ? length
                    : throw new InvalidDataException("Content-Length is no number.");
            }
            else if (TryValue(line, "transfer-encoding:"u8, out value))
            {
                _chunked = Ascii.EqualsIgnoreCase(value, "chunked"u8);
            }
            else if (TryValue(line, "connection:"u8, out value))
            {
                Closes = Ascii.EqualsIgnoreCase(value, "close"u8);
            }
        }
    }

    private static bool TryValue(
        ReadOnlySpan<byte> line,
        ReadOnlySpan<byte> name,
        out ReadOnlySpan<byte> value
    )
    {
        value = default;
        if (line.Length < name.Length || !Ascii.EqualsIgnoreCase(line[..name.Length], name))
        {
            return false;
        }

        value = line[name.Length..].Trim((byte)' ');
        return true;
    }

    // Chunks are moved together in place: what is joined never catches up with what is still to be read.
    private bool ReadChunks()
    {
        while (true)
        {
            var unread = _buffer.AsSpan(_chunkPosition, _filled - _chunkPosition);
            var lineEnd = unread.IndexOf("\r\n"u8);
            if (lineEnd < 0)
            {
                return false;
            }

            if (!Utf8Parser.TryParse(unread[..lineEnd], out int size, out _, 'x') || size < 0)
            {
                throw new InvalidDataException("The size of a chunk is no number.");
            }

            var whole = lineEnd + 2 + size + 2;
            if (unread.Length < whole)
            {
                return false;
            }

            if (size == 0)
            {
                return true;
            }

            unread.Slice(lineEnd + 2, size).CopyTo(_buffer.AsSpan(_bodyStart + _bodyLength));
            _bodyLength += size;
            _chunkPosition += whole;
        }
    }
}
