namespace ChatbotSante.Bot.Rehearsals;

/// <summary>One thing that happens, and what must be true after it.</summary>
/// <param name="Line">Where it stands in the file, from 1.</param>
/// <param name="Person">Who acts from here on; null for whoever acted last.</param>
/// <param name="Action">What happens.</param>
/// <param name="IsRepetition">True where the bot is asked to say its last words again.</param>
/// <param name="Expectations">What must be true after.</param>
internal sealed record RehearsalTurn(
    int Line,
    string? Person,
    RehearsalAction Action,
    bool IsRepetition,
    IReadOnlyList<Expectation> Expectations
);
