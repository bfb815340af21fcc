namespace ChatbotSante.Bot.Ports;

/// <summary>The waiting list, for the secretariat. Every reading is audited.</summary>
internal interface IWaitingList
{
    /// <summary>The open places, oldest first; leaves an audit entry.</summary>
    Task<IReadOnlyList<WaitingEntry>> OpenAsync(
        string actor,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );

    /// <summary>Closes a place by its reference; false when none is open under it. Purged 24 hours later.</summary>
    Task<bool> CloseAsync(
        string reference,
        string actor,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );
}
