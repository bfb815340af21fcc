using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Channels.Connector;

/// <summary>Log events 4100–4199.</summary>
internal static partial class Log
{
    [LoggerMessage(4101, LogLevel.Warning, "A reply was not accepted by its channel: {Fault}")]
    internal static partial void DeliveryFailed(ILogger logger, [OperationalData] string fault);
}
