using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Care.Identity;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Dialogs.Nlu.Emergencies;
using ChatbotSante.Dialogs.Pipeline;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>Puts the turn together: the order of the middleware is the flow of a turn.</summary>
public static class TurnPipelineFactory
{
    public static DialogCatalog Dialogs(IAgenda agenda, IIdentityDesk identities, Clinic clinic)
    {
        var texts = new SlotTexts(clinic);
        return new([
            new BookAppointmentDialog(agenda, clinic),
            new ViewAppointmentsDialog(agenda, texts),
            new MoveAppointmentDialog(agenda, texts),
            new CancelAppointmentDialog(agenda, texts),
            new VerifyIdentityDialog(identities),
            new CallBackDialog(),
            new EmergencyDialog(),
            .. Answers.For(clinic),
        ]);
    }

    public static TurnPipeline Create(
        ITextClassifier classifier,
        IUnderstander understander,
        EmergencyDetector emergencies,
        DialogCatalog dialogs,
        Clinic clinic
    ) =>
        new(
            [
                new BoundMiddleware(),
                new GreetingMiddleware(),
                new ClassificationMiddleware(classifier, understander, dialogs, clinic),
                new EmergencyMiddleware(emergencies),
                new DisclosureMiddleware(),
            ],
            new DialogRunner(dialogs).RunAsync
        );
}
