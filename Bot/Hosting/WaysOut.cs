using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ChatbotSante.Bot.Boundary;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Bot.Storage;
using Microsoft.Extensions.Options;
using Npgsql;
using StackExchange.Redis;

namespace ChatbotSante.Bot.Hosting;

/// <summary>The connections that the database's and the cluster's own libraries make: what they go to is read, and checked at start.</summary>
internal static class WaysOut
{
    /// <summary>The databases, when they are not files.</summary>
    public static IReadOnlyList<WayOut> Of(StoreOptions options) =>
        options.Provider == StoreProvider.PostgreSql
            ?
            [
                new("Store:ConnectionString", HostsOfPostgreSql(options.ConnectionString)),
                new("Store:KeysConnectionString", HostsOfPostgreSql(options.KeysConnectionString)),
            ]
            : [];

    /// <summary>Redis, when there is one.</summary>
    public static IReadOnlyList<WayOut> Of(Scaling.ClusterOptions options) =>
        options.Redis.Length > 0 ? [new("Cluster:Redis", HostsOfRedis(options.Redis))] : [];

    /// <summary>Resolves the names of the databases and of Redis, and checks where they lead. A name that is not known now is left to
    /// what connects to it.</summary>
    /// <exception cref="WayOutNotInsideException">A name resolves to an address that is not inside.</exception>
    public static async Task CheckAsync(
        IServiceProvider services,
        CancellationToken cancellationToken
    )
    {
        var connector = services.GetRequiredService<OutboundConnector>();
        var ways = Of(services.GetRequiredService<IOptions<StoreOptions>>().Value);
        if (services.GetService<IOptions<Scaling.ClusterOptions>>() is { } cluster)
        {
            ways = [.. ways, .. Of(cluster.Value)];
        }

        foreach (var way in ways)
        {
            foreach (var host in (way.Hosts ?? []).OfType<DnsEndPoint>())
            {
                try
                {
                    await connector.ResolveInsideAsync(host.Host, host.Port, cancellationToken);
                }
                catch (EgressDeniedException denied)
                {
                    throw new WayOutNotInsideException(way.Setting, denied);
                }
                catch (SocketException)
                {
                    // Not known now: whoever connects says so.
                }
            }
        }
    }

    private static List<EndPoint>? HostsOfPostgreSql(string connectionString)
    {
        try
        {
            var parsed = new NpgsqlConnectionStringBuilder(connectionString);
            var hosts = (parsed.Host ?? string.Empty)
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(host => OfPostgreSql(host, parsed.Port))
                .ToArray();
            return hosts.Length > 0 && !hosts.Contains(null) ? [.. hosts.OfType<EndPoint>()] : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>A path is a socket of this machine; the port stands behind the host, or is the one of the whole string.</summary>
    private static EndPoint? OfPostgreSql(string host, int defaultPort)
    {
        if (host[0] is '/' or '@')
        {
            return LocalSocket.At(host);
        }

        if (HostName.TryCanonical(host, out _) && IPAddress.TryParse(host, out var address))
        {
            return new IPEndPoint(address, defaultPort);
        }

        var colon = host.LastIndexOf(':');
        if (colon < 0)
        {
            return new DnsEndPoint(host, defaultPort);
        }

        return
            int.TryParse(
                host.AsSpan(colon + 1),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var port
            )
            && colon > 0
            && port is > 0 and <= IPEndPoint.MaxPort
            ? IPAddress.TryParse(host.AsSpan(0, colon), out var literal)
                ? new IPEndPoint(literal, port)
                : new DnsEndPoint(host[..colon], port)
            : null;
    }

    private static List<EndPoint>? HostsOfRedis(string text)
    {
        try
        {
            var parsed = ConfigurationOptions.Parse(text);
            return parsed is { Tunnel: null, Proxy: Proxy.None, EndPoints.Count: > 0 }
                ? [.. parsed.EndPoints.Select(host => WithPort(host, parsed.Ssl))]
                : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The port that the library would take where none is written.</summary>
    private static EndPoint WithPort(EndPoint host, bool isTls)
    {
        var port = isTls ? 6380 : 6379;
        return host switch
        {
            DnsEndPoint { Port: 0 } dns => new DnsEndPoint(dns.Host, port),
            IPEndPoint { Port: 0 } ip => new IPEndPoint(ip.Address, port),
            _ => host,
        };
    }
}
