namespace ChatbotSante.Bot.Boundary;

/// <summary>One host inside the boundary, as it is configured.</summary>
public sealed record InsideHost
{
    /// <summary><c>sql.clinique.example:5432</c> for any protocol; <c>https://login.clinique.example</c> for that one alone;
    /// <c>10.1.0.0/16:11111</c> for the addresses of a network.</summary>
    public string Host { get; init; } = string.Empty;

    /// <summary>The networks that its name may resolve into, such as <c>10.1.0.0/16</c>. Default: the private ones (RFC 1918,
    /// RFC 4193). An address given as such stands for itself, and <c>localhost</c> for this machine.</summary>
    public IReadOnlyList<string> Networks { get; init; } = [];
}
