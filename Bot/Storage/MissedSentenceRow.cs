namespace ChatbotSante.Bot.Storage;

/// <summary>A sentence that was not understood, and how often. Table <c>missed_sentences</c>. Nothing in it tells who, nor an hour.</summary>
internal sealed class MissedSentenceRow
{
    /// <summary>Keyed fingerprint of the words.</summary>
    public required string Id { get; init; }

    /// <summary>In how many conversations.</summary>
    public required long Times { get; init; }

    /// <summary>The clinic's day of the last time, counted from 1 January of year 1.</summary>
    public required long LastDay { get; init; }

    /// <summary>A midnight of the clinic's.</summary>
    public required long PurgeAt { get; init; }
    public Guid? KeyId { get; init; }

    /// <summary>The words; null until they have been said often enough.</summary>
    public byte[]? Sealed { get; init; }
}
