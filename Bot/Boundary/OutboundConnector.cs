using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ChatbotSante.Bot.Boundary;

/// <summary>
/// How this program connects to anything: it resolves the name once, checks every address, and connects to those very addresses,
/// so that a name cannot point elsewhere between the check and the connection.
/// </summary>
internal sealed class OutboundConnector(
    BoundaryMap map,
    INameResolver resolver,
    EgressDecisions decisions
)
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    /// <summary>A connection to a host inside, for what is not HTTP: an SMTP relay, say.</summary>
    /// <param name="host">A name or an address.</param>
    /// <param name="port">The port.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The connection, in the clear: the protocol's own TLS goes on top of it.</returns>
    /// <exception cref="Ports.EgressDeniedException">The host is not inside, or resolved to an address that is not.</exception>
    /// <exception cref="SocketException">It does not answer, or its name is not known.</exception>
    /// <exception cref="TimeoutException">It did not answer in time.</exception>
    public async ValueTask<Stream> ConnectAsync(
        string host,
        int port,
        CancellationToken cancellationToken
    )
    {
        var destination = map.Find(scheme: null, host, port);
        if (destination is not { Zone: Zone.Inside })
        {
            throw decisions.Deny(
                destination,
                destination is null ? EgressReason.NotListed : EgressReason.Protocol
            );
        }

        using var timed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timed.CancelAfter(ConnectTimeout);
        try
        {
            var stream = await ConnectAsync(destination, host, port, timed.Token);
            decisions.Allow(destination, EgressReason.Inside);
            return stream;
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("The host did not answer in time.", late);
        }
    }

    /// <summary>The address that a host may be connected at, for what opens its own socket.</summary>
    /// <exception cref="Ports.EgressDeniedException">The host is not inside, or resolved to an address that is not.</exception>
    /// <exception cref="SocketException">Its name is not known.</exception>
    public async ValueTask<IPEndPoint> ResolveInsideAsync(
        string host,
        int port,
        CancellationToken cancellationToken
    )
    {
        var destination = map.Find(scheme: null, host, port);
        if (destination is not { Zone: Zone.Inside })
        {
            throw decisions.Deny(destination, EgressReason.NotListed);
        }

        var addresses = await ResolveAsync(destination, host, cancellationToken);
        decisions.Allow(destination, EgressReason.Inside);
        return new IPEndPoint(addresses[0], port);
    }

    /// <summary>Refuses a connection that another library made, before anything is sent by it.</summary>
    /// <exception cref="Ports.EgressDeniedException">Its other end is not inside.</exception>
    public void CheckInside(EndPoint? remote)
    {
        var destination = remote is IPEndPoint ip
            ? map.Find(scheme: null, ip.Address.ToString(), ip.Port)
            : null;
        if (
            destination is not { Zone: Zone.Inside }
            || !destination.Admits(((IPEndPoint)remote!).Address)
        )
        {
            throw decisions.Deny(destination, EgressReason.NotListed);
        }

        decisions.Allow(destination, EgressReason.Inside);
    }

    /// <summary>What is under every HTTP client: connects guarded, follows no redirect, uses no proxy of the environment, keeps no
    /// cookie, unpacks nothing, and adds no header of a trace.</summary>
    public SocketsHttpHandler Handler() =>
        new()
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
            Credentials = null,
            PreAuthenticate = false,
            ConnectTimeout = ConnectTimeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxResponseHeadersLength = 16,
            MaxResponseDrainSize = 64 * 1024,
            ResponseDrainTimeout = TimeSpan.FromSeconds(2),
            ConnectCallback = ConnectAsync,
        };

    private async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context,
        CancellationToken cancellationToken
    )
    {
        var scheme = context.InitialRequestMessage.RequestUri?.Scheme switch
        {
            "ws" => "http",
            "wss" => "https",
            var other => other,
        };
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var destination =
            map.Find(scheme, host, port) ?? throw decisions.Deny(null, EgressReason.NotListed);
        return await ConnectAsync(destination, host, port, cancellationToken);
    }

    private async ValueTask<Stream> ConnectAsync(
        Destination destination,
        string host,
        int port,
        CancellationToken cancellationToken
    )
    {
        var addresses = await ResolveAsync(destination, host, cancellationToken);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>The addresses of a destination. One that is not allowed refuses them all: an answer half right is no mistake.</summary>
    private async ValueTask<IPAddress[]> ResolveAsync(
        Destination destination,
        string host,
        CancellationToken cancellationToken
    )
    {
        if (!HostName.TryCanonical(host, out var canonical))
        {
            throw decisions.Deny(destination, EgressReason.Malformed);
        }

        var addresses = IPAddress.TryParse(canonical, out var literal)
            ? [literal]
            : await resolver.ResolveAsync(canonical, cancellationToken);
        return addresses.Count > 0 && addresses.All(destination.Admits)
            ? [.. addresses]
            : throw decisions.Deny(destination, EgressReason.Network);
    }
}
