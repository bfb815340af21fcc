using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Ports;

/// <summary>The words of a sentence that was often not understood, as they are sealed in <c>missed_sentences</c>.</summary>
internal sealed record MissedRecord
{
    /// <summary>In the notation of the wordings. Nothing of a person was found in it; it is guarded as though something had been.</summary>
    [IdentityData]
    [HealthData]
    public required string Words { get; init; }
}
