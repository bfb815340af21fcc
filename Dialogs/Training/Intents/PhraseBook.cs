using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Training.Templates;

namespace ChatbotSante.Training.Intents;

/// <summary>The phrases of <c>Content/fr-FR/intents/phrases</c>: a file a label, and what their blanks stand for.</summary>
internal sealed class PhraseBook
{
    private const string SlotFile = "slots.txt";

    private PhraseBook(
        IReadOnlyList<string> labels,
        IReadOnlyList<Phrase> phrases,
        IReadOnlyDictionary<string, IReadOnlyList<TemplateNode>> slots
    ) => (Labels, Phrases, Slots) = (labels, phrases, slots);

    /// <summary>In the order of their names.</summary>
    public IReadOnlyList<string> Labels { get; }

    public IReadOnlyList<Phrase> Phrases { get; }

    /// <summary>What each blank stands for.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<TemplateNode>> Slots { get; }

    /// <exception cref="TrainingException">A file cannot be read; the message names it and the line.</exception>
    public static PhraseBook Read(string folder)
    {
        var slots = Lines(Path.Combine(folder, SlotFile))
            .Select(Slot)
            .ToDictionary(StringComparer.Ordinal);
        var files = Directory
            .EnumerateFiles(folder, "*.txt")
            .Where(file => Path.GetFileName(file) != SlotFile)
            .Order(StringComparer.Ordinal)
            .ToArray();
        var labels = files.Select(file => Path.GetFileNameWithoutExtension(file)).ToArray();
        var phrases = new List<Phrase>();
        foreach (var (label, file) in files.Index())
        {
            if (!IntentLabels.IsKnown(labels[label]))
            {
                throw new TrainingException($"{Path.GetFileName(file)}: no intent has that label.");
            }

            phrases.AddRange(
                Lines(file)
                    .Select(
                        (line, at) =>
                            new Phrase(label, phrases.Count + at, TemplateParser.Parse(line))
                    )
            );
        }

        return new PhraseBook(labels, phrases, slots);
    }

    private static KeyValuePair<string, IReadOnlyList<TemplateNode>> Slot(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon > 0
            ? new(
                line[..colon],
                [
                    .. line[(colon + 1)..]
                        .Split(';', StringSplitOptions.TrimEntries)
                        .Select(TemplateParser.Parse),
                ]
            )
            : throw new TrainingException(
                $"{SlotFile}: « name: one; other » is wanted, not « {line} »."
            );
    }

    private static IEnumerable<string> Lines(string file) =>
        File.ReadLines(file)
            .Select(line => line.Trim())
            .Where(line => line.Length > 0 && line[0] != '#');
}
