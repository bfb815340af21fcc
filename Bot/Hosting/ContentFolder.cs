using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Care.Sheets;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Dialogs.Nlu.Emergencies;
using ChatbotSante.Dialogs.Nlu.Slots;

namespace ChatbotSante.Bot.Hosting;

/// <summary>Opens the content's files for those who read them.</summary>
internal static class ContentFolder
{
    private const string Language = "fr-FR";

    private static string Root => Path.Combine(AppContext.BaseDirectory, "Content", Language);

    /// <exception cref="ContentException">A file is missing or unreadable.</exception>
    public static ReplyCatalog Replies()
    {
        return ContentReader.Replies(Files(Path.Combine(Root, "replies"), "*.yml"));
    }

    /// <exception cref="ContentException">The file is missing or unreadable.</exception>
    public static EmergencyDetector Emergencies(SpellingRules spelling)
    {
        const string name = "urgences.yml";
        return Compile(
            name,
            () =>
                new EmergencyDetector(
                    ContentReader.Emergencies(
                        name,
                        Open(() => File.ReadAllText(Path.Combine(Root, "lexicon", name)))
                    ),
                    spelling,
                    EmergencyModel.Load()
                )
        );
    }

    /// <exception cref="ContentException">The file is missing or unreadable.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Specialties() =>
        Lexicon("specialites.yml");

    /// <exception cref="ContentException">The file is missing or unreadable.</exception>
    public static SpellingRules Spelling()
    {
        const string name = "orthographe.yml";
        return ContentReader.Spelling(
            name,
            Open(() => File.ReadAllText(Path.Combine(Root, "lexicon", name)))
        );
    }

    /// <summary>The reader of a request's slots, for the practitioners of a clinic.</summary>
    /// <exception cref="ContentException">A file is missing or unreadable.</exception>
    public static BookingSlotReader BookingSlots(SpellingRules spelling, Clinic clinic)
    {
        var departments = Lexicon("soins.yml");
        var reasons = Lexicon("motifs.yml");
        return Compile(
            "motifs.yml",
            () =>
                new BookingSlotReader(
                    Compile("soins.yml", () => new SpecialtyLexicon(departments, spelling)),
                    new PractitionerNames(
                        clinic.Practitioners.Select(one => one.Name).OfType<string>()
                    ),
                    reasons["motifs"]
                )
        );
    }

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> Lexicon(string name) =>
        ContentReader.Specialties(
            name,
            Open(() => File.ReadAllText(Path.Combine(Root, "lexicon", name)))
        );

    /// <summary>The rehearsals that ship, by name.</summary>
    public static string[] Rehearsals() =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Root, "rehearsals"), "*.yml")
                .Order(StringComparer.Ordinal),
        ];

    /// <exception cref="ContentException">A file is missing or unreadable.</exception>
    public static IntentRules Intents(SpellingRules spelling)
    {
        var lexicon = ContentReader.Intents(Files(Path.Combine(Root, "intents"), "*.yml"));
        return Compile("intents", () => new IntentRules(lexicon, spelling));
    }

    /// <summary>The sheets that may be served.</summary>
    /// <param name="clinicFile">As for <see cref="ReadSheets"/>.</param>
    /// <param name="servesDemonstration">Whether invented sheets are served.</param>
    /// <exception cref="ContentException">A file is unreadable.</exception>
    /// <exception cref="SheetException">A sheet was changed after it was signed.</exception>
    public static SheetCatalog Sheets(string clinicFile, bool servesDemonstration) =>
        new(ReadSheets(clinicFile), servesDemonstration);

    /// <summary>The sheets that ship, then those of the clinic: the folder <c>sheets</c> beside its file.</summary>
    /// <param name="clinicFile">Path of the clinic's file; empty for the demonstration's.</param>
    /// <exception cref="ContentException">A file is unreadable.</exception>
    public static IReadOnlyList<Sheet> ReadSheets(string clinicFile)
    {
        var files = Files(Path.Combine(Root, "sheets"), "*.md");
        if (
            clinicFile.Length > 0
            && Path.GetDirectoryName(Path.GetFullPath(clinicFile)) is { } folder
            && Path.Combine(folder, "sheets") is var own
            && Directory.Exists(own)
        )
        {
            files = [.. files, .. Files(own, "*.md")];
        }

        return [.. files.Select(file => ContentReader.Sheet(file.Name, file.Text))];
    }

    private static (string Name, string Text)[] Files(string folder, string pattern) =>
        Open(() =>
            Directory
                .EnumerateFiles(folder, pattern)
                .Order(StringComparer.Ordinal)
                .Select(file => (Path.GetFileName(file), File.ReadAllText(file)))
                .ToArray()
        );

    /// <summary>A wording that is not in the notation is a fault of its file.</summary>
    private static T Compile<T>(string name, Func<T> compile)
    {
        try
        {
            return compile();
        }
        catch (FormatException inner)
        {
            throw new ContentException(name, inner);
        }
    }

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
