namespace ChatbotSante.Bot.Boundary;

/// <summary>What an IP address is for (IANA special-purpose address registries).</summary>
internal enum AddressKind
{
    /// <summary>Reserved, unassigned, or for benchmarks: nobody's.</summary>
    Reserved,
    Public,

    /// <summary>RFC 1918.</summary>
    Private,

    /// <summary>RFC 4193, the private addresses of IPv6.</summary>
    UniqueLocal,

    /// <summary>RFC 6598, between a provider and its clients; used inside clusters.</summary>
    Shared,
    Loopback,
    Unspecified,

    /// <summary>With a scope of one interface too.</summary>
    LinkLocal,
    Multicast,
    Documentation,

    /// <summary>Where a hosting provider's machines are told their secrets.</summary>
    Metadata,

    /// <summary>An address that hides another one: 6to4, Teredo, NAT64, ISATAP, IPv4-compatible.</summary>
    Tunnel,
}
