namespace ChatbotSante.Bot.Ports;

/// <summary>Work that waits for the clinic's time, in rounds of its own. A rehearsal that has moved the clock asks for a round.</summary>
internal interface IClockFollower
{
    /// <summary>Does all that is due at the clinic's present time; done when it returns.</summary>
    Task CatchUpAsync(CancellationToken cancellationToken);
}
