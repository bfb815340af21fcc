namespace ChatbotSante.Redaction;

/// <summary>
/// The labels of a token: outside, or the beginning or the inside of a span of one category. Fifteen categories, so that outside
/// with the beginnings, and the insides, each fill one vector of sixteen lanes.
/// </summary>
internal static class TagLabels
{
    /// <summary>Lanes of one row of weights: outside, fifteen beginnings, one unused, fifteen insides.</summary>
    public const int Count = 32;

    /// <summary>Lanes of one vector.</summary>
    public const int Half = 16;

    public const int Outside = 0;

    /// <summary>The lane that is no label.</summary>
    public const int Unused = Half;

    /// <summary>Categories in the order of their lanes. The order is part of the weights' format.</summary>
    private static readonly DataCategory[] Categories =
    [
        DataCategory.Name,
        DataCategory.Location,
        DataCategory.Address,
        DataCategory.Symptom,
        DataCategory.Condition,
        DataCategory.Drug,
        DataCategory.Dose,
        DataCategory.Procedure,
        DataCategory.Result,
        DataCategory.Measure,
        DataCategory.Pregnancy,
        DataCategory.Mental,
        DataCategory.Substance,
        DataCategory.Allergy,
        DataCategory.Disability,
    ];

    /// <summary>Every category that the tagger knows.</summary>
    public static ReadOnlySpan<DataCategory> All => Categories;

    public static DataCategory CategoryOf(int label) => Categories[(label % Half) - 1];

    public static bool IsInside(int label) => label > Unused;

    public static int Beginning(DataCategory category) =>
        Array.IndexOf(Categories, category) is >= 0 and var index
            ? index + 1
            : throw new ArgumentOutOfRangeException(
                nameof(category),
                "The tagger has no label for it."
            );

    public static int Inside(DataCategory category) => Beginning(category) + Half;

    /// <summary>Whether one label may follow another: an inside continues a span of its own category.</summary>
    public static bool MayFollow(int previous, int next) =>
        next != Unused && previous != Unused && (!IsInside(next) || previous % Half == next % Half);
}
