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
    private const float Hesitates = 0.85f;

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
        _understander = new SimpleUnderstander(
            new ClinicVocabulary(clinic, ContentFolder.Specialties()),
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
        return (heard with { Verdict = WithRequest(heard, slots) }, slots);
    }

    /// <summary>A department or a practitioner named, and no other verb: an appointment is asked for, where the classifier hesitates.</summary>
    private static IntentVerdict? WithRequest(Understanding heard, BookingSlots slots)
    {
        var book = IntentLabels.Of(Intent.BookAppointment);
        var isRequest =
            (slots.Specialty ?? slots.Practitioner) is not null
            && heard.Intents.All(intent =>
                intent
                    is Intent.BookAppointment
                        or Intent.Greet
                        or Intent.Thanks
                        or Intent.Goodbye
                        or Intent.Help
            );
        return
            isRequest
            && heard.Verdict is { Score: < Hesitates } verdict
            && verdict.Label
                is "appointment.view"
                    or "appointment.change"
                    or "info.preparation"
                    or "info.services"
                    or "info.admission"
                    or "unknown"
            ? verdict with
            {
                Label = book,
                Labels =
                [
                    book,
                    .. verdict.Labels.Where(label => label != verdict.Label && label != book),
                ],
            }
            : heard.Verdict;
    }
}
