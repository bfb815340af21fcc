namespace ChatbotSante.Tests.Bot.Commands;

/// <summary>A file whose disk fails after a line and a half.</summary>
internal sealed class BrokenStream : MemoryStream
{
    private bool _hasBegun;

    public override ValueTask<int> ReadAsync(
        Memory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        if (_hasBegun)
        {
            throw new IOException("The disk failed.");
        }

        _hasBegun = true;
        "bonjour\nau re"u8.CopyTo(buffer.Span);
        return ValueTask.FromResult("bonjour\nau re"u8.Length);
    }
}
