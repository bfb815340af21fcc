using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Storage;

/// <summary>Log events 2000–2099.</summary>
internal static partial class Log
{
    [LoggerMessage(
        2001,
        LogLevel.Error,
        "A group of {Count} turns could not be committed: {Fault}"
    )]
    internal static partial void CommitFailed(
        ILogger logger,
        int count,
        [OperationalData] string fault
    );

    [LoggerMessage(
        2002,
        LogLevel.Warning,
        "The journal could not be moved into the database: {Fault}; it is tried again"
    )]
    internal static partial void CheckpointFailed(ILogger logger, [OperationalData] string fault);
}
