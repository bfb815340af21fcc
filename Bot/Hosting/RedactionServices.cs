using ChatbotSante.Bot.Boundary.Logs;
using ChatbotSante.Bot.Boundary.Telemetry;
using Microsoft.Extensions.Options;

namespace ChatbotSante.Bot.Hosting;

/// <summary>What keeps a patient's words out of logs, traces and measures.</summary>
internal static class RedactionServices
{
    public static void AddRedaction(this WebApplicationBuilder builder)
    {
        builder.Logging.AddRedactedLogging();
        builder
            .Services.AddSection<TelemetryOptions>("Telemetry")
            .Services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryOptionsValidator>()
            .AddSingleton<IValidateOptions<TelemetryOptions>, InsideValidator>();
        builder.Services.AddRedactedTelemetry(
            builder.Configuration.GetSection("Telemetry").Get<TelemetryOptions>()
                ?? new TelemetryOptions()
        );
    }
}
