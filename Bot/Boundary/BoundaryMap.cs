using System.Net;
using Microsoft.Extensions.Options;

namespace ChatbotSante.Bot.Boundary;

/// <summary>The configured destinations. What is not one of them is nowhere.</summary>
internal sealed class BoundaryMap
{
    private static readonly string[] LoopbackNames = ["localhost", "127.0.0.1", "::1"];
    private static readonly IPNetwork[] ThisMachine =
    [
        IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("::1/128"),
    ];

    private readonly Destination[] _destinations;

    public BoundaryMap(IOptions<BoundaryOptions> options, IHostEnvironment environment)
    {
        var configured = options.Value;
        _destinations =
        [
            .. configured.Inside.Select(Inside),
            .. configured.Outside.Select(Outside),
            .. environment.IsDevelopment() ? Loopback() : [],
        ];
    }

    /// <summary>The destination that a request's address stands for.</summary>
    /// <param name="address">The address; <c>ws</c> and <c>wss</c> count as what they begin as.</param>
    /// <param name="refusal">Why there is none.</param>
    public Destination? Find(Uri? address, out EgressReason refusal)
    {
        refusal = EgressReason.Malformed;
        if (address is not { IsAbsoluteUri: true })
        {
            return null;
        }

        if (address.UserInfo.Length > 0)
        {
            refusal = EgressReason.UserInfo;
            return null;
        }

        var scheme = address.Scheme switch
        {
            "http" or "ws" => "http",
            "https" or "wss" => "https",
            _ => null,
        };
        if (scheme is null || !HostName.TryOf(address, out var host))
        {
            return null;
        }

        refusal = EgressReason.NotListed;
        var found = Array.FindAll(_destinations, one => one.Matches(scheme, host, address.Port));
        if (Array.Find(found, one => one.Zone == Zone.Inside) is { } inside)
        {
            return inside;
        }

        if (found.Length > 0)
        {
            refusal = EgressReason.Address;
        }

        return Array.Find(found, one => one.Url == address && address.Fragment.Length == 0);
    }

    /// <summary>The destination that a connection is for.</summary>
    /// <param name="scheme"><c>http</c>, <c>https</c>, or null for another protocol.</param>
    /// <param name="host">As its caller wrote it.</param>
    /// <param name="port">The port.</param>
    public Destination? Find(string? scheme, string host, int port) =>
        HostName.TryCanonical(host, out var canonical)
            ? Array.Find(_destinations, one => one.Matches(scheme, canonical, port))
            : null;

    /// <summary>Whether an address is inside, so that anything may be sent there.</summary>
    public bool IsInside(Uri address) => Find(address, out _) is { Zone: Zone.Inside };

    /// <summary>Whether a host is inside for a protocol that is not HTTP.</summary>
    /// <param name="host">A name or an address.</param>
    /// <param name="port">The port; 0 for any that is listed with the host.</param>
    public bool IsInside(string host, int port) =>
        port == 0
            ? HostName.TryCanonical(host, out var canonical)
                && Array.Exists(
                    _destinations,
                    one => one.Zone == Zone.Inside && one.Matches(null, canonical, one.At.Port)
                )
            : Find(scheme: null, host, port) is { Zone: Zone.Inside };

    private static Destination Inside(InsideHost configured)
    {
        _ = HostPort.TryParse(configured.Host, out var at);
        return new Destination
        {
            Zone = Zone.Inside,
            At = at!,
            Networks =
                configured.Networks.Count > 0 ? [.. configured.Networks.Select(IPNetwork.Parse)]
                : at!.Network is { } network ? [network]
                : NetworksOf(at.Host),
        };
    }

    private static Destination Outside(OutsideAddress configured)
    {
        var url = new Uri(configured.Url);
        _ = HostName.TryOf(url, out var host);
        return new Destination
        {
            Zone = Zone.Outside,
            At = new HostPort(url.Scheme, host, url.Port, Network: null),
            Url = url,
            Networks = [.. configured.Networks.Select(IPNetwork.Parse)],
            Fields = configured.Fields,
            MaxResponseBytes = configured.MaxResponseBytes,
            Timeout = configured.Timeout,
        };
    }

    private static Destination[] Loopback() =>
        [
            .. LoopbackNames.Select(host => new Destination
            {
                Zone = Zone.Inside,
                At = new HostPort(null, host, IPEndPoint.MaxPort, Network: null),
                IsAnyPort = true,
                Networks = ThisMachine,
            }),
        ];

    /// <summary>An address stands for itself; <c>localhost</c> for this machine; a name for the zone's networks.</summary>
    private static IPNetwork[] NetworksOf(string host) =>
        IPAddress.TryParse(host, out var address)
            ?
            [
                new IPNetwork(
                    address,
                    address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork
                        ? 32
                        : 128
                ),
            ]
        : string.Equals(host, "localhost", StringComparison.Ordinal) ? ThisMachine
        : [];
}
