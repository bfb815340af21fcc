using ChatbotSante.Dialogs.Activities;
using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Scaling;

/// <summary>Log events 3000–3099.</summary>
internal static partial class Log
{
    [LoggerMessage(
        3001,
        LogLevel.Error,
        "Conversation {Conversation} did not answer: {Fault}; its channel answered alone"
    )]
    internal static partial void AnsweredAlone(
        ILogger logger,
        [OperationalData] ConversationKey conversation,
        [OperationalData] string fault
    );

    [LoggerMessage(
        3003,
        LogLevel.Warning,
        "Conversation {Conversation} could not be read: {Fault}"
    )]
    internal static partial void NotRead(
        ILogger logger,
        [OperationalData] ConversationKey conversation,
        [OperationalData] string fault
    );

    [LoggerMessage(
        3002,
        LogLevel.Warning,
        "A node could not be told of a conversation's news: {Fault}"
    )]
    internal static partial void NewsLost(ILogger logger, [OperationalData] string fault);
}
