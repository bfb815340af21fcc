using System.Net;
using System.Net.Sockets;
using ChatbotSante.Bot.Boundary;
using StackExchange.Redis.Configuration;

namespace ChatbotSante.Bot.Hosting;

/// <summary>Under every connection to Redis: the servers that a Redis names itself (a replica, a sentinel's master) are checked too.</summary>
internal sealed class GuardedRedis(OutboundConnector connector) : Tunnel
{
    /// <inheritdoc />
    public override async ValueTask<EndPoint?> GetSocketConnectEndpointAsync(
        EndPoint endpoint,
        CancellationToken cancellationToken
    ) =>
        endpoint switch
        {
            DnsEndPoint dns => await connector.ResolveInsideAsync(
                dns.Host,
                dns.Port,
                cancellationToken
            ),
            IPEndPoint ip => await connector.ResolveInsideAsync(
                ip.Address.ToString(),
                ip.Port,
                cancellationToken
            ),
            UnixDomainSocketEndPoint => endpoint,
            _ => throw new NotSupportedException(
                "Redis is reached by TCP or by a socket of this machine."
            ),
        };
}
