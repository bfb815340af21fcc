namespace ChatbotSante.Bot.Rehearsals;

/// <summary>What the agenda says of a time.</summary>
internal enum SlotUse
{
    Free,
    Held,
    Booked,
}
