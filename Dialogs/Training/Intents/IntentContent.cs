using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Dialogs.Nlu.Emergencies;

namespace ChatbotSante.Training.Intents;

/// <summary>What of the content has a say in intents, read from the folder of a language.</summary>
internal sealed class IntentContent
{
    public IntentContent(string folder)
    {
        var lexicon = Path.Combine(folder, "lexicon");
        var spelling = ContentReader.Spelling(
            "orthographe.yml",
            File.ReadAllText(Path.Combine(lexicon, "orthographe.yml"))
        );
        Wordings = new IntentRules(
            ContentReader.Intents(
                Directory
                    .EnumerateFiles(Path.Combine(folder, "intents"), "*.yml")
                    .Order(StringComparer.Ordinal)
                    .Select(file => (Path.GetFileName(file), File.ReadAllText(file)))
            ),
            spelling
        );
        Emergencies = new EmergencyDetector(
            ContentReader.Emergencies(
                "urgences.yml",
                File.ReadAllText(Path.Combine(lexicon, "urgences.yml"))
            ),
            spelling,
            EmergencyModel.Load()
        );
        Phrases = PhraseBook.Read(Path.Combine(folder, "intents", "phrases"));
    }

    public IntentRules Wordings { get; }

    public EmergencyDetector Emergencies { get; }

    public PhraseBook Phrases { get; }
}
