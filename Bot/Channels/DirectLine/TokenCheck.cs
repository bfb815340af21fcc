namespace ChatbotSante.Bot.Channels.DirectLine;

/// <summary>A token, read.</summary>
/// <param name="Session">Whose it is; null when it is not one of ours, or has expired.</param>
/// <param name="IsExpired">It was ours, and has expired.</param>
internal readonly record struct TokenCheck(DirectLineSession? Session, bool IsExpired);
