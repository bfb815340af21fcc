namespace ChatbotSante.Bot.Hosting;

/// <summary>The clinic's proxy. Section <c>Proxies</c>.</summary>
public sealed class ProxyOptions
{
    /// <summary>Addresses whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed. Default: none.</summary>
    public IReadOnlyList<string> Trusted { get; init; } = [];
}
