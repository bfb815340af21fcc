namespace ChatbotSante.Benchmarks.Profile;

/// <summary>Reads what <c>perf script -F comm,ip,sym,dso</c> writes: a line with the thread, a line a frame, an empty line.</summary>
internal static class SampleReader
{
    public static IEnumerable<StackSample> Read(TextReader script)
    {
        string? thread = null;
        var frames = new List<StackFrame>();
        while (script.ReadLine() is { } line)
        {
            if (line.Length == 0)
            {
                if (thread is not null && frames.Count > 0)
                {
                    yield return new StackSample(thread, [.. frames]);
                }

                thread = null;
                frames.Clear();
            }
            else if (thread is null)
            {
                thread = line.Trim();
            }
            else
            {
                frames.Add(FrameOf(line));
            }
        }
    }

    /// <summary><c>7f12 symbol (/path/module)</c>; the symbol may hold spaces and brackets.</summary>
    private static StackFrame FrameOf(string line)
    {
        var text = line.AsSpan().Trim();
        var symbol = text[(text.IndexOf(' ') + 1)..];
        var open = symbol.LastIndexOf(" (");
        return open < 0
            ? new StackFrame(symbol.ToString(), string.Empty)
            : new StackFrame(
                symbol[..open].ToString(),
                Path.GetFileName(symbol[(open + 2)..].TrimEnd(')')).ToString()
            );
    }
}
