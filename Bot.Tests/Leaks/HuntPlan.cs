using ChatbotSante.Tests.Support;

namespace ChatbotSante.Tests.Leaks;

/// <summary>What one hunt does.</summary>
internal sealed record HuntPlan
{
    /// <summary>Gives the same conversations again.</summary>
    public required int Seed { get; init; }

    /// <summary>The program, or one made of it.</summary>
    public string Executable { get; init; } = BotProcess.Executable;

    /// <summary>Its settings, and what it is made to do wrong.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Conversations while nothing is wrong.</summary>
    public required int Conversations { get; init; }

    /// <summary>Conversations under each fault; none without faults.</summary>
    public int ConversationsPerFault { get; init; }

    /// <summary>The one thing that all patients want; null for a mixture.</summary>
    public int? Plot { get; init; }

    /// <summary>How many rehearsals are played, of those that ship.</summary>
    public int Rehearsals { get; init; }

    /// <summary>On PostgreSQL instead of SQLite.</summary>
    public bool IsPostgreSql { get; init; }
}
