namespace ChatbotSante.Bot.Storage;

/// <summary>
/// A slot somebody holds or has booked. Table <c>slot_claims</c>: its key makes a double booking impossible. A long visit has one
/// for each slot that it takes, under one hold.
/// </summary>
internal sealed class SlotClaimRow
{
    public required string Schedule { get; init; }
    public required long Start { get; init; }
    public required string HoldId { get; init; }

    /// <summary>Ticks of UTC until which it is held; null once booked.</summary>
    public long? HeldUntil { get; init; }
}
