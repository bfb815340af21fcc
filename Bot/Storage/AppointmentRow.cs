using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Storage;

/// <summary>An appointment of the clinic's own agenda. Table <c>appointments</c>.</summary>
internal sealed class AppointmentRow
{
    public required string Id { get; init; }
    public required string Schedule { get; init; }
    public required long Start { get; init; }

    /// <summary>Length of the visit in minutes; 0 for one slot, whatever its length.</summary>
    public int Length { get; init; }
    public required long Revision { get; init; }
    public required long PurgeAt { get; init; }

    /// <summary>Index of the person declared; null in a row of an earlier version.</summary>
    public byte[]? Person { get; init; }

    /// <summary>The patient on file it was matched to by the staff; null until then.</summary>
    [IdentityData]
    public string? PatientId { get; init; }
    public required Guid KeyId { get; init; }
    public required byte[] Sealed { get; init; }
}
