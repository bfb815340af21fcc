namespace ChatbotSante.Bot.Ports;

/// <summary>The append-only, chained record of who did what.</summary>
internal interface IAuditLog
{
    Task AppendAsync(
        string actor,
        string action,
        string subject,
        DateTimeOffset at,
        CancellationToken cancellationToken
    );

    /// <summary>Checks every chain; the first broken entry of each, as <c>chain#sequence</c>.</summary>
    Task<(long Entries, IReadOnlyList<string> Broken)> VerifyAsync(
        CancellationToken cancellationToken
    );
}
