namespace ChatbotSante.Redaction;

/// <summary>The degree of a message, from what it holds.</summary>
internal static class Degrees
{
    private static readonly CategorySet VerySensitive = CategorySet.Of(
        DataCategory.Mental,
        DataCategory.Pregnancy,
        DataCategory.Substance
    );

    /// <param name="categories">Every category found.</param>
    /// <param name="hasSensitiveWord">Whether a word of degree S3 was found in another category: HIV, genetics.</param>
    public static SensitivityDegree Of(CategorySet categories, bool hasSensitiveWord) =>
        hasSensitiveWord || categories.Overlaps(VerySensitive) ? SensitivityDegree.S3
        : categories.Overlaps(CategorySet.Health) ? SensitivityDegree.S2
        : categories.IsEmpty ? SensitivityDegree.S0
        : SensitivityDegree.S1;
}
