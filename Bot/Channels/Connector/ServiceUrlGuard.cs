using System.Net;
using Microsoft.Extensions.Options;

namespace ChatbotSante.Bot.Channels.Connector;

/// <summary>Whether replies may go to a <c>serviceUrl</c>, which is a field the caller chooses: deny by default.</summary>
internal sealed class ServiceUrlGuard(IOptions<ConnectorOptions> options)
{
    private readonly (string Scheme, string Host, int? Port)[] _allowed =
    [
        .. options.Value.ServiceUrls.Select(Parse),
    ];

    /// <summary>The address, when it is allowed; else null. User information, query and fragment are refused.</summary>
    public Uri? Check(string? serviceUrl)
    {
        if (
            !Uri.TryCreate(serviceUrl, UriKind.Absolute, out var uri)
            || uri.UserInfo.Length > 0
            || uri.Query.Length > 0
            || uri.Fragment.Length > 0
        )
        {
            return null;
        }

        foreach (var (scheme, host, port) in _allowed)
        {
            if (
                string.Equals(uri.Scheme, scheme, StringComparison.OrdinalIgnoreCase)
                && string.Equals(uri.Host, host, StringComparison.OrdinalIgnoreCase)
                && (port is null ? IsLoopbackName(host) : uri.Port == port)
            )
            {
                return uri;
            }
        }

        return null;
    }

    private static (string Scheme, string Host, int? Port) Parse(string allowed)
    {
        var anyPort = allowed.EndsWith(":*", StringComparison.Ordinal);
        var uri = new Uri(anyPort ? allowed[..^2] : allowed, UriKind.Absolute);
        return (uri.Scheme, uri.Host, anyPort ? null : uri.Port);
    }

    private static bool IsLoopbackName(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (
            IPAddress.TryParse(host.Trim('[', ']'), out var address)
            && IPAddress.IsLoopback(address)
        );
}
