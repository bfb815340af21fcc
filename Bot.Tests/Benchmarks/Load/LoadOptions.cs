namespace ChatbotSante.Benchmarks.Load;

/// <summary>What to play, how long, against whom.</summary>
internal sealed record LoadOptions
{
    /// <summary>Where activities are posted; http and an IPv4 address, no name.</summary>
    public required Uri Url { get; init; }

    public required Script Script { get; init; }

    public required BookingPlan Plan { get; init; }

    /// <summary>Connections, each with one request in flight, in [1, 1024].</summary>
    public int Connections { get; init; } = 16;

    /// <summary>Time played before anything is counted.</summary>
    public TimeSpan Warmup { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Time that is counted.</summary>
    public TimeSpan Measured { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Number of the first conversation; what came before it is left to others.</summary>
    public long FirstConversation { get; init; }

    /// <summary>The server's process, for its processor time and memory; null when it is not on this machine.</summary>
    public int? ServerPid { get; init; }
}
