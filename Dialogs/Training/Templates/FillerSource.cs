using System.Globalization;

namespace ChatbotSante.Training.Templates;

/// <summary>What fills the blanks that no rule fills: names, communes and drugs of the public lexicons, numbers of every kind.</summary>
internal sealed class FillerSource(PublicLexicons lexicons, IReadOnlyList<string> verbs)
{
    private static readonly string[] Months =
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ];

    private static readonly TextInfo French = CultureInfo.GetCultureInfo("fr-FR").TextInfo;

    private readonly Dictionary<string, Func<SeededRandom, string>> _sources = new(
        StringComparer.Ordinal
    )
    {
        ["anyfirst"] = random => French.ToTitleCase(random.Pick(lexicons.FirstNames)),
        ["recentfirst"] = random => random.Pick(lexicons.RecentFirstNames),
        ["anylast"] = random => French.ToTitleCase(random.Pick(lexicons.Surnames)),
        ["ANYLAST"] = random => French.ToUpper(random.Pick(lexicons.Surnames)),
        ["commune"] = random => random.Pick(lexicons.Communes),
        ["brand"] = random => Written(random.Pick(lexicons.Brands), random),
        ["substance"] = random => random.Pick(lexicons.Substances).ToLowerInvariant(),
        ["phone"] = Phone,
        ["birthdate"] = random => Date(random, 1925, 2022),
        ["date"] = random => Date(random, 2024, 2027),
        ["daymonth"] = random => $"{random.Between(1, 31)} {random.Pick(Months)}",
        ["month"] = random => random.Pick(Months),
        ["nir"] = Nir,
        ["postcode"] = random =>
            $"{random.Between(1, 95):00}{random.Pick(["000", "100", "200", "300", "400", "500", "120", "250", "310", "640", "730"])}",
        ["vinf"] = random => random.Pick(verbs)[..^2] + "er",
        ["v1"] = random => random.Pick(verbs)[..^2] + "e",
        ["v3"] = random => random.Pick(verbs)[..^2] + "e",
        ["v5"] = random => random.Pick(verbs)[..^2] + "ez",
        ["vpp"] = random => random.Pick(verbs)[..^2] + "é",
        ["vant"] = random => random.Pick(verbs)[..^2] + "ant",
        ["initial"] = random => ((char)('A' + random.Below(26))).ToString(),
        ["spelled"] = random =>
            string.Join(' ', random.Pick(lexicons.Surnames).Where(char.IsLetter)),
        ["email"] = random =>
            $"{random.Pick(lexicons.RecentFirstNames).ToLowerInvariant()}.{random.Pick(lexicons.Surnames).Replace(' ', '-')}@{random.Pick(["exemple.fr", "courriel.example", "mail.example", "poste.example"])}",
        ["ref"] = random =>
            random.Between(100_000, 99_999_999).ToString(CultureInfo.InvariantCulture),
    };

    public IReadOnlySet<string> Names => _sources.Keys.ToHashSet(StringComparer.Ordinal);

    public string Next(string name, SeededRandom random) => _sources[name](random);

    private static string Written(string brand, SeededRandom random) =>
        random.Below(3) switch
        {
            0 => brand,
            1 => brand.ToLowerInvariant(),
            _ => French.ToTitleCase(brand.ToLowerInvariant()),
        };

    /// <summary>Numbers that the regulator keeps for fiction.</summary>
    private static string Phone(SeededRandom random)
    {
        var separator = random.Pick([" ", " ", "", ".", "-"]);
        string[] start = random.Pick<string[]>([
            ["06", "39", "98"],
            ["02", "61", "91"],
            ["01", "99", "00"],
        ]);
        return string.Join(
            separator,
            start.Append($"{random.Between(0, 99):00}").Append($"{random.Between(0, 99):00}")
        );
    }

    private static string Date(SeededRandom random, int from, int to)
    {
        var (day, month, year) = (
            random.Between(1, 28),
            random.Between(1, 12),
            random.Between(from, to)
        );
        return random.Below(5) switch
        {
            0 => $"{day:00}/{month:00}/{year}",
            1 => $"{day}/{month}/{year % 100:00}",
            2 => $"{day:00}.{month:00}.{year}",
            _ => $"{day} {Months[month - 1]} {year}",
        };
    }

    private static string Nir(SeededRandom random) =>
        $"{random.Between(1, 2)} {random.Between(0, 99):00} {random.Between(1, 12):00} {random.Between(1, 95):00} {random.Between(1, 990):000} {random.Between(1, 990):000} {random.Between(1, 97):00}";
}
