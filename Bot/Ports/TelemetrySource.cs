namespace ChatbotSante.Bot.Ports;

/// <summary>The name under which this program's own spans and measures go.</summary>
internal static class TelemetrySource
{
    public const string Name = "ChatbotSante";
}
