using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu.Emergencies;

namespace ChatbotSante.Bot.Hosting;

/// <summary>Opens the content's files for those who read them.</summary>
internal static class ContentFolder
{
    private const string Language = "fr-FR";

    private static string Root => Path.Combine(AppContext.BaseDirectory, "Content", Language);

    /// <exception cref="ContentException">A file is missing or unreadable.</exception>
    public static ReplyCatalog Replies()
    {
        var files = Open(() =>
            Directory
                .EnumerateFiles(Path.Combine(Root, "replies"), "*.yml")
                .Order(StringComparer.Ordinal)
                .ToArray()
        );
        return ContentReader.Replies(
            files.Select(file => (Path.GetFileName(file), Open(() => File.ReadAllText(file))))
        );
    }

    /// <exception cref="ContentException">The file is missing or unreadable.</exception>
    public static EmergencyDetector Emergencies()
    {
        const string name = "urgences.yml";
        return new EmergencyDetector(
            ContentReader.Emergencies(
                name,
                Open(() => File.ReadAllText(Path.Combine(Root, "lexicon", name)))
            )
        );
    }

    /// <summary>The rehearsals that ship, by name.</summary>
    public static string[] Rehearsals() =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Root, "rehearsals"), "*.yml")
                .Order(StringComparer.Ordinal),
        ];

    private static T Open<T>(Func<T> open)
    {
        try
        {
            return open();
        }
        catch (IOException inner)
        {
            throw new ContentException(Language, inner);
        }
    }
}
