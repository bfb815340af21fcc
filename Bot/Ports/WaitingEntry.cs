namespace ChatbotSante.Bot.Ports;

/// <summary>A place on the waiting list, as it lies in the store.</summary>
internal sealed record WaitingEntry(string Id, DateTimeOffset CreatedAt, byte[] Sealed);
