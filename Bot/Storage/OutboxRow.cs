namespace ChatbotSante.Bot.Storage;

/// <summary>A message without content waiting to leave. Table <c>outbox</c>.</summary>
internal sealed class OutboxRow
{
    public required string Id { get; init; }
    public required string Template { get; init; }
    public required string Reference { get; init; }
    public required long Due { get; init; }
    public long? SentAt { get; init; }
    public required long PurgeAt { get; init; }
}
