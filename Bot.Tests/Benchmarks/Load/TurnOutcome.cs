namespace ChatbotSante.Benchmarks.Load;

/// <summary>What receiving brought.</summary>
internal enum TurnOutcome
{
    /// <summary>The response is not whole yet.</summary>
    Pending,

    /// <summary>200, and everything expected was in the body.</summary>
    Answered,

    /// <summary>Another status, another body, or no response.</summary>
    Failed,
}
