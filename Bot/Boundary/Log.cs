using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Boundary;

/// <summary>Log events 7100–7199. A host is logged only as a setting names it.</summary>
internal static partial class Log
{
    [LoggerMessage(7101, LogLevel.Debug, "A request went to {Host}, inside")]
    internal static partial void SentInside(ILogger logger, [OperationalData] string host);

    [LoggerMessage(7102, LogLevel.Information, "Declared fields went to {Host}, outside")]
    internal static partial void SentOutside(ILogger logger, [OperationalData] string host);

    [LoggerMessage(7103, LogLevel.Warning, "A way out to {Host} was refused: {Reason}")]
    internal static partial void Refused(
        ILogger logger,
        [OperationalData] string host,
        EgressReason reason
    );
}
