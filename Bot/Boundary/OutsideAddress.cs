using ChatbotSante.Bot.Ports;

namespace ChatbotSante.Bot.Boundary;

/// <summary>One address outside the boundary, as it is configured.</summary>
public sealed record OutsideAddress
{
    /// <summary>The whole address that messages are posted to: https, without query.</summary>
    public string Url { get; init; } = string.Empty;

    /// <summary>The fields that it may receive. Default: none, which is refused.</summary>
    public IReadOnlyList<OutsideField> Fields { get; init; } = [];

    /// <summary>The networks that its name may resolve into. Default: public addresses only.</summary>
    public IReadOnlyList<string> Networks { get; init; } = [];

    /// <summary>Longest answer read, in bytes, in [0, 1 MiB]. Default: 64 KiB.</summary>
    public int MaxResponseBytes { get; init; } = 64 * 1024;

    /// <summary>Longest wait for the whole answer, in [100 ms, 60 s]. Default: 10 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);
}
