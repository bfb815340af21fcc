using System.Buffers;

namespace ChatbotSante.Bot.Commands.Redact;

/// <summary>Cuts a stream into blocks of whole lines.</summary>
/// <param name="input">The stream.</param>
/// <param name="blockBytes">How much is read at a time.</param>
/// <param name="maxLineBytes">The longest line that is held whole; of a longer one only a beginning is given.</param>
internal sealed class LineBlockReader(Stream input, int blockBytes, int maxLineBytes)
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private byte[] _left = [];
    private long _nextLine = 1;
    private bool _hasBegun;
    private bool _hasEnded;

    /// <summary>The next block, which the caller disposes of; null after the last one.</summary>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public async ValueTask<RedactBlock?> NextAsync(CancellationToken cancellationToken)
    {
        if (_hasEnded && _left.Length == 0)
        {
            return null;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(Math.Max(blockBytes, _left.Length + blockBytes));
        _left.CopyTo(buffer, 0);
        var filled = _left.Length;
        _left = [];
        while (true)
        {
            filled = await FillAsync(buffer, filled, cancellationToken);
            var end = _hasEnded ? filled : buffer.AsSpan(0, filled).LastIndexOf((byte)'\n') + 1;
            if (end > 0)
            {
                _left = buffer[end..filled];
                return Block(buffer, end);
            }

            if (_hasEnded)
            {
                ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
                return null;
            }

            if (filled > maxLineBytes)
            {
                return await SkipAsync(buffer, filled, cancellationToken);
            }

            buffer = Grow(buffer, filled);
        }
    }

    private async ValueTask<int> FillAsync(
        byte[] buffer,
        int filled,
        CancellationToken cancellationToken
    )
    {
        while (filled < buffer.Length)
        {
            var read = await input.ReadAsync(buffer.AsMemory(filled), cancellationToken);
            if (read == 0)
            {
                _hasEnded = true;
                break;
            }

            filled += read;
        }

        if (!_hasBegun)
        {
            _hasBegun = true;
            if (buffer.AsSpan(0, filled).StartsWith(ByteOrderMark))
            {
                buffer.AsSpan(ByteOrderMark.Length, filled - ByteOrderMark.Length).CopyTo(buffer);
                filled -= ByteOrderMark.Length;
            }
        }

        return filled;
    }

    private RedactBlock Block(byte[] buffer, int length)
    {
        var first = _nextLine;
        var feeds = buffer.AsSpan(0, length).Count((byte)'\n');
        _nextLine += feeds + (buffer[length - 1] == '\n' ? 0 : 1);
        return new RedactBlock(buffer, length) { FirstLine = first, ReadBytes = length };
    }

    /// <summary>Reads to the end of a line that is too long, and forgets it.</summary>
    private async ValueTask<RedactBlock> SkipAsync(
        byte[] buffer,
        int filled,
        CancellationToken cancellationToken
    )
    {
        long skipped = filled;
        while (!_hasEnded)
        {
            filled = await FillAsync(buffer, 0, cancellationToken);
            var end = buffer.AsSpan(0, filled).IndexOf((byte)'\n') + 1;
            if (end > 0)
            {
                _left = buffer[end..filled];
                skipped += end;
                break;
            }

            skipped += filled;
        }

        return new RedactBlock(buffer, 1)
        {
            FirstLine = _nextLine++,
            ReadBytes = skipped,
            IsTooLong = true,
        };
    }

    private static byte[] Grow(byte[] buffer, int filled)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, filled).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        return larger;
    }
}
