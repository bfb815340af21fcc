using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Rehearsals;

/// <summary>What can happen in a rehearsal.</summary>
internal abstract record RehearsalAction
{
    /// <summary>The patient writes, or is heard.</summary>
    /// <param name="Text">The words.</param>
    /// <param name="Confidence">How sure speech recognition is of them, in [0, 1]; null where they were typed.</param>
    internal sealed record Say(string Text, double? Confidence = null) : RehearsalAction;

    /// <summary>The patient presses a button that shows.</summary>
    internal sealed record Press(string Title) : RehearsalAction;

    /// <summary>The patient writes the code of the last SMS that holds one.</summary>
    /// <param name="Phone">The number that it went to, as people write it; null for any.</param>
    internal sealed record WriteCode([IdentityData] string? Phone) : RehearsalAction;

    /// <summary>The patient opens the chat: a conversation begins.</summary>
    internal sealed record Open : RehearsalAction;

    /// <summary>The patient closes the page.</summary>
    internal sealed record Close : RehearsalAction;

    /// <summary>The page, which had lost the connection, comes back: what the bot said shows again.</summary>
    internal sealed record Return : RehearsalAction;

    /// <summary>Time passes.</summary>
    internal sealed record Wait(TimeSpan Duration) : RehearsalAction;

    /// <summary>Time passes until the clinic's wall clock shows this.</summary>
    internal sealed record SetClock(DateTime Local) : RehearsalAction;
}
