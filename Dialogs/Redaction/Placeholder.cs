using System.Collections.Frozen;

namespace ChatbotSante.Redaction;

/// <summary>What stands in the place of a piece of personal data: what kind it was, in French capitals.</summary>
public static class Placeholder
{
    /// <summary>One word for all that is of health: which kind it was is health data too.</summary>
    private const string Health = "[SANTE]";

    private static readonly FrozenDictionary<DataCategory, string> All = new Dictionary<
        DataCategory,
        string
    >
    {
        [DataCategory.Name] = "[NOM]",
        [DataCategory.BirthDate] = "[DATE_NAISSANCE]",
        [DataCategory.Nir] = "[NIR]",
        [DataCategory.Ins] = "[INS]",
        [DataCategory.FileNumber] = "[DOSSIER]",
        [DataCategory.Phone] = "[TELEPHONE]",
        [DataCategory.Email] = "[COURRIEL]",
        [DataCategory.Address] = "[ADRESSE]",
        [DataCategory.Location] = "[LIEU]",
        [DataCategory.Iban] = "[IBAN]",
        [DataCategory.Card] = "[CARTE]",
        [DataCategory.IdDocument] = "[PIECE_IDENTITE]",
        [DataCategory.Online] = "[EN_LIGNE]",
        [DataCategory.Plate] = "[PLAQUE]",
        [DataCategory.Secret] = "[SECRET]",
        [DataCategory.Age] = "[AGE]",
        [DataCategory.ProId] = "[IDENTIFIANT_PRO]",
        [DataCategory.InsurerId] = "[ASSURANCE]",
        [DataCategory.Date] = "[DATE]",
        [DataCategory.Symptom] = Health,
        [DataCategory.Condition] = Health,
        [DataCategory.Drug] = Health,
        [DataCategory.Dose] = Health,
        [DataCategory.Procedure] = Health,
        [DataCategory.Result] = Health,
        [DataCategory.Measure] = Health,
        [DataCategory.Pregnancy] = Health,
        [DataCategory.Mental] = Health,
        [DataCategory.Substance] = Health,
        [DataCategory.Allergy] = Health,
        [DataCategory.Disability] = Health,
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names = FrozenSet
        .ToFrozenSet(
            All.Values.Append(PatientText.Mask).Append("[CODE]").Distinct(StringComparer.Ordinal),
            StringComparer.Ordinal
        )
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The placeholder of a category.</summary>
    /// <exception cref="KeyNotFoundException">The category has none.</exception>
    public static string Of(DataCategory category) => All[category];

    /// <summary>Length of the placeholder with which a text begins, or 0: any of this table, what an identifier prints, or
    /// <c>[REDACTED:n]</c>.</summary>
    internal static int LengthAtStart(ReadOnlySpan<char> text)
    {
        const string withheld = "[REDACTED:";
        var end = text[..Math.Min(text.Length, 24)].IndexOf(']');
        if (end < 0)
        {
            return 0;
        }

        var candidate = text[..(end + 1)];
        return
            Names.Contains(candidate)
            || (
                candidate.StartsWith(withheld, StringComparison.Ordinal)
                // A code has six digits, and may begin with any.
                && candidate[withheld.Length..^1] is { Length: > 0 and <= 5 } length
                && !length.ContainsAnyExceptInRange('0', '9')
            )
            ? candidate.Length
            : 0;
    }
}
