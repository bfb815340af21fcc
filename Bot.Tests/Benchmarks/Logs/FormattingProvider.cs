using Microsoft.Extensions.Logging;

namespace ChatbotSante.Benchmarks.Logs;

/// <summary>Formats what it is handed, as a console does, and throws it away.</summary>
internal sealed class FormattingProvider : ILoggerProvider, ILogger
{
    /// <summary>So that nothing is optimised away.</summary>
    public int Written { get; private set; }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        Written += formatter(state, exception).Length + (exception?.ToString().Length ?? 0);
        if (state is IReadOnlyList<KeyValuePair<string, object?>> values)
        {
            for (var i = 0; i < values.Count; i++)
            {
                Written += values[i].Value?.ToString()?.Length ?? 0;
            }
        }
    }

    public void Dispose() { }
}
