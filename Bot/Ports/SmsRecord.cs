using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Ports;

/// <summary>What fills a message to a patient, as it is sealed in <c>outbox</c>: declared fields, never free text.</summary>
internal sealed record SmsRecord
{
    /// <summary>E.164.</summary>
    [IdentityData]
    public required string Phone { get; init; }

    /// <summary>The six digits; null in any other message than a code.</summary>
    [IdentityData]
    public string? Code { get; init; }

    /// <summary>Start of the appointment; null in a code.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Address of the site; null in a code, and in a message that names no place.</summary>
    public string? Address { get; init; }
}
