namespace ChatbotSante.Bot.Ports;

/// <summary>The requests to be called back, for the secretariat. Every reading is audited.</summary>
internal interface ICallBackDesk
{
    /// <summary>The open requests, oldest first; leaves an audit entry.</summary>
    Task<IReadOnlyList<CallBackRequest>> OpenAsync(
        string actor,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );

    /// <summary>Closes a request by its reference; false when none is open under it. Purged 24 hours later.</summary>
    Task<bool> CloseAsync(
        string reference,
        string actor,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );
}
