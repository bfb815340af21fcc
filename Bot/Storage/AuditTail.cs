namespace ChatbotSante.Bot.Storage;

/// <summary>The end of an audit chain.</summary>
internal readonly record struct AuditTail(long Sequence, byte[] Hash);
