namespace ChatbotSante.Bot.Ports;

/// <summary>A request to be called back, as it lies in the store.</summary>
internal sealed record CallBackRequest(
    string Id,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ClosedAt,
    byte[] Sealed
);
