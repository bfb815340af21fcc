namespace ChatbotSante.Bot.Hosting;

/// <summary>What is learned of how patients are understood. Section <c>Understanding</c>.</summary>
public sealed class UnderstandingOptions
{
    /// <summary>
    /// Counts the sentences that were not understood and in which nothing of a person was found, and keeps the words of those said in
    /// five conversations, for 30 days. The clinic's data protection officer turns it on. Default: false, and nothing is even read.
    /// </summary>
    public bool KeepMissed { get; init; }
}
