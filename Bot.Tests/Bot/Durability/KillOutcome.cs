namespace ChatbotSante.Tests.Bot.Durability;

/// <summary>What patients were told, and what the agenda holds.</summary>
internal sealed record KillOutcome(
    IReadOnlyList<string> Confirmed,
    IReadOnlyList<string> Booked,
    int Retries
)
{
    public int ConfirmedTwice =>
        Confirmed.Count - Confirmed.Distinct(StringComparer.Ordinal).Count();

    public int Lost => Confirmed.Except(Booked, StringComparer.Ordinal).Count();

    public int Unsaid => Booked.Except(Confirmed, StringComparer.Ordinal).Count();
}
