namespace ChatbotSante.Bot.Storage;

/// <summary>Log events 2000–2099.</summary>
internal static partial class Log
{
    [LoggerMessage(2001, LogLevel.Error, "A group of {Count} turns could not be committed: {Fault}")]
    internal static partial void CommitFailed(ILogger logger, int count, string fault);
}
