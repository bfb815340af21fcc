using System.Buffers;
using System.Collections.Concurrent;
using System.Threading.Channels;
using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Commands.Redact;

/// <summary>
/// Reads a stream in blocks of whole lines, redacts the blocks on all cores and writes them in the order in which they came. Holds a
/// few blocks at a time, however long the stream is.
/// </summary>
/// <param name="redactor">What is done to a line.</param>
/// <param name="blockBytes">How much is read at a time. A longer line is held whole, up to <see cref="MaxLineBytes"/>.</param>
internal sealed class RedactPipeline(ILineRedactor redactor, int blockBytes)
{
    /// <summary>How much is read at a time when nothing else is asked for.</summary>
    public const int BlockBytes = 256 * 1024;

    /// <summary>The longest line that is redacted; a longer one is refused, and left out.</summary>
    public const int MaxLineBytes = 16 * 1024 * 1024;

    private readonly ConcurrentBag<RedactionResult> _results = [];
    private readonly ConcurrentBag<ArrayBufferWriter<byte>> _outputs = [];
    private readonly Lock _counting = new();
    private RedactCounts _done;

    /// <summary>What is done so far. May be asked at any time.</summary>
    public RedactCounts Done
    {
        get
        {
            lock (_counting)
            {
                return _done;
            }
        }
    }

    /// <summary>Redacts all of a stream.</summary>
    /// <exception cref="IOException">The input cannot be read or the output cannot be written; what was written stays.</exception>
    public async Task<RedactCounts> RunAsync(
        Stream input,
        Stream output,
        CancellationToken cancellationToken
    )
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var blocks = Channel.CreateBounded<Task<RedactBlock>>(
            new BoundedChannelOptions(2 * Environment.ProcessorCount)
            {
                SingleReader = true,
                SingleWriter = true,
            }
        );
        var reading = ReadAsync(input, blocks.Writer, ended.Token);
        try
        {
            await foreach (var redacting in blocks.Reader.ReadAllAsync(ended.Token))
            {
                using var block = await redacting;
                await output.WriteAsync(block.Output.WrittenMemory, ended.Token);
                block.Output.ResetWrittenCount();
                _outputs.Add(block.Output);
                lock (_counting)
                {
                    _done = _done.Then(block.Counts);
                }
            }

            await reading;
            return Done;
        }
        finally
        {
            await ended.CancelAsync();
            // Nothing may go on with a buffer or a stream that the caller is about to close.
            await reading.ContinueWith(
                static _ => { },
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default
            );
        }
    }

    private async Task ReadAsync(
        Stream input,
        ChannelWriter<Task<RedactBlock>> blocks,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var lines = new LineBlockReader(input, blockBytes, MaxLineBytes);
            while (await lines.NextAsync(cancellationToken) is { } block)
            {
                await blocks.WriteAsync(
                    Task.Run(() => Redact(block), CancellationToken.None),
                    cancellationToken
                );
            }
        }
        finally
        {
            // What went wrong is thrown where this is awaited, once all that was read has been written.
            blocks.Complete();
        }
    }

    private RedactBlock Redact(RedactBlock block)
    {
        var result = _results.TryTake(out var kept) ? kept : new RedactionResult();
        block.Output = _outputs.TryTake(out var output)
            ? output
            : new ArrayBufferWriter<byte>(2 * blockBytes);
        var rest = block.Input;
        var number = block.FirstLine;
        var (refused, firstRefused) = (0L, 0L);
        while (!rest.IsEmpty)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (!line.IsEmpty && line.Span[^1] == '\r')
            {
                line = line[..^1];
            }

            var isTooLong = block.IsTooLong || line.Length > MaxLineBytes;
            if (isTooLong)
            {
                redactor.Refuse(number, block.Output);
            }

            if (isTooLong || !redactor.Redact(line, number, result, block.Output))
            {
                refused++;
                firstRefused = firstRefused > 0 ? firstRefused : number;
            }

            number++;
        }

        _results.Add(result);
        block.Counts = new RedactCounts(
            block.ReadBytes,
            number - block.FirstLine,
            refused,
            firstRefused
        );
        return block;
    }
}
