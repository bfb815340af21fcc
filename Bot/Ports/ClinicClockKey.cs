namespace ChatbotSante.Bot.Ports;

/// <summary>The key under which the clinic's clock is registered as a <see cref="TimeProvider"/>. The process's own clock is never moved.</summary>
internal static class ClinicClockKey
{
    public const string Name = "clinic";
}
