using System.Net;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Boundary;

/// <summary>A configured place to connect to, and what holds for it.</summary>
internal sealed record Destination
{
    public required Zone Zone { get; init; }

    public required HostPort At { get; init; }

    /// <summary>The networks its addresses must lie in; empty: the zone's own.</summary>
    public IReadOnlyList<IPNetwork> Networks { get; init; } = [];

    /// <summary>Any port of it, where that is this machine in Development.</summary>
    public bool IsAnyPort { get; init; }

    /// <summary>Outside only: the one address that may be posted to.</summary>
    public Uri? Url { get; init; }

    /// <summary>Outside only: what it may receive.</summary>
    public IReadOnlyList<OutsideField> Fields { get; init; } = [];

    /// <summary>Outside only: longest answer read.</summary>
    public int MaxResponseBytes { get; init; }

    /// <summary>Outside only: longest wait for the whole answer.</summary>
    public TimeSpan Timeout { get; init; }

    /// <summary>As it was configured: safe to log, since no caller typed it.</summary>
    [OperationalData]
    public string Name =>
        At.Scheme is null ? $"{At.Host}:{At.Port}" : $"{At.Scheme}://{At.Host}:{At.Port}";

    public override string ToString() => Name;

    /// <param name="scheme">Null for what is not HTTP.</param>
    /// <param name="host">In its canonical form.</param>
    /// <param name="port">The port.</param>
    public bool Matches(string? scheme, string host, int port) =>
        (IsAnyPort || port == At.Port)
        && (At.Scheme is null || string.Equals(At.Scheme, scheme, StringComparison.Ordinal))
        && (
            At.Network is { } network
                ? IPAddress.TryParse(host, out var address) && network.Contains(address)
                : string.Equals(At.Host, host, StringComparison.Ordinal)
        );

    /// <summary>Whether this destination may be reached at an address that its name resolved to.</summary>
    public bool Admits(IPAddress address)
    {
        var kind = AddressKinds.Of(address);
        if (Networks.Count == 0)
        {
            return Zone switch
            {
                Zone.Inside => kind is AddressKind.Private or AddressKind.UniqueLocal,
                Zone.Outside => kind is AddressKind.Public,
                _ => false,
            };
        }

        var plain = AddressKinds.Plain(address);
        return kind
                is AddressKind.Public
                    or AddressKind.Private
                    or AddressKind.UniqueLocal
                    or AddressKind.Shared
                    or AddressKind.Loopback
            && Networks.Any(network => network.Contains(plain));
    }
}
