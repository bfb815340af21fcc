using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using ChatbotSante.Bot.Boundary;
using ChatbotSante.Bot.Clinics;
using ChatbotSante.Bot.Hosting;
using ChatbotSante.Bot.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace ChatbotSante.Tests.Bot.Boundary;

/// <summary>The ways out of the program as it makes them, with a name server of the test's own.</summary>
internal sealed class BoundaryHost : IDisposable, ILoggerProvider, ILogger
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(1));

    private readonly ServiceProvider _services;
    private readonly MeterListener _meter = new();

    public BoundaryHost(
        BoundaryOptions options,
        string environment = "Production",
        Action<IServiceCollection>? more = null
    )
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(this));
        services.AddSingleton<IHostEnvironment>(new Named(environment));
        services.AddSingleton(Microsoft.Extensions.Options.Options.Create(options));
        services.AddSingleton<INameResolver>(Resolver);
        services.AddSingleton(ContentFolder.Replies());
        services.AddSingleton(ClinicReader.ReadFile(ClinicReader.DemonstrationFile));
        services.AddKeyedSingleton<TimeProvider>(ClinicClockKey.Name, new FakeTimeProvider(Now));
        services.AddWaysOut();
        more?.Invoke(services);
        _services = services.BuildServiceProvider();
        _meter.InstrumentPublished = (instrument, listener) =>
        {
            if (
                instrument.Name == EgressDecisions.Counter
                && instrument.Meter.Scope == _services.GetRequiredService<IMeterFactory>()
            )
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meter.SetMeasurementEventCallback<long>(
            (_, value, tags, _) =>
            {
                var by = tags.ToArray()
                    .ToDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal);
                Decisions.Add($"{by["zone"]} {by["outcome"]} {by["reason"]} {value}");
            }
        );
        _meter.Start();
    }

    public FakeResolver Resolver { get; } = new();

    /// <summary>« zone outcome reason 1 », in order.</summary>
    public ConcurrentBag<string> Decisions { get; } = [];

    /// <summary>Everything that was logged.</summary>
    public ConcurrentBag<string> Logged { get; } = [];

    public OutboundConnector Connector => _services.GetRequiredService<OutboundConnector>();

    public BoundaryMap Map => _services.GetRequiredService<BoundaryMap>();

    public IServiceProvider Services => _services;

    public HttpClient Client(string name = "any") =>
        _services.GetRequiredService<IHttpClientFactory>().CreateClient(name);

    public void Dispose()
    {
        _meter.Dispose();
        _services.Dispose();
    }

    ILogger ILoggerProvider.CreateLogger(string categoryName) => this;

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => Logged.Add($"{logLevel} {eventId.Id} {formatter(state, exception)} {exception}");

    private sealed class Named(string environment) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = environment;
        public string ApplicationName { get; set; } = "ChatbotSante";
        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
