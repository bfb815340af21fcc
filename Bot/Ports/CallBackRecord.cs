using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Ports;

/// <summary>A request to be called back, as it is sealed in <c>call_backs</c>.</summary>
internal sealed record CallBackRecord
{
    /// <summary>E.164.</summary>
    [IdentityData]
    public required string Phone { get; init; }
}
