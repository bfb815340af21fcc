using ChatbotSante.Dialogs.Activities;
using ChatbotSante.Redaction;
using Microsoft.Extensions.Logging;

namespace ChatbotSante.Tests.Bot.Boundary;

/// <summary>Log calls as the product makes them, or as it should not.</summary>
internal static partial class TestLog
{
    [LoggerMessage(1, LogLevel.Warning, "{Count} turns of {Conversation} failed: {Fault}")]
    internal static partial void Operational(
        ILogger logger,
        int count,
        [OperationalData] ConversationKey conversation,
        [OperationalData] string fault
    );

    [LoggerMessage(2, LogLevel.Warning, "{Person} has {Complaint}")]
    internal static partial void Classified(
        ILogger logger,
        [IdentityData] string person,
        [HealthData] string complaint
    );

    [LoggerMessage(3, LogLevel.Warning, "Said {Words} and {Number}")]
    internal static partial void Unclassified(ILogger logger, string words, int number);

    [LoggerMessage(4, LogLevel.Debug, "Nothing understood: {Text}")]
    internal static partial void Safe(ILogger logger, [OperationalData] SafeText text);
}
