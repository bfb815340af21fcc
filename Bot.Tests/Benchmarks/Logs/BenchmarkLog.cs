using ChatbotSante.Dialogs.Activities;
using ChatbotSante.Redaction;
using Microsoft.Extensions.Logging;

namespace ChatbotSante.Benchmarks.Logs;

internal static partial class BenchmarkLog
{
    [LoggerMessage(1, LogLevel.Debug, "Off {Count}")]
    internal static partial void Off(ILogger logger, int count);

    [LoggerMessage(2, LogLevel.Warning, "{Count} turns of {Conversation} failed: {Fault}")]
    internal static partial void Operational(
        ILogger logger,
        int count,
        [OperationalData] ConversationKey conversation,
        [OperationalData] string fault
    );

    [LoggerMessage(3, LogLevel.Warning, "Request {Path}")]
    internal static partial void Unclassified(ILogger logger, string path);

    [LoggerMessage(4, LogLevel.Warning, "Failed")]
    internal static partial void Failed(ILogger logger, Exception fault);
}
