using System.Globalization;

namespace ChatbotSante.Redaction;

/// <summary>A declared date of birth. Prints masked.</summary>
[IdentityData]
public readonly record struct BirthDate
{
    private readonly DateOnly _date;

    private BirthDate(DateOnly date) => _date = date;

    /// <summary>Makes a date of birth; refuses the future and more than 125 years ago.</summary>
    public static bool TryCreate(DateOnly date, DateOnly today, out BirthDate birthDate)
    {
        var plausible = date <= today && date > today.AddYears(-125);
        birthDate = plausible ? new BirthDate(date) : default;
        return plausible;
    }

    /// <summary>The date itself.</summary>
    public DateOnly Reveal() => _date;

    /// <summary>The date in ISO 8601, as it is sealed.</summary>
    public string RevealIso() => _date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public override string ToString() => "[DATE_NAISSANCE]";
}
