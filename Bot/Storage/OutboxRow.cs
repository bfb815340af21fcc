namespace ChatbotSante.Bot.Storage;

/// <summary>A message waiting to leave; what fills one to a patient is sealed. Table <c>outbox</c>.</summary>
internal sealed class OutboxRow
{
    public required string Id { get; init; }
    public required string Template { get; init; }
    public required string Reference { get; init; }
    public required long Due { get; init; }
    public long? SentAt { get; init; }
    public required long PurgeAt { get; init; }
    public Guid? KeyId { get; init; }
    public byte[]? Sealed { get; init; }
}
