using System.Net;

namespace ChatbotSante.Bot.Boundary;

/// <summary>Tells what an address is for.</summary>
/// <remarks>Source: IANA IPv4 and IPv6 Special-Purpose Address Registries; the first network that holds it decides.</remarks>
internal static class AddressKinds
{
    private static readonly (IPNetwork Network, AddressKind Kind)[] Special =
    [
        // What hosting providers answer their machines' questions at; some lie in networks that are otherwise allowed.
        Of("169.254.169.254/32", AddressKind.Metadata),
        Of("168.63.129.16/32", AddressKind.Metadata),
        Of("100.100.100.200/32", AddressKind.Metadata),
        Of("192.0.0.192/32", AddressKind.Metadata),
        Of("fd00:ec2::254/128", AddressKind.Metadata),
        Of("fd20:ce::254/128", AddressKind.Metadata),
        Of("0.0.0.0/8", AddressKind.Unspecified),
        Of("10.0.0.0/8", AddressKind.Private),
        Of("100.64.0.0/10", AddressKind.Shared),
        Of("127.0.0.0/8", AddressKind.Loopback),
        Of("169.254.0.0/16", AddressKind.LinkLocal),
        Of("172.16.0.0/12", AddressKind.Private),
        Of("192.0.0.0/24", AddressKind.Reserved),
        Of("192.0.2.0/24", AddressKind.Documentation),
        Of("192.88.99.0/24", AddressKind.Tunnel),
        Of("192.168.0.0/16", AddressKind.Private),
        Of("198.18.0.0/15", AddressKind.Reserved),
        Of("198.51.100.0/24", AddressKind.Documentation),
        Of("203.0.113.0/24", AddressKind.Documentation),
        Of("224.0.0.0/4", AddressKind.Multicast),
        Of("240.0.0.0/4", AddressKind.Reserved),
        Of("0.0.0.0/0", AddressKind.Public),
        Of("::/128", AddressKind.Unspecified),
        Of("::1/128", AddressKind.Loopback),
        Of("::/96", AddressKind.Tunnel),
        Of("::ffff:0:0:0/96", AddressKind.Tunnel),
        Of("64:ff9b::/96", AddressKind.Tunnel),
        Of("64:ff9b:1::/48", AddressKind.Tunnel),
        Of("2001::/32", AddressKind.Tunnel),
        Of("2001:db8::/32", AddressKind.Documentation),
        Of("2001::/23", AddressKind.Reserved),
        Of("2002::/16", AddressKind.Tunnel),
        Of("3fff::/20", AddressKind.Documentation),
        Of("fc00::/7", AddressKind.UniqueLocal),
        Of("fe80::/10", AddressKind.LinkLocal),
        Of("ff00::/8", AddressKind.Multicast),
        Of("2000::/3", AddressKind.Public),
    ];

    /// <summary>What an address is for; an IPv4 address inside an IPv6 one counts as itself.</summary>
    public static AddressKind Of(IPAddress address)
    {
        var plain = Plain(address);
        if (IsScoped(plain))
        {
            return AddressKind.LinkLocal;
        }

        if (IsIsatap(plain))
        {
            return AddressKind.Tunnel;
        }

        foreach (var (network, kind) in Special)
        {
            if (network.Contains(plain))
            {
                return kind;
            }
        }

        return AddressKind.Reserved;
    }

    /// <summary>The IPv4 address that an IPv4-mapped one stands for, or the address itself.</summary>
    public static IPAddress Plain(IPAddress address) =>
        address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static bool IsScoped(IPAddress address) =>
        address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6
        && address.ScopeId != 0;

    /// <summary>RFC 5214: an interface identifier that ends in an IPv4 address, under any prefix.</summary>
    private static bool IsIsatap(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        return address.TryWriteBytes(bytes, out var length)
            && length == 16
            && (bytes[8] & 0xFD) == 0
            && bytes[9] == 0
            && bytes[10] == 0x5E
            && bytes[11] == 0xFE;
    }

    private static (IPNetwork Network, AddressKind Kind) Of(string network, AddressKind kind) =>
        (IPNetwork.Parse(network), kind);
}
