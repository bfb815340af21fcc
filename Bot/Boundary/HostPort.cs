using System.Globalization;
using System.Net;

namespace ChatbotSante.Bot.Boundary;

/// <summary>A host or a network, a port, and the one protocol spoken there if it was said.</summary>
/// <param name="Scheme"><c>http</c> or <c>https</c>; null for any protocol.</param>
/// <param name="Host">In its canonical form; the network's text where there is one.</param>
/// <param name="Port">In [1, 65535].</param>
/// <param name="Network">The network, where one was given instead of a host.</param>
internal sealed record HostPort(string? Scheme, string Host, int Port, IPNetwork? Network)
{
    /// <summary>Reads <c>host:port</c>, <c>scheme://host</c>, <c>scheme://host:port</c> or <c>network/length:port</c>.</summary>
    public static bool TryParse(string? text, out HostPort? parsed)
    {
        parsed = null;
        if (string.IsNullOrEmpty(text))
        {
            return false;
        }

        string? scheme = null;
        var rest = text;
        if (text.IndexOf("://", StringComparison.Ordinal) is >= 0 and var at)
        {
            (scheme, rest) = (text[..at], text[(at + 3)..]);
            if (scheme is not ("http" or "https"))
            {
                return false;
            }
        }

        if (!TrySplit(rest, DefaultPort(scheme), out var host, out var port))
        {
            return false;
        }

        if (host.Contains('/', StringComparison.Ordinal))
        {
            if (scheme is not null || !IPNetwork.TryParse(host, out var network))
            {
                return false;
            }

            parsed = new HostPort(null, host, port, network);
            return true;
        }

        if (!HostName.TryCanonical(host, out var canonical))
        {
            return false;
        }

        parsed = new HostPort(scheme, canonical, port, Network: null);
        return true;
    }

    private static int? DefaultPort(string? scheme) =>
        scheme switch
        {
            "http" => 80,
            "https" => 443,
            _ => null,
        };

    private static bool TrySplit(string text, int? defaultPort, out string host, out int port)
    {
        var closing = text.StartsWith('[') ? text.IndexOf(']', StringComparison.Ordinal) : -1;
        var colon = text.LastIndexOf(':');
        var hasPort = colon > closing;
        host = hasPort ? text[..colon] : text;
        port = defaultPort ?? 0;
        if (closing == 0 || (text.StartsWith('[') && closing < 0))
        {
            return false;
        }

        if (closing > 0)
        {
            if (closing != host.Length - 1)
            {
                return false;
            }

            host = host[1..^1];
        }
        else if (host.Contains(':', StringComparison.Ordinal))
        {
            // IPv6 without brackets: where it ends and the port begins is anybody's guess.
            return false;
        }

        return (
                !hasPort
                || int.TryParse(
                    text.AsSpan()[(colon + 1)..],
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out port
                )
            ) && port is > 0 and <= IPEndPoint.MaxPort;
    }
}
