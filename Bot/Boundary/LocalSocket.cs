using System.Net;
using System.Net.Sockets;

namespace ChatbotSante.Bot.Boundary;

/// <summary>A socket of this machine that is a file: nothing goes out by it.</summary>
internal static class LocalSocket
{
    public static EndPoint At(string path) => new UnixDomainSocketEndPoint(path);
}
