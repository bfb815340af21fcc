using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ChatbotSante.Tests.Bot.Boundary;

/// <summary>A provider of logs as anybody might add one: it keeps what it is handed.</summary>
[ProviderAlias("Capturing")]
internal sealed class CapturingProvider : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<CapturedEntry> _entries = new();
    private IExternalScopeProvider? _scopes;

    public IReadOnlyList<CapturedEntry> Entries => [.. _entries];

    public CapturedEntry Last => Entries[^1];

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose() { }

    private sealed class Logger(CapturingProvider provider, string category) : ILogger
    {
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
            var scopes = new List<string>();
            provider._scopes?.ForEachScope(
                static (scope, into) =>
                    into.Add(
                        scope is IEnumerable<KeyValuePair<string, object?>> values
                            ? $"{scope} {string.Join(' ', values)}"
                            : $"{scope}"
                    ),
                scopes
            );
            provider._entries.Enqueue(
                new CapturedEntry(
                    category,
                    eventId,
                    formatter(state, exception),
                    state is IEnumerable<KeyValuePair<string, object?>> all
                        ? all.ToDictionary(one => one.Key, one => one.Value, StringComparer.Ordinal)
                        : [],
                    exception,
                    scopes
                )
            );
        }
    }
}
