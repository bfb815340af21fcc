using System.ComponentModel.DataAnnotations;

namespace ChatbotSante.Bot.Boundary.Telemetry;

/// <summary>Where traces and measures go. Section <c>Telemetry</c>. Nowhere by default.</summary>
public sealed class TelemetryOptions
{
    /// <summary>
    /// Base address of an OpenTelemetry collector of the clinic's that takes OTLP over HTTP (<c>/v1/traces</c> and
    /// <c>/v1/metrics</c> follow it): https, or http on this machine. Empty: nothing is collected and nothing leaves.
    /// </summary>
    public string OtlpEndpoint { get; init; } = string.Empty;

    /// <summary>The name under which this program appears there.</summary>
    [RegularExpression("^[A-Za-z0-9._-]{1,64}$")]
    public string ServiceName { get; init; } = "chatbotsante";
}
