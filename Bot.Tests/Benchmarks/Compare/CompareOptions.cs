namespace ChatbotSante.Benchmarks.Compare;

/// <summary>What <c>compare</c> starts, how long it measures and where it writes.</summary>
internal sealed record CompareOptions
{
    /// <summary>The Release executable of the bot.</summary>
    public required string Bot { get; init; }

    /// <summary>Further arguments of the bot.</summary>
    public required IReadOnlyList<string> BotArguments { get; init; }

    /// <summary>Folder of the peer, with its packages installed.</summary>
    public required string Peer { get; init; }

    /// <summary>Script played to the bot.</summary>
    public required string BotScript { get; init; }

    /// <summary>Script played to the peer.</summary>
    public required string PeerScript { get; init; }

    /// <summary>Markdown file to write.</summary>
    public required string Report { get; init; }

    /// <summary>Folder, on the disk to be measured, in which each server gets a fresh folder.</summary>
    public required string Work { get; init; }

    /// <summary>Rounds, each of the bot and then the peer.</summary>
    public required int Rounds { get; init; }

    public required int Connections { get; init; }

    public required TimeSpan Warmup { get; init; }

    public required TimeSpan Measured { get; init; }

    /// <summary>Practitioners of the invented clinic.</summary>
    public required int Practitioners { get; init; }

    public required int BotPort { get; init; }

    /// <summary>Where the bot is told that the connector is; nobody listens there, since replies come back in the response.</summary>
    public required int ConnectorPort { get; init; }

    public required int PeerPort { get; init; }
}
