using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Boundary.Logs;

/// <summary>Log events 7000–7099: what the self-test says, to the probe alone.</summary>
internal static partial class SelfTestLog
{
    [LoggerMessage(7001, LogLevel.Critical, "Self-test, classified: {Person}, {Complaint}")]
    internal static partial void Classified(
        ILogger logger,
        [IdentityData] string person,
        [HealthData] string complaint
    );

    [LoggerMessage(7002, LogLevel.Critical, "Self-test, safe: {Text}")]
    internal static partial void Safe(
        ILogger logger,
        [OperationalData] SafeText text,
        Exception fault
    );
}
