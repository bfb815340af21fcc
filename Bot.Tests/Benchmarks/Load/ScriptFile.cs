namespace ChatbotSante.Benchmarks.Load;

/// <summary>A script as it is written in <c>scripts/</c>.</summary>
internal sealed record ScriptFile
{
    public required string Name { get; init; }

    /// <summary>What a conversation says, in order; at least one turn.</summary>
    public required IReadOnlyList<ScriptFileTurn> Turns { get; init; }
}
