namespace ChatbotSante.Bot.Ports;

/// <summary>Messages that turns left to be sent.</summary>
internal interface IOutboxStore
{
    Task<IReadOnlyList<OutboxMessage>> DueAsync(
        DateTimeOffset now,
        int count,
        CancellationToken cancellationToken
    );

    /// <summary>Remembers that these left. What is not marked is sent again.</summary>
    Task MarkSentAsync(
        IReadOnlyCollection<string> ids,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );
}
