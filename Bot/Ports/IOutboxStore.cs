namespace ChatbotSante.Bot.Ports;

/// <summary>Messages that turns left to be sent.</summary>
internal interface IOutboxStore
{
    Task<IReadOnlyList<OutboxMessage>> DueAsync(
        DateTimeOffset now,
        int count,
        CancellationToken cancellationToken
    );

    Task MarkSentAsync(string id, DateTimeOffset now, CancellationToken cancellationToken);
}
