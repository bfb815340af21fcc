using System.Diagnostics;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Redaction;
using OpenTelemetry;
using OpenTelemetry.Context.Propagation;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ChatbotSante.Bot.Boundary.Telemetry;

/// <summary>OpenTelemetry to a collector of the clinic's, when one is named; redaction of whatever is exported, always.</summary>
internal static class SafeTelemetry
{
    /// <summary>Name of the HTTP client that speaks to the collector.</summary>
    public const string Client = "otlp";

    private const string Traces = "traces";
    private const string Measures = "metrics";

    private static readonly string[] Sources =
    [
        TelemetrySource.Name,
        "Microsoft.Orleans.Application",
        "Microsoft.Orleans.Lifecycle",
        "Microsoft.Orleans.Runtime",
    ];

    private static readonly string[] Meters =
    [
        TelemetrySource.Name,
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.RateLimiting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "Microsoft.Orleans",
        "System.Net.Http",
        "System.Runtime",
    ];

    public static IServiceCollection AddRedactedTelemetry(
        this IServiceCollection services,
        TelemetryOptions options
    )
    {
        var inside = new InsidePropagator();
        DistributedContextPropagator.Current = inside;
        services.AddSingleton<DistributedContextPropagator>(inside);
        services.AddSingleton(provider => new SpanRedactor(
            provider.GetRequiredService<OperatorRedactor>()
        ));
        if (options.OtlpEndpoint.Length > 0)
        {
            AddExport(services, options);
        }

        return services;
    }

    private static void AddExport(IServiceCollection services, TelemetryOptions options)
    {
        // OpenTelemetry's own propagation: none of baggage.
        Sdk.SetDefaultTextMapPropagator(new TraceContextPropagator());
        services.AddHttpClient(Client);
        AddExporter(services, Traces, options.OtlpEndpoint);
        AddExporter(services, Measures, options.OtlpEndpoint);
        services
            .AddOpenTelemetry()
            // Not what the environment of the process says of itself: only this.
            .ConfigureResource(resource => resource.Clear().AddService(options.ServiceName))
            .WithTracing(tracing =>
                tracing
                    .SetSampler(new AlwaysOnSampler())
                    .AddSource(Sources)
                    .AddAspNetCoreInstrumentation(web => web.RecordException = false)
                    .AddHttpClientInstrumentation(http => http.RecordException = false)
                    .AddProcessor(provider => provider.GetRequiredService<SpanRedactor>())
                    .AddOtlpExporter(Traces, configure: null)
            )
            .WithMetrics(metrics =>
                metrics
                    .AddMeter(Meters)
                    .AddView(static _ => new MetricStreamConfiguration { TagKeys = SpanTags.All })
                    .SetExemplarFilter(ExemplarFilterType.AlwaysOff)
                    .AddOtlpExporter(Measures, configure: null)
            );
    }

    private static void AddExporter(IServiceCollection services, string signal, string endpoint) =>
        services
            .AddOptions<OtlpExporterOptions>(signal)
            .Configure<IHttpClientFactory>(
                (exporter, clients) =>
                {
                    exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
                    exporter.Endpoint = new Uri($"{endpoint.TrimEnd('/')}/v1/{signal}");
                    exporter.Headers = string.Empty;
                    exporter.HttpClientFactory = () => clients.CreateClient(Client);
                }
            );
}
