namespace ChatbotSante.Bot.Rehearsals;

/// <summary>How a rehearsal went.</summary>
/// <param name="Rehearsal">What was played.</param>
/// <param name="Failures">What was not as expected, all of one turn: what follows a turn that failed is not played.</param>
/// <param name="Transcript">Who said what, a line each.</param>
/// <param name="Elapsed">How long it took, the server's start left out.</param>
internal sealed record RehearsalResult(
    Rehearsal Rehearsal,
    IReadOnlyList<RehearsalFailure> Failures,
    IReadOnlyList<string> Transcript,
    TimeSpan Elapsed
)
{
    public bool HasPassed => Failures.Count == 0;
}
