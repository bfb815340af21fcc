namespace ChatbotSante.Bot.Rehearsals;

/// <summary>One conversation, or several side by side, as staff write it: who says what, and what must be true after.</summary>
internal sealed record Rehearsal
{
    /// <summary>Name of its file.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>The acceptance scenario that it plays (<c>S02</c>); null when it is one of our own.</summary>
    public string? Scenario { get; init; }

    /// <summary>Path of the clinic's file; null for the demonstration clinic.</summary>
    public string? ClinicFile { get; init; }

    /// <summary>Path of the file of patients that the staff have put on file (<c>ChatbotSante seed</c>); null for none.</summary>
    public string? SeedFile { get; init; }

    /// <summary>The clinic's wall clock when it begins.</summary>
    public required DateTime StartsAt { get; init; }

    /// <summary>Words that must be found nowhere afterwards, besides all that the patients said.</summary>
    public required IReadOnlyList<string> Canaries { get; init; }

    public required IReadOnlyList<RehearsalTurn> Turns { get; init; }
}
