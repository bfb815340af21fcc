namespace ChatbotSante.Bot.Clinics;

/// <summary>The clinic's clock. Section <c>Clock</c>.</summary>
public sealed class ClockOptions
{
    /// <summary>Where the clock starts, with its offset (<c>2026-11-23T09:00:00+01:00</c>). Development only. Empty: now.</summary>
    public DateTimeOffset? StartAt { get; init; }
}
