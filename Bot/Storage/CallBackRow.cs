namespace ChatbotSante.Bot.Storage;

/// <summary>A request to be called back. Table <c>call_backs</c>.</summary>
internal sealed class CallBackRow
{
    public required string Id { get; init; }
    public required long CreatedAt { get; init; }
    public long? ClosedAt { get; init; }
    public required long PurgeAt { get; init; }
    public required Guid KeyId { get; init; }
    public required byte[] Sealed { get; init; }
}
