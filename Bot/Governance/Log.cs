using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Governance;

/// <summary>Log events 6000–6099.</summary>
internal static partial class Log
{
    [LoggerMessage(6001, LogLevel.Error, "The purge failed: {Fault}; it is tried again")]
    internal static partial void PurgeFailed(ILogger logger, [OperationalData] string fault);
}
