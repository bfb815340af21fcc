using System.Buffers;

namespace ChatbotSante.Bot.Commands.Redact;

/// <summary>Some whole lines of a stream, and what became of them.</summary>
/// <param name="buffer">Rented; given back when the block is disposed of.</param>
/// <param name="length">How much of it is filled.</param>
internal sealed class RedactBlock(byte[] buffer, int length) : IDisposable
{
    private static readonly ArrayBufferWriter<byte> Nothing = new();

    private byte[]? _buffer = buffer;

    /// <summary>The lines.</summary>
    public ReadOnlyMemory<byte> Input { get; } = buffer.AsMemory(0, length);

    /// <summary>The number of the first line, from 1.</summary>
    public required long FirstLine { get; init; }

    /// <summary>Bytes of the stream that it stands for.</summary>
    public required long ReadBytes { get; init; }

    /// <summary>Whether it stands for one line that is too long to be held: what it holds is only its beginning.</summary>
    public bool IsTooLong { get; init; }

    /// <summary>What takes the lines' place.</summary>
    public ArrayBufferWriter<byte> Output { get; set; } = Nothing;

    public RedactCounts Counts { get; set; }

    public void Dispose()
    {
        if (_buffer is { } rented)
        {
            _buffer = null;
            // Patients' words: cleared before somebody else is given the buffer.
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }
}
