using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace ChatbotSante.Tests.Support;

/// <summary>Ports for servers under test.</summary>
internal static class Ports
{
    private static readonly Lock Choosing = new();
    private static readonly HashSet<int> Given = [];

    /// <summary>
    /// A TCP port of loopback that nobody listens on, given once in a run. It lies below the range that the system hands to
    /// outgoing connections, or one of those could take it before the server does.
    /// </summary>
    public static int Free()
    {
        lock (Choosing)
        {
            for (var attempt = 0; attempt < 1000; attempt++)
            {
                var port = RandomNumberGenerator.GetInt32(20_000, 32_000);

                if (Given.Add(port) && IsFree(port))
                {
                    return port;
                }
            }
        }

        throw new InvalidOperationException("No free port between 20000 and 32000.");
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);

        try
        {
            listener.Start();

            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
