namespace ChatbotSante.Bot.Storage;

/// <summary>A patient on file, sealed. Table <c>patients</c>.</summary>
internal sealed class PatientRow
{
    public required string Id { get; init; }

    /// <summary>Keyed index of family name and date of birth.</summary>
    public required byte[] Person { get; init; }
    public required long Revision { get; init; }
    public required long PurgeAt { get; init; }
    public required Guid KeyId { get; init; }
    public required byte[] Sealed { get; init; }
}
