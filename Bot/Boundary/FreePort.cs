using System.Net;
using System.Net.Sockets;

namespace ChatbotSante.Bot.Boundary;

/// <summary>A port of this machine that nobody listens on.</summary>
internal static class FreePort
{
    public static int At(IPAddress address)
    {
        using var listener = new TcpListener(address, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
