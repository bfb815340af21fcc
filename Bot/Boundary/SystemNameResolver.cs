using System.Net;

namespace ChatbotSante.Bot.Boundary;

/// <summary>Asks the machine's own resolver.</summary>
internal sealed class SystemNameResolver : INameResolver
{
    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<IPAddress>> ResolveAsync(
        string host,
        CancellationToken cancellationToken
    ) => await Dns.GetHostAddressesAsync(host, cancellationToken);
}
