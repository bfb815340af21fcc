namespace ChatbotSante.Bot.Ports;

/// <summary>The sentences that were not understood. Every reading by staff is audited.</summary>
internal interface IMissedSentences
{
    /// <summary>Whether a sentence that is said once more has then been said often enough for its words to be kept, and they are not yet.</summary>
    /// <param name="id">Its keyed fingerprint.</param>
    /// <exception cref="StoreUnavailableException">The store cannot be read.</exception>
    ValueTask<bool> WantsWordsAsync(string id);

    /// <summary>Those whose words are kept, the most frequent first; leaves an audit entry.</summary>
    Task<IReadOnlyList<MissedEntry>> ListAsync(
        string actor,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );
}
