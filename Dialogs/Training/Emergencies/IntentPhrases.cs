using System.Text.RegularExpressions;
using ChatbotSante.Training.Templates;

namespace ChatbotSante.Training.Emergencies;

/// <summary>
/// What people say who want something else: the phrases that intents are learned from, as templates without danger. Those of
/// the intent « emergency » are left out, and those of signs that nobody can call harmless without asking.
/// </summary>
internal static partial class IntentPhrases
{
    public const string Theme = "intents";

    private const string Emergency = "emergency";
    private const string Slots = "slots";

    private static readonly string[] Unsettled =
    [
        "uriner",
        "vertige",
        "en double",
        "au lieu d'un",
        "me serre",
        "mes doigts",
        "mon pied il gonfle",
        "lâché",
        "péridurale",
        "phlébite",
        "de la fievre",
        "au secours",
        "à l'aide",
        "aidez-moi",
        "aidé moi",
    ];

    /// <param name="folder">One file an intent, and <c>slots.txt</c>, what their blanks stand for.</param>
    /// <exception cref="TrainingException">The folder is not there, or a phrase cannot be read.</exception>
    public static IReadOnlyList<Template> Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new TrainingException(
                $"The phrases of intents are not in {folder}: give their folder with --phrases."
            );
        }

        var slots = Lines(Path.Combine(folder, $"{Slots}.txt"))
            .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .ToDictionary(
                parts => parts[0],
                parts =>
                    $"({string.Join('|', parts[1].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(IsSettled))})",
                StringComparer.Ordinal
            );
        return
        [
            .. Directory
                .EnumerateFiles(folder, "*.txt")
                .Where(file => Path.GetFileNameWithoutExtension(file) is not (Emergency or Slots))
                .Order(StringComparer.Ordinal)
                .SelectMany(Lines)
                .Where(IsSettled)
                .Select(line => Filled(line, slots))
                .Select(source => new Template(
                    Theme,
                    IsClean: true,
                    [],
                    source,
                    TemplateParser.Parse(source)
                )),
        ];
    }

    private static bool IsSettled(string phrase) =>
        !Array.Exists(Unsettled, words => phrase.Contains(words, StringComparison.Ordinal));

    private static string Filled(string line, Dictionary<string, string> slots) =>
        Blank()
            .Replace(
                line,
                blank =>
                    slots.TryGetValue(blank.Groups[1].Value, out var choices)
                        ? choices
                        : throw new TrainingException($"There is no slot {blank.Value}.")
            );

    private static IEnumerable<string> Lines(string file) =>
        File.ReadLines(file)
            .Select(line => line.Trim())
            .Where(line => line.Length > 0 && line[0] != '#');

    [GeneratedRegex(
        @"\{([a-z]+)\}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Blank();
}
