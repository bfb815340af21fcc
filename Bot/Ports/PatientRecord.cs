using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Ports;

/// <summary>A patient on file, as it is sealed in <c>patients</c>.</summary>
internal sealed record PatientRecord
{
    [IdentityData]
    public required string Family { get; init; }

    [IdentityData]
    public required string Given { get; init; }

    /// <summary>ISO 8601.</summary>
    [IdentityData]
    public required string BirthDate { get; init; }

    /// <summary>E.164; verified by the staff: a code sent to it opens this patient's appointments.</summary>
    [IdentityData]
    public required string Phone { get; init; }
}
