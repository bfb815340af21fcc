using ChatbotSante.Redaction;

namespace ChatbotSante.Tests.Redaction.Evaluation;

/// <summary>A category as the sets write it: <c>FILE_NUMBER</c>.</summary>
internal static class CategoryName
{
    public static string Of(DataCategory category) =>
        category == DataCategory.BirthDate
            ? "BIRTHDATE"
            : string.Concat(
                category
                    .ToString()
                    .Select(
                        (c, i) =>
                            i > 0 && char.IsUpper(c) ? $"_{c}" : char.ToUpperInvariant(c).ToString()
                    )
            );
}
