namespace ChatbotSante.Bot.Governance;

/// <summary>What one stored field is, why it is kept, how long, and how it is protected.</summary>
/// <param name="Field"><c>table.column</c>, or <c>type.property</c> of a sealed record, or a kind of file.</param>
/// <param name="Category">Kind of data, with its degree S0–S3.</param>
/// <param name="Purpose">Why it is kept.</param>
/// <param name="LegalBasis">Article of the RGPD.</param>
/// <param name="Retention">How long.</param>
/// <param name="Sealing">How it is protected.</param>
internal sealed record DataMapEntry(
    string Field,
    string Category,
    string Purpose,
    string LegalBasis,
    string Retention,
    SealingKind Sealing
);
