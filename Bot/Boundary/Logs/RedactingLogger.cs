namespace ChatbotSante.Bot.Boundary.Logs;

/// <summary>Hands to a provider's logger what was masked, and nothing else.</summary>
internal sealed class RedactingLogger(ILogger inner, string category, LogMask mask) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull =>
        inner.BeginScope(mask.State(category, state, exception: null, formatter: null));

    public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        if (!inner.IsEnabled(logLevel))
        {
            return;
        }

        inner.Log(
            logLevel,
            new EventId(eventId.Id, mask.Name(eventId.Name)),
            mask.State(category, state, exception, formatter),
            mask.Exception(exception),
            MaskedState.Format
        );
    }
}
