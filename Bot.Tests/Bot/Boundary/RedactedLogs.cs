using ChatbotSante.Bot.Boundary.Logs;
using ChatbotSante.Bot.Boundary.Telemetry;
using ChatbotSante.Redaction;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatbotSante.Tests.Bot.Boundary;

/// <summary>The process's logging, with a provider that keeps what comes through.</summary>
internal sealed class RedactedLogs : IDisposable
{
    private readonly ServiceProvider _services;

    public RedactedLogs(
        Action<ILoggingBuilder>? logging = null,
        Action<IServiceCollection>? services = null
    )
    {
        var collection = new ServiceCollection();
        collection.AddLogging(builder =>
        {
            builder.SetMinimumLevel(LogLevel.Trace);
            builder.AddRedactedLogging();
            // After the wrapping, as anybody may.
            builder.AddProvider(Captured);
            logging?.Invoke(builder);
        });
        collection.AddSingleton(provider => new SpanRedactor(
            provider.GetRequiredService<OperatorRedactor>()
        ));
        services?.Invoke(collection);
        _services = collection.BuildServiceProvider();
    }

    public CapturingProvider Captured { get; } = new();

    public IServiceProvider Services => _services;

    public ILoggerFactory Factory => _services.GetRequiredService<ILoggerFactory>();

    public ILogger Logger(string category = "Test") => Factory.CreateLogger(category);

    public void Dispose() => _services.Dispose();
}
