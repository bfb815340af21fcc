namespace ChatbotSante.Benchmarks.Load;

/// <summary>One turn of a <see cref="ScriptFile"/>.</summary>
internal sealed record ScriptFileTurn
{
    /// <summary>What the patient writes, with placeholders.</summary>
    public required string Text { get; init; }

    /// <summary>What the body of the answer must contain, all of it, with placeholders; otherwise the turn is a failure.</summary>
    public required IReadOnlyList<string> Expect { get; init; }
}
