using ChatbotSante.Redaction;

namespace ChatbotSante.Tests.Leaks;

/// <summary>A mistake in the program, and the guard that keeps it from mattering: the hunt is made with the guard and without it.</summary>
/// <param name="Guard">What keeps the words where they belong.</param>
/// <param name="Mistake">What somebody did wrong.</param>
/// <param name="With">What the program is told with the guard; null where no guard works at run time, so that there is nothing to
/// show but that the hunt sees it.</param>
/// <param name="Without">What it is told without; null where the guard cannot be taken out.</param>
/// <param name="Place">Where canaries are found then.</param>
internal sealed record GuardTrial(
    string Guard,
    string Mistake,
    IReadOnlyList<string>? With,
    IReadOnlyList<string>? Without,
    Place Place
)
{
    /// <summary>The one thing that patients want meanwhile; null for a mixture.</summary>
    public int? Plot { get; init; }

    /// <summary>What is found with the guard all the same, because another one was taken out to see this one's work.</summary>
    public IReadOnlyList<DataCategory> Tolerated { get; init; } = [];

    public override string ToString() => Guard;
}
