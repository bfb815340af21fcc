using System.Net;
using System.Net.Sockets;

namespace ChatbotSante.Bot.Boundary;

/// <summary>
/// How an HTTP client of this program connects: it resolves the name, checks every address, and connects to that very
/// address, so that a name cannot point elsewhere between the check and the connection.
/// </summary>
internal static class GuardedConnect
{
    /// <summary>A handler that follows no redirect, uses no proxy of the environment, keeps no cookie, and connects guarded.</summary>
    /// <param name="isLoopbackAllowed">True where the allowed hosts are on this machine (Development's Emulator and Playground).</param>
    public static SocketsHttpHandler Handler(bool isLoopbackAllowed) =>
        new()
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxResponseHeadersLength = 16,
            ConnectCallback = (context, token) =>
                ConnectAsync(context.DnsEndPoint, isLoopbackAllowed, token),
        };

    /// <summary>Whether an address may be connected to: those of other machines, and this machine's own where that is allowed; never the
    /// link-local, multicast or unspecified ones, where clouds keep their metadata.</summary>
    public static bool IsAllowed(IPAddress address, bool isLoopbackAllowed)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (IPAddress.IsLoopback(plain))
        {
            return isLoopbackAllowed;
        }

        if (
            plain.Equals(IPAddress.Any)
            || plain.Equals(IPAddress.IPv6Any)
            || plain.IsIPv6LinkLocal
            || plain.IsIPv6Multicast
        )
        {
            return false;
        }

        if (plain.AddressFamily != AddressFamily.InterNetwork)
        {
            return true;
        }

        Span<byte> bytes = stackalloc byte[4];
        return plain.TryWriteBytes(bytes, out _)
            && !(bytes[0] == 169 && bytes[1] == 254)
            && bytes[0] is not 0 and < 224;
    }

    private static async ValueTask<Stream> ConnectAsync(
        DnsEndPoint endPoint,
        bool isLoopbackAllowed,
        CancellationToken cancellationToken
    )
    {
        var addresses = IPAddress.TryParse(endPoint.Host, out var literal)
            ? [literal]
            : await Dns.GetHostAddressesAsync(endPoint.Host, cancellationToken);
        if (
            addresses.Length == 0
            || !Array.TrueForAll(addresses, address => IsAllowed(address, isLoopbackAllowed))
        )
        {
            throw new HttpRequestException("The address of this host is not allowed.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, endPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
