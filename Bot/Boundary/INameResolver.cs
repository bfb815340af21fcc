using System.Net;

namespace ChatbotSante.Bot.Boundary;

/// <summary>Turns a name into addresses.</summary>
internal interface INameResolver
{
    /// <summary>Every address of a name.</summary>
    /// <exception cref="System.Net.Sockets.SocketException">The name is not known.</exception>
    ValueTask<IReadOnlyList<IPAddress>> ResolveAsync(
        string host,
        CancellationToken cancellationToken
    );
}
