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
    public static DialogCatalog Dialogs(
        IAgenda agenda,
        IIdentityDesk identities,
        Clinic clinic,
        SheetCatalog sheets
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
            .. Answers.For(clinic, sheets),
        ]);
    }

    public static TurnPipeline Create(
        ITextClassifier classifier,
        KeyedFingerprint fingerprints,
        IUnderstander understander,
        EmergencyDetector emergencies,
        DialogCatalog dialogs,
        Clinic clinic
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
