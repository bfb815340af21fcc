namespace ChatbotSante.Bot.Storage;

/// <summary>A place on the waiting list. Table <c>waiting_list</c>.</summary>
internal sealed class WaitingRow
{
    public required string Id { get; init; }
    public required long CreatedAt { get; init; }
    public long? ClosedAt { get; init; }
    public required long PurgeAt { get; init; }
    public required Guid KeyId { get; init; }
    public required byte[] Sealed { get; init; }
}
