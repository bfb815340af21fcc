namespace ChatbotSante.Bot.Ports;

/// <summary>What became of a turn's commit. Anything but <see cref="Saved"/> changed nothing.</summary>
internal enum CommitOutcome
{
    Saved,

    /// <summary>The conversation is not at the expected revision: it was saved elsewhere, or forgotten.</summary>
    Stale,

    /// <summary>The agenda refused: the slot or the hold is lost. Playing the turn again finds out.</summary>
    Refused,
}
