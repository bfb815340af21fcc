using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace ChatbotSante.Bot.Boundary;

/// <summary>Every host, network and address can be read one way only; outside is https, and each address says what it may receive.</summary>
internal sealed class BoundaryOptionsValidator(IHostEnvironment environment)
    : IValidateOptions<BoundaryOptions>
{
    private const int MaxResponseBytes = 1024 * 1024;

    /// <summary>10.0.0.0/8 and fc00::/7 are the widest private networks: a wider one says nothing of where it is.</summary>
    private const int ShortestPrefix = 8;
    private const int ShortestPrefixV6 = 7;
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromSeconds(60);

    public ValidateOptionsResult Validate(string? name, BoundaryOptions options)
    {
        string[] failures =
        [
            .. options.Inside.SelectMany((host, i) => Of($"Boundary:Inside:{i}", host)),
            .. options.Outside.SelectMany(
                (address, i) => Of($"Boundary:Outside:{i}", address, options)
            ),
            .. OwnOrigin(options.OwnOrigin),
        ];
        return failures.Length == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Of(string key, InsideHost host)
    {
        if (!HostPort.TryParse(host.Host, out var at))
        {
            yield return $"{key}:Host must be host:port, http(s)://host or network/length:port, a name without a final dot, an IPv6 address in brackets.";
        }
        else if (at!.Network is { } network)
        {
            if (IsTooWide(network))
            {
                yield return $"{key}:Host is too wide a network: /{ShortestPrefix} at least (/{ShortestPrefixV6} for IPv6).";
            }

            if (host.Networks.Count > 0)
            {
                yield return $"{key}:Networks is for a name; the network of its Host is enough.";
            }
        }

        foreach (var failure in Networks(key, host.Networks))
        {
            yield return failure;
        }
    }

    private IEnumerable<string> Of(string key, OutsideAddress address, BoundaryOptions options)
    {
        if (
            !Uri.TryCreate(address.Url, UriKind.Absolute, out var url)
            || url.UserInfo.Length > 0
            || url.Query.Length > 0
            || url.Fragment.Length > 0
            || !HostName.TryOf(url, out var host)
        )
        {
            yield return $"{key}:Url must be an address such as https://sms.example/messages, without user, query and fragment.";
            yield break;
        }

        var isHttpsEnough =
            url.Scheme == Uri.UriSchemeHttps
            || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback && environment.IsDevelopment());
        if (!isHttpsEnough)
        {
            yield return $"{key}:Url must be https.";
        }

        if (options.Inside.Any(inside => IsAt(inside, host, url.Port)))
        {
            yield return $"{key}:Url is listed in Boundary:Inside too: a host is on one side only.";
        }

        if (address.Fields.Count == 0)
        {
            yield return $"{key}:Fields must say what may be sent there: Template, Date, Place, Link, To.";
        }

        if (address.MaxResponseBytes is < 0 or > MaxResponseBytes)
        {
            yield return $"{key}:MaxResponseBytes must be between 0 and {MaxResponseBytes}.";
        }

        if (address.Timeout < ShortestTimeout || address.Timeout > LongestTimeout)
        {
            yield return $"{key}:Timeout must be between 00:00:00.100 and 00:01:00.";
        }

        foreach (var failure in Networks(key, address.Networks))
        {
            yield return failure;
        }
    }

    private static bool IsAt(InsideHost inside, string host, int port) =>
        HostPort.TryParse(inside.Host, out var at)
        && at!.Port == port
        && string.Equals(at.Host, host, StringComparison.Ordinal);

    private static IEnumerable<string> Networks(string key, IReadOnlyList<string> networks)
    {
        foreach (var text in networks)
        {
            if (!IPNetwork.TryParse(text, out var network) || IsTooWide(network))
            {
                yield return $"{key}:Networks must be networks such as 10.1.0.0/16 or fd12:3456::/32, /{ShortestPrefix} at least (/{ShortestPrefixV6} for IPv6).";
            }
        }
    }

    private static bool IsTooWide(IPNetwork network) =>
        network.PrefixLength
        < (
            network.BaseAddress.AddressFamily == AddressFamily.InterNetwork
                ? ShortestPrefix
                : ShortestPrefixV6
        );

    private IEnumerable<string> OwnOrigin(string origin)
    {
        var isOrigin =
            Uri.TryCreate(origin, UriKind.Absolute, out var url)
            && string.Equals(
                url.GetLeftPart(UriPartial.Authority),
                origin,
                StringComparison.Ordinal
            )
            && (
                url.Scheme == Uri.UriSchemeHttps
                || (url.Scheme == Uri.UriSchemeHttp && environment.IsDevelopment())
            );
        if (origin.Length > 0 && !isOrigin)
        {
            yield return "Boundary:OwnOrigin must be an origin as browsers write it: https://patients.clinique.example.";
        }
    }
}
