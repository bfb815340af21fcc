using System.Net;
using Microsoft.Extensions.Options;

namespace ChatbotSante.Bot.Boundary.Telemetry;

/// <summary>Refuses a collector that is no plain https address, or http elsewhere than on this machine.</summary>
internal sealed class TelemetryOptionsValidator : IValidateOptions<TelemetryOptions>
{
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options) =>
        options.OtlpEndpoint.Length == 0 || IsAllowed(options.OtlpEndpoint)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                "Telemetry:OtlpEndpoint must be the https address of a collector, or http on this machine, without user, query or fragment."
            );

    private static bool IsAllowed(string endpoint) =>
        Uri.TryCreate(endpoint, UriKind.Absolute, out var address)
        && address.UserInfo.Length == 0
        && address.Query.Length == 0
        && address.Fragment.Length == 0
        && (
            address.Scheme == Uri.UriSchemeHttps
            || (address.Scheme == Uri.UriSchemeHttp && IsThisMachine(address))
        );

    private static bool IsThisMachine(Uri address) =>
        address.Host == "localhost"
        || (
            IPAddress.TryParse(address.Host.Trim('[', ']'), out var literal)
            && IPAddress.IsLoopback(literal)
        );
}
