using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Care.Identity;
using ChatbotSante.Dialogs.Care.Sheets;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Dialogs.Nlu.Emergencies;
using ChatbotSante.Dialogs.Pipeline;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>Puts the turn together: the order of the middleware is the flow of a turn.</summary>
public static class TurnPipelineFactory
{
    /// <param name="agenda">The agenda.</param>
    /// <param name="identities">Who is who.</param>
    /// <param name="clinic">The clinic.</param>
    /// <param name="sheets">The sheets that may be served.</param>
    /// <param name="countsMissed">Whether patients who ask are told that sentences not understood are counted.</param>
    public static DialogCatalog Dialogs(
        IAgenda agenda,
        IIdentityDesk identities,
        Clinic clinic,
        SheetCatalog sheets,
        bool countsMissed = false
    )
    {
        var text = new SlotText(clinic);
        return new([
            new BookAppointmentDialog(agenda, clinic),
            new ViewAppointmentsDialog(agenda, text),
            new MoveAppointmentDialog(agenda, clinic),
            new CancelAppointmentDialog(agenda, text),
            new VerifyIdentityDialog(identities),
            new CallBackDialog(clinic),
            new EmergencyDialog(clinic, sheets),
            new ChildDialog(),
            .. Answers.For(clinic, sheets, countsMissed),
        ]);
    }

    /// <param name="classifier">Finds identity and health.</param>
    /// <param name="fingerprints">Of the names heard.</param>
    /// <param name="understander">Reads intents and values.</param>
    /// <param name="emergencies">Finds emergencies.</param>
    /// <param name="dialogs">The dialogs.</param>
    /// <param name="clinic">The clinic.</param>
    /// <param name="missed">What may be counted of the sentences not understood; null where none is.</param>
    public static TurnPipeline Create(
        ITextClassifier classifier,
        KeyedFingerprint fingerprints,
        IUnderstander understander,
        EmergencyDetector emergencies,
        DialogCatalog dialogs,
        Clinic clinic,
        MissedSentenceReader? missed = null
    ) =>
        new(
            [
                new BoundMiddleware(),
                new GreetingMiddleware(),
                new ClassificationMiddleware(
                    classifier,
                    fingerprints,
                    understander,
                    dialogs,
                    clinic
                ),
                .. missed is null
                    ? Array.Empty<ITurnMiddleware>()
                    : [new MissedSentenceMiddleware(missed, clinic)],
                new EmergencyMiddleware(emergencies),
                new DisclosureMiddleware(),
                new AttachmentMiddleware(),
                new RecordMiddleware(),
                new RepeatMiddleware(),
                new CivilityMiddleware(dialogs),
                new ChildMiddleware(dialogs),
            ],
            new DialogRunner(dialogs).RunAsync
        );
}
