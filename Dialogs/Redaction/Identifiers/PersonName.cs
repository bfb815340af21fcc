namespace ChatbotSante.Redaction;

/// <summary>A declared surname and first name. Prints masked.</summary>
[IdentityData]
public sealed record PersonName
{
    /// <summary>Longest surname or first name kept, in UTF-16 code units.</summary>
    public const int MaxPartLength = 60;

    private readonly string _family;
    private readonly string _given;

    private PersonName(string family, string given)
    {
        _family = family;
        _given = given;
    }

    /// <summary>Makes a name of what a person declared; letters, spaces, hyphens and apostrophes only.</summary>
    /// <returns>False when a part is empty, too long or holds anything else; <paramref name="name"/> is then null.</returns>
    public static bool TryCreate(string family, string given, out PersonName? name)
    {
        name = IsPart(family) && IsPart(given) ? new PersonName(Tidy(family), Tidy(given)) : null;
        return name is not null;
    }

    /// <summary>Surname.</summary>
    public string RevealFamily() => _family;

    /// <summary>First name.</summary>
    public string RevealGiven() => _given;

    public override string ToString() => "[NOM]";

    private static bool IsPart(string part) =>
        !string.IsNullOrWhiteSpace(part)
        && part.Length <= MaxPartLength
        && part.All(c => char.IsLetter(c) || c is ' ' or '-' or '\'' or '\u2019');

    /// <summary>As a French reader expects a name: a capital at each part, the rest in small letters.</summary>
    private static string Tidy(string part) =>
        string.Create(
            part.Length,
            part,
            static (span, source) =>
            {
                var start = true;
                for (var i = 0; i < source.Length; i++)
                {
                    span[i] = start
                        ? char.ToUpperInvariant(source[i])
                        : char.ToLowerInvariant(source[i]);
                    start = !char.IsLetter(source[i]);
                }
            }
        );
}
