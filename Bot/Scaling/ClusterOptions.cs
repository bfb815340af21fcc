namespace ChatbotSante.Bot.Scaling;

/// <summary>How nodes find each other. Section <c>Cluster</c>. One node alone by default.</summary>
public sealed class ClusterOptions
{
    /// <summary>Redis of the cluster's membership (no patient data goes there). Empty: one node alone.</summary>
    public string Redis { get; init; } = string.Empty;

    /// <summary>Name of the cluster.</summary>
    public string Id { get; init; } = "chatbotsante";

    /// <summary>Address this node is reached at by the others. Default: loopback.</summary>
    public string Address { get; init; } = "127.0.0.1";

    /// <summary>Port between nodes; 0 takes a free one.</summary>
    public int SiloPort { get; init; }
}
