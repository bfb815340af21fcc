using System.Buffers.Text;

namespace ChatbotSante.Benchmarks.Load;

/// <summary>Appends to a buffer that is large enough, and allocates nothing.</summary>
internal ref struct Utf8Cursor(Span<byte> buffer)
{
    private readonly Span<byte> _buffer = buffer;

    /// <summary>Bytes written so far.</summary>
    public int Length { get; private set; }

    public void Append(ReadOnlySpan<byte> text)
    {
        text.CopyTo(_buffer[Length..]);
        Length += text.Length;
    }

    public void Append(long number)
    {
        Utf8Formatter.TryFormat(number, _buffer[Length..], out var written);
        Length += written;
    }

    /// <summary>Two digits, 00 to 99.</summary>
    public void AppendPair(int number)
    {
        _buffer[Length++] = (byte)('0' + (number / 10));
        _buffer[Length++] = (byte)('0' + (number % 10));
    }

    /// <summary>ISO 8601 in UTC, such as 2026-11-23T08:30:00.0000000+00:00.</summary>
    public void Append(DateTimeOffset time)
    {
        Utf8Formatter.TryFormat(time, _buffer[Length..], out var written, 'O');
        Length += written;
    }
}
