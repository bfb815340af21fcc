using ChatbotSante.Benchmarks.Load;

namespace ChatbotSante.Benchmarks.Compare;

/// <summary>One server measured once.</summary>
internal sealed record RoundResult
{
    /// <summary>Which server, as the report calls it.</summary>
    public required string Server { get; init; }

    /// <summary>From 1.</summary>
    public required int Round { get; init; }

    /// <summary>From the start of the process to the first message answered as expected.</summary>
    public required TimeSpan FirstAnswer { get; init; }

    public required LoadResult Load { get; init; }

    /// <summary>Size of what the server left in its folder, its log aside, after it stopped.</summary>
    public required long StoredBytes { get; init; }

    /// <summary>Size of what it wrote to its standard output and error.</summary>
    public required long LogBytes { get; init; }

    /// <summary>0 when it stopped as asked.</summary>
    public required int ExitCode { get; init; }
}
