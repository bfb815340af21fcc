namespace ChatbotSante.Bot.Channels.Connector;

/// <summary>The endpoint <c>/api/messages</c>, for the Bot Framework Emulator, the Agents Playground and channels. Section
/// <c>Connector</c>.</summary>
public sealed class ConnectorOptions
{
    /// <summary>Address it listens on, apart from the public site's; loopback in Development. Empty: it does not listen. Outside
    /// Development it listens only where <see cref="Authority"/> is set.</summary>
    public string Url { get; init; } = string.Empty;

    /// <summary>Where replies may be sent: scheme, host and port, <c>*</c> for any port of a loopback host in Development. Default: nowhere.</summary>
    public IReadOnlyList<string> ServiceUrls { get; init; } = [];

    /// <summary>OpenID Connect authority whose tokens are asked of callers. Empty: none, and then Production does not listen.</summary>
    public string Authority { get; init; } = string.Empty;

    /// <summary>Audience those tokens must name.</summary>
    public string Audience { get; init; } = string.Empty;
}
