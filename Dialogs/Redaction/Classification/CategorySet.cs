using System.Numerics;

namespace ChatbotSante.Redaction;

/// <summary>A set of <see cref="DataCategory"/>: what a question permits, or what a message holds.</summary>
public readonly record struct CategorySet
{
    private readonly ulong _bits;

    private CategorySet(ulong bits) => _bits = bits;

    /// <summary>No category: a question that asks for nothing personal.</summary>
    public static CategorySet None => default;

    /// <summary>Every health category.</summary>
    public static CategorySet Health { get; } = new(~0UL << (int)DataCategory.Symptom);

    /// <summary>The number of categories in the set, in [0, 64].</summary>
    public int Count => BitOperations.PopCount(_bits);

    public bool IsEmpty => _bits == 0;

    public static CategorySet Of(params ReadOnlySpan<DataCategory> categories)
    {
        var bits = 0UL;
        foreach (var category in categories)
        {
            bits |= Bit(category);
        }

        return new CategorySet(bits);
    }

    public bool Contains(DataCategory category) => (_bits & Bit(category)) != 0;

    public bool Overlaps(CategorySet other) => (_bits & other._bits) != 0;

    public CategorySet Union(CategorySet other) => new(_bits | other._bits);

    public CategorySet With(DataCategory category) => new(_bits | Bit(category));

    public CategorySet Except(CategorySet other) => new(_bits & ~other._bits);

    public override string ToString() =>
        string.Join(
            ' ',
            Enum.GetValues<DataCategory>().Where(Contains).Select(category => category.ToString())
        );

    private static ulong Bit(DataCategory category) => 1UL << (int)category;
}
