using BenchmarkDotNet.Attributes;
using ChatbotSante.Bot.Boundary.Logs;
using ChatbotSante.Dialogs.Activities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatbotSante.Benchmarks.Logs;

/// <summary>
/// One log call, to a provider that formats it and throws it away, through plain logging and through the redacted one. Budget:
/// 1 µs more for a call of ours, 10 µs for a sentence that nobody vouches for.
/// </summary>
[MemoryDiagnoser]
public class LogBenchmarks
{
    private readonly InvalidOperationException _fault = new(
        "The given key 'Verlier' was not present in the dictionary."
    );

    private readonly ConversationKey _key = ConversationKey.Of(
        new byte[32],
        "directline",
        "benchmark"
    );

    private ServiceProvider? _services;
    private ILogger? _logger;

    [Params(false, true)]
    public bool Redacted { get; set; }

    [GlobalSetup]
    public void Start()
    {
        var services = new ServiceCollection();
        services.AddLogging(logging =>
        {
            logging.SetMinimumLevel(LogLevel.Information);
            logging.AddProvider(new FormattingProvider());
            if (Redacted)
            {
                logging.AddRedactedLogging();
            }
            else
            {
                logging.EnableRedaction();
                logging.Services.AddRedaction(redaction =>
                    redaction.SetFallbackRedactor<Microsoft.Extensions.Compliance.Redaction.NullRedactor>()
                );
            }
        });
        _services = services.BuildServiceProvider();
        _logger = _services.GetRequiredService<ILoggerFactory>().CreateLogger("Benchmark");
    }

    [GlobalCleanup]
    public void Stop() => _services!.Dispose();

    /// <summary>A level that is off: what most calls are.</summary>
    [Benchmark]
    public void Disabled() => BenchmarkLog.Off(_logger!, 3);

    /// <summary>Numbers, a conversation's key and a type's name.</summary>
    [Benchmark]
    public void Operational() =>
        BenchmarkLog.Operational(_logger!, 3, _key, nameof(InvalidOperationException));

    /// <summary>A library's, with a path that nobody vouches for.</summary>
    [Benchmark]
    public void Unclassified() =>
        BenchmarkLog.Unclassified(_logger!, "/v3/directline/conversations/k8Qz/activities");

    /// <summary>A sentence put together at run time.</summary>
    [Benchmark]
    public void Interpolated() =>
        _logger!.Log(
            LogLevel.Warning,
            default,
            "Je m'appelle Gaston Verlier, rappelez-moi au 06 39 98 12 34",
            null,
            static (text, _) => text
        );

    /// <summary>An exception, never thrown: no stack.</summary>
    [Benchmark]
    public void Exception() => BenchmarkLog.Failed(_logger!, _fault);
}
