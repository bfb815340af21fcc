namespace ChatbotSante.Bot.Storage;

/// <summary>A conversation. Table <c>conversations</c>.</summary>
internal sealed class ConversationRow
{
    public required string Id { get; init; }
    public required long Revision { get; init; }
    public required long ForgetAt { get; init; }
    public required Guid KeyId { get; init; }
    public required byte[] Sealed { get; init; }
}
