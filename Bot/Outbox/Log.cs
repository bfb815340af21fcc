using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Outbox;

/// <summary>Log events 5000–5099.</summary>
internal static partial class Log
{
    [LoggerMessage(
        5001,
        LogLevel.Error,
        "The outbox could not be sent: {Fault}; it is tried again"
    )]
    internal static partial void SendingFailed(ILogger logger, [OperationalData] string fault);
}
