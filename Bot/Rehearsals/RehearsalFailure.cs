namespace ChatbotSante.Bot.Rehearsals;

/// <summary>Something that was not as expected.</summary>
/// <param name="Line">Where it was expected, from 1; 0 for what is true of every rehearsal.</param>
/// <param name="What">What was expected, and what was found, in French.</param>
internal sealed record RehearsalFailure(int Line, string What);
