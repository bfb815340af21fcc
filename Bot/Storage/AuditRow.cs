namespace ChatbotSante.Bot.Storage;

/// <summary>One entry of the audit. Table <c>audit</c>: each entry's hash covers the one before.</summary>
internal sealed class AuditRow
{
    public required string Chain { get; init; }
    public required long Sequence { get; init; }
    public required long At { get; init; }
    public required string Actor { get; init; }
    public required string Action { get; init; }
    public required string Subject { get; init; }
    public required byte[] Hash { get; init; }
}
