using ChatbotSante.Bot.Commands.Redact;
using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Commands;

/// <summary><c>ChatbotSante redact</c>: messages in, messages without identity and health data out.</summary>
internal static class RedactCommands
{
    /// <summary>The file cannot be opened, or the output cannot be written.</summary>
    private const int Unusable = 2;

    /// <summary>What the system calls a pipe without a reader (EPIPE, on Linux and macOS).</summary>
    private const int BrokenPipe = 32;

    /// <param name="file">The file; <c>-</c> for the standard input.</param>
    /// <param name="isText">True for plain text, false for JSON lines.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>0; 1 when a line could not be read or the output was closed early; 2 when nothing could be done.</returns>
    public static async Task<int> RunAsync(
        string file,
        bool isText,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await using var input =
                file == "-"
                    ? Terminal.OpenInput()
                    : new FileStream(
                        file,
                        FileMode.Open,
                        FileAccess.Read,
                        FileShare.ReadWrite,
                        bufferSize: 0,
                        FileOptions.SequentialScan
                    );
            await using var output = Terminal.OpenOutput();
            var engine = RedactionEngine.Create();
            var pipeline = new RedactPipeline(
                isText ? new TextLineRedactor(engine) : new JsonLineRedactor(engine),
                RedactPipeline.BlockBytes
            );
            var counts = Terminal.IsWatched
                ? await WatchAsync(pipeline, input, output, cancellationToken)
                : await pipeline.RunAsync(input, output, cancellationToken);
            await output.FlushAsync(cancellationToken);
            if (counts.Refused > 0)
            {
                await Terminal.ErrorAsync(
                    $"{counts.Refused} of {counts.Lines} lines could not be read, the first at line {counts.FirstRefused}."
                );
            }

            return counts.Refused > 0 ? 1 : 0;
        }
        catch (IOException fault) when (fault.HResult == BrokenPipe)
        {
            // Whoever read has seen enough (`| head`).
            return 1;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await Terminal.ErrorAsync($"redact: {fault.Message}");
            return Unusable;
        }
    }

    private static async Task<RedactCounts> WatchAsync(
        RedactPipeline pipeline,
        Stream input,
        Stream output,
        CancellationToken cancellationToken
    )
    {
        var progress = new RedactProgress(TimeProvider.System, input.CanSeek ? input.Length : null);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watching = progress.ShowAsync(pipeline, ended.Token);
        try
        {
            return await pipeline.RunAsync(input, output, cancellationToken);
        }
        finally
        {
            await ended.CancelAsync();
            await watching;
        }
    }
}
