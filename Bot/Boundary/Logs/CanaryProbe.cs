using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace ChatbotSante.Bot.Boundary.Logs;

/// <summary>A provider of logs that keeps what it is handed, as text: what the self-test looks through.</summary>
internal sealed class CanaryProbe : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> _seen = new();
    private IExternalScopeProvider? _scopes;

    /// <summary>One entry for each log call: message, values, scopes, exception.</summary>
    public IReadOnlyCollection<string> Seen => _seen;

    public ILogger CreateLogger(string categoryName) => new Logger(this);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose() => _seen.Clear();

    private sealed class Logger(CanaryProbe probe) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        [SuppressMessage(
            "Privacy",
            "CBS0010:Another exception's message is repeated",
            Justification = "Only what an invented patient says at the start is ever given to it, and it keeps that in memory."
        )]
        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            var written = new List<object?> { eventId.Name, formatter(state, exception), state };
            Add(written, state);
            probe._scopes?.ForEachScope(static (scope, into) => Add(into, scope), written);
            for (var fault = exception; fault is not null; fault = fault.InnerException)
            {
                written.Add(fault);
                written.Add(fault.Message);
                written.Add(fault.StackTrace);
                written.AddRange(fault.Data.Values.Cast<object?>());
            }

            probe._seen.Enqueue(string.Join('\n', written));
        }

        private static void Add(List<object?> written, object? state)
        {
            written.Add(state);
            if (state is IEnumerable<KeyValuePair<string, object?>> values)
            {
                written.AddRange(values.Select(value => (object)$"{value.Key}={value.Value}"));
            }
        }
    }
}
