using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Ports;

/// <summary>Who an appointment is for, as it is sealed in <c>appointments</c>.</summary>
internal sealed record PartyRecord
{
    [IdentityData]
    public required string Family { get; init; }

    [IdentityData]
    public required string Given { get; init; }

    /// <summary>ISO 8601.</summary>
    [IdentityData]
    public required string BirthDate { get; init; }

    /// <summary>E.164.</summary>
    [IdentityData]
    public required string Phone { get; init; }

    /// <summary>Given by somebody else; no identity here is verified before a secretary matches it.</summary>
    public bool ForOther { get; init; }

    /// <summary>Identifier of the visit reason, of the clinic's file; null when none was asked.</summary>
    [HealthData]
    public string? Reason { get; init; }
}
