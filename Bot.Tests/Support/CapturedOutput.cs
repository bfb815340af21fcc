namespace ChatbotSante.Tests.Support;

/// <summary>What a process wrote on one of its outputs, byte for byte, readable while it still writes.</summary>
internal sealed class CapturedOutput
{
    private readonly Lock _writing = new();
    private readonly List<byte> _bytes = [];
    private readonly Task _pump;

    public CapturedOutput(Stream source) => _pump = PumpAsync(source);

    public byte[] ToArray()
    {
        lock (_writing)
        {
            return _bytes.ToArray();
        }
    }

    /// <summary>Waits for the end of the output; a grandchild that keeps the pipe open is not waited for long.</summary>
    public async Task CompleteAsync()
    {
        try
        {
            await _pump.WaitAsync(TimeSpan.FromSeconds(5));
        }
        catch (TimeoutException)
        {
            // What came so far is what there is.
        }
    }

    private async Task PumpAsync(Stream source)
    {
        var buffer = new byte[16 * 1024];
        int read;

        while ((read = await source.ReadAsync(buffer)) > 0)
        {
            lock (_writing)
            {
                _bytes.AddRange(buffer.AsSpan(0, read));
            }
        }
    }
}
