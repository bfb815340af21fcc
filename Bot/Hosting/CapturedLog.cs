using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace ChatbotSante.Bot.Hosting;

/// <summary>Keeps a server's log in memory, byte for byte what it would have written on standard output.</summary>
internal sealed class CapturedLog(IEnumerable<ConsoleFormatter> formatters)
    : ILoggerProvider,
        ISupportExternalScope
{
    private readonly ConsoleFormatter _formatter = formatters.First(formatter =>
        formatter.Name == ConsoleFormatterNames.Json
    );

    private readonly Lock _writing = new();
    private readonly StringBuilder _written = new();
    private IExternalScopeProvider? _scopes;

    public byte[] ToArray()
    {
        lock (_writing)
        {
            return Encoding.UTF8.GetBytes(_written.ToString());
        }
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    /// <summary>What was written stays to be looked at.</summary>
    public void Dispose() { }

    private sealed class Logger(CapturedLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => log._scopes?.Push(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            lock (log._writing)
            {
                using var writer = new StringWriter(
                    log._written,
                    System.Globalization.CultureInfo.InvariantCulture
                );
                log._formatter.Write(
                    new LogEntry<TState>(logLevel, category, eventId, state, exception, formatter),
                    log._scopes,
                    writer
                );
            }
        }
    }
}
