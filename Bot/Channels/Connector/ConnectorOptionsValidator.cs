using System.Net;
using Microsoft.Extensions.Options;

namespace ChatbotSante.Bot.Channels.Connector;

/// <summary>Loopback in Development; in Production, authentication, and https service addresses without wildcards.</summary>
internal sealed class ConnectorOptionsValidator(IHostEnvironment environment)
    : IValidateOptions<ConnectorOptions>
{
    public ValidateOptionsResult Validate(string? name, ConnectorOptions options)
    {
        if (options.Url.Length == 0)
        {
            return ValidateOptionsResult.Success;
        }

        if (!Uri.TryCreate(options.Url, UriKind.Absolute, out var url))
        {
            return ValidateOptionsResult.Fail(
                "Connector:Url must be an address such as http://127.0.0.1:3978."
            );
        }

        if (environment.IsDevelopment())
        {
            return IsLoopback(url)
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail("Connector:Url must be loopback in Development.");
        }

        if (options.Authority.Length == 0)
        {
            // Without authentication the endpoint does not listen outside Development: nothing else to check.
            return ValidateOptionsResult.Success;
        }

        if (options.Audience.Length == 0)
        {
            return ValidateOptionsResult.Fail(
                "Connector:Authority is set, but not Connector:Audience."
            );
        }

        return options.ServiceUrls.All(IsStrict)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                "Connector:ServiceUrls must be https addresses without wildcards outside Development."
            );
    }

    private static bool IsStrict(string serviceUrl) =>
        !serviceUrl.Contains('*', StringComparison.Ordinal)
        && serviceUrl.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static bool IsLoopback(Uri url) =>
        string.Equals(url.Host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (
            IPAddress.TryParse(url.Host.Trim('[', ']'), out var address)
            && IPAddress.IsLoopback(address)
        );
}
