using ChatbotSante.Bot.Hosting;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Dialogs.Nlu.Emergencies;
using ChatbotSante.Dialogs.Nlu.Intents;
using ChatbotSante.Dialogs.Nlu.Slots;
using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Commands.Understand;

/// <summary>All that the bot understands of a sentence said to it first, with nothing open.</summary>
internal sealed class SentenceUnderstander
{
    private readonly RedactionEngine _redaction;
    private readonly SimpleUnderstander _understander;
    private readonly EmergencyDetector _emergencies;
    private readonly BookingSlotReader _slots;

    /// <param name="clinic">Whose vocabulary is heard.</param>
    public SentenceUnderstander(Clinic clinic)
    {
        Clinic = clinic;
        var spelling = ContentFolder.Spelling();
        _redaction = RedactionEngine.Create(ClinicCleanList.Of(clinic));
        _emergencies = ContentFolder.Emergencies(spelling);
        _slots = ContentFolder.BookingSlots(spelling, clinic);
        var vocabulary = new ClinicVocabulary(clinic, ContentFolder.Specialties());
        _understander = new SimpleUnderstander(
            vocabulary,
            new ClinicRequestReader(clinic, vocabulary, _slots),
            ContentFolder.Intents(spelling),
            new IntentReader(IntentClassifier.Create()),
            new ActVocabulary(
                ContentFolder
                    .Sheets(string.Empty, servesDemonstration: true)
                    .Served.Select(sheet => (sheet.Id, sheet.Acts)),
                spelling
            )
        );
    }

    public Clinic Clinic { get; }

    /// <param name="sentence">What is said.</param>
    /// <param name="now">The clinic's local time, where the sentence names none.</param>
    public (Understanding Heard, BookingSlots Slots) Understand(Sentence sentence, DateTime now)
    {
        var text = FoldedText.Of(sentence.Text.Reveal());
        var classification = _redaction.Classify(text, new RedactionContext());
        var reference = sentence.Reference ?? now;
        var heard = _understander.Understand(
            text,
            classification,
            DateOnly.FromDateTime(reference)
        ) with
        {
            Emergency = _emergencies.Detect(text),
        };
        var slots = _slots.Read(text, classification, reference);
        return (heard, slots);
    }
}
