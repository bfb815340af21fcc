namespace ChatbotSante.Bot.Boundary;

/// <summary>
/// Where this program may connect to. Section <c>Boundary</c>. Nowhere by default; in Development, every port of this machine is
/// inside.
/// </summary>
public sealed class BoundaryOptions
{
    /// <summary>Hosts of the clinic's own certified hosting: anything may be sent to them. Default: none.</summary>
    public IReadOnlyList<InsideHost> Inside { get; init; } = [];

    /// <summary>Addresses elsewhere, and the fields that each may receive; never free text. Default: none.</summary>
    public IReadOnlyList<OutsideAddress> Outside { get; init; } = [];

    /// <summary>Origin of the public site, such as <c>https://patients.clinique.example</c>: the only one whose links may be sent
    /// outside. Default: none, and then no link is.</summary>
    public string OwnOrigin { get; init; } = string.Empty;
}
