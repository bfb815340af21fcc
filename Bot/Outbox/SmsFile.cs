using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Outbox;

/// <summary>A message to a patient, as it lies in the folder: all that an SMS provider needs.</summary>
internal sealed record SmsFile
{
    /// <summary>E.164.</summary>
    [IdentityData]
    public required string To { get; init; }

    [IdentityData]
    public required string Text { get; init; }
}
