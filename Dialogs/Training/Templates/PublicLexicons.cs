using ChatbotSante.Redaction;

namespace ChatbotSante.Training.Templates;

/// <summary>
/// Names, communes and drugs published by INSEE, data.gouv.fr and the public drug database, read from a folder that is not part
/// of the project.
/// </summary>
internal sealed class PublicLexicons
{
    /// <summary>Names of laboratories that follow the name of a generic drug, and forms: no part of what a patient says.</summary>
    private const int LaboratoryCount = 12;

    private PublicLexicons(string folder)
    {
        Surnames =
        [
            .. Lines(folder, "insee_surnames.txt").Where(name => name.Length is > 1 and < 20),
        ];
        RecentFirstNames =
        [
            .. Columns(folder, "firstnames_insee_recent.tsv", 0).Where(name => name.Length > 1),
        ];
        FirstNames =
        [
            .. Columns(folder, "firstnames_datagouv.tsv", 0)
                .Select(name => name.Split(" (")[0])
                .Where(name => name.Length > 2)
                .Distinct(StringComparer.Ordinal),
        ];
        Communes = [.. Columns(folder, "communes.tsv", 0).Distinct(StringComparer.Ordinal)];
        Brands = Drugs(Lines(folder, "bdpm_brands.txt"));
        Substances =
        [
            .. Lines(folder, "bdpm_substances.txt")
                .Where(name =>
                    !name.Contains('(', StringComparison.Ordinal)
                    && !name.Contains("POUR PRÉPARATIONS", StringComparison.Ordinal)
                )
                .Where(name => name.Count(c => c == ' ') < 3 && !name.Any(char.IsAsciiDigit))
                .Select(name => name.Replace(" BASE", string.Empty, StringComparison.Ordinal)),
        ];
    }

    [OperationalData]
    public IReadOnlyList<string> Surnames { get; }

    /// <summary>First names given lately in France, as written.</summary>
    public IReadOnlyList<string> RecentFirstNames { get; }

    /// <summary>First names of the world, in lower case.</summary>
    public IReadOnlyList<string> FirstNames { get; }

    public IReadOnlyList<string> Communes { get; }

    /// <summary>Drugs as a patient names them: without the laboratory.</summary>
    public IReadOnlyList<string> Brands { get; }

    public IReadOnlyList<string> Substances { get; }

    /// <exception cref="FileNotFoundException">A lexicon is missing.</exception>
    public static PublicLexicons Read(string folder) => new(folder);

    private static List<string> Drugs(IEnumerable<string> lines)
    {
        var names = lines
            .Where(name =>
                !name.Any(char.IsAsciiDigit) && char.IsLetter(name[0]) && name.Length > 3
            )
            .Select(name => name.Split(' '))
            .ToList();
        var laboratories = names
            .SelectMany(words => words.Skip(1))
            .GroupBy(word => word, StringComparer.Ordinal)
            .Where(group => group.Count() >= LaboratoryCount)
            .Select(group => group.Key)
            .ToHashSet(StringComparer.Ordinal);
        string[] homeopaths = ["BOIRON", "LEHNING", "WELEDA", "FERRIER", "ROCAL"];
        return
        [
            .. names
                .Where(words => !words.Any(homeopaths.Contains))
                .Select(words =>
                    string.Join(
                        ' ',
                        words.TakeWhile((word, i) => i == 0 || !laboratories.Contains(word)).Take(2)
                    )
                )
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> Columns(string folder, string file, int column) =>
        Lines(folder, file).Select(line => line.Split('\t')[column]);

    private static IEnumerable<string> Lines(string folder, string file) =>
        File.ReadLines(Path.Combine(folder, file))
            .Select(line => line.Trim())
            .Where(line => line.Length > 0);
}
