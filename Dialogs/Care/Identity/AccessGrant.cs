using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Care.Identity;

/// <summary>What this conversation may open, after a code was typed back.</summary>
/// <param name="Scope">The appointments.</param>
/// <param name="Phone">The number that received the code: where a change is confirmed to.</param>
/// <param name="Until">When it ends.</param>
public sealed record AccessGrant(
    AccessScope Scope,
    [property: IdentityData] PhoneNumber Phone,
    DateTimeOffset Until
)
{
    /// <summary>How long a verified person is not asked again.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(30);
}
