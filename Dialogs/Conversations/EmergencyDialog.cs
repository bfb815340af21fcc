using ChatbotSante.Dialogs.Care.Alerts;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Care.Sheets;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>
/// Shows whom to call, after one question when it is not clear that something happens now, and stays: what was open waits
/// beneath, nothing is booked before the patient says that all is well.
/// </summary>
public sealed class EmergencyDialog(Clinic clinic, SheetCatalog sheets)
    : Dialog<EmergencyState>(DialogJson.Default.EmergencyState)
{
    private const string Suicide = "u7";
    private const string Violence = "u8";
    private const string ChildInDanger = "u9";

    /// <inheritdoc />
    public override string Id => DialogRunner.EmergencyDialogId;

    /// <inheritdoc />
    public override int Version => 1;

    /// <inheritdoc />
    public override CategorySet Permit => CategorySet.None;

    /// <inheritdoc />
    public override IReadOnlyList<Intent> Opens => [];

    /// <inheritdoc />
    public override bool KeepsTheFloor => true;

    /// <inheritdoc />
    protected override EmergencyState Initial => new();

    /// <summary>The message of a family; every wording gives the number to call and the SMS number.</summary>
    public static Reply MessageOf(string family) =>
        new Reply($"urgence.{family}") { MayRepeat = true }.With([.. ButtonsOf(family)]);

    /// <inheritdoc />
    protected override ValueTask<DialogStep<EmergencyState>> BeginAsync(
        EmergencyState state,
        DialogTurn turn,
        CancellationToken cancellationToken
    )
    {
        var signal = turn.Heard.Emergency;
        var family = signal?.Family ?? "u1";
        return ValueTask.FromResult(
            signal is { IsClear: false }
                ? DialogStep<EmergencyState>.Wait(
                    state with
                    {
                        Family = family,
                        Asking = true,
                        Waiting = QuestionIn(turn.Heard),
                    },
                    Question
                )
                : Show(state, family)
        );
    }

    /// <inheritdoc />
    protected override ValueTask<DialogStep<EmergencyState>> StepAsync(
        EmergencyState state,
        DialogTurn turn,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult(Step(state, turn));

    /// <inheritdoc />
    protected override ValueTask<DialogStep<EmergencyState>> ResumeAsync(
        EmergencyState state,
        DialogTurn turn,
        CancellationToken cancellationToken
    ) =>
        ValueTask.FromResult(
            DialogStep<EmergencyState>.Wait(state, state.Asking ? Question : Insist(state))
        );

    private static Reply Question { get; } =
        new Reply("urgence.maintenant") { MayRepeat = true }.With(
            "bouton.oui",
            "bouton.non",
            "bouton.appeler-15"
        );

    private DialogStep<EmergencyState> Step(EmergencyState state, DialogTurn turn)
    {
        var heard = turn.Heard;
        if (heard.Emergency is { IsClear: true } signal)
        {
            return Show(state, signal.Family);
        }

        if (heard.Asks(Intent.FalseAlarm) || (state.Asking && heard.IsPlainNo))
        {
            return DialogStep<EmergencyState>.Done(
                state,
                new Reply(state.Asking ? "urgence.pas-maintenant" : "urgence.levee")
            ) with
            {
                Opens = state.Waiting,
            };
        }

        // « Voulez-vous parler à quelqu'un de l'équipe ? » is asked with the message of this family alone.
        var acceptsPerson = state is { Family: Suicide, Asking: false } && heard.Answer == true;
        if (heard.Asks(Intent.Human) || acceptsPerson)
        {
            return ToPerson(state, turn.Now);
        }

        // Yes, silence, or anything not understood: the message.
        return state.Asking
            ? Show(state, state.Family ?? "u1")
            : DialogStep<EmergencyState>.Wait(state, Insist(state));
    }

    private DialogStep<EmergencyState> Show(EmergencyState state, string family)
    {
        var said = state with { Family = family, Asking = false };
        return sheets.FirstGestures(family) is { } gestures
            ? DialogStep<EmergencyState>.Wait(
                said,
                MessageOf(family),
                new Reply(
                    "urgence.gestes",
                    ("texte", gestures.Text),
                    ("signataire", gestures.SignedBy!)
                )
                {
                    MayRepeat = true,
                }
            )
            : DialogStep<EmergencyState>.Wait(said, MessageOf(family));
    }

    /// <summary>
    /// Nothing is ever sent or called back where a violent person may see it; who thinks of dying is told that a message was
    /// left, never that somebody reads it now.
    /// </summary>
    private DialogStep<EmergencyState> ToPerson(EmergencyState state, DateTimeOffset now)
    {
        if (state.Family is Violence or ChildInDanger)
        {
            return DialogStep<EmergencyState>.Wait(
                state,
                new Reply("urgence.personne-sans-rappel") { MayRepeat = true }.With([
                    .. ButtonsOf(state.Family),
                ])
            );
        }

        if (state.Family != Suicide || state.Alerted)
        {
            return DialogStep<EmergencyState>.Wait(state) with { Opens = Intent.Human };
        }

        var left = new Reply(
            SecretariatHours.IsOpen(clinic, now)
                ? "urgence.message-laisse"
                : "urgence.message-laisse-ferme"
        )
        {
            MayRepeat = true,
        };
        return DialogStep<EmergencyState>
            .Wait(
                state with
                {
                    Alerted = true,
                },
                left.With("bouton.appeler-3114", "bouton.appeler-continuite")
            )
            .With(new TurnCommand.AlertTeam(AlertId.New(now), now)) with
        {
            Opens = Intent.Human,
        };
    }

    private static Reply Insist(EmergencyState state)
    {
        var family = state.Family ?? "u1";
        var reply = family switch
        {
            Suicide => new Reply("urgence.dabord-ecoute"),
            Violence or ChildInDanger => new Reply(
                "urgence.dabord-securite",
                ("numero", NumberOf(family))
            ),
            _ => new Reply("urgence.dabord", ("numero", NumberOf(family))),
        };
        string[] buttons = family is Violence or ChildInDanger
            ? [.. ButtonsOf(family), "bouton.fausse-alerte"]
            : [.. ButtonsOf(family), "bouton.fausse-alerte", "bouton.humain"];
        return (reply with { MayRepeat = true }).With([
            .. buttons.Distinct(StringComparer.Ordinal),
        ]);
    }

    private static Intent? QuestionIn(Understanding heard)
    {
        foreach (var intent in heard.Intents)
        {
            if (
                intent
                is Intent.Hours
                    or Intent.Access
                    or Intent.Contact
                    or Intent.Visits
                    or Intent.Services
            )
            {
                return intent;
            }
        }

        return null;
    }

    private static string NumberOf(string family) =>
        family switch
        {
            Suicide => "3114",
            Violence => "17",
            ChildInDanger => "119",
            "u11" => "18",
            _ => "15",
        };

    private static string[] ButtonsOf(string family) =>
        family switch
        {
            Suicide => ["bouton.appeler-3114", "bouton.appeler-15", "bouton.humain"],
            Violence => ["bouton.appeler-17", "bouton.sms-114", "bouton.quitter-vite"],
            ChildInDanger => ["bouton.appeler-119", "bouton.appeler-17", "bouton.quitter-vite"],
            "u11" => ["bouton.appeler-18", "bouton.appeler-112", "bouton.sms-114"],
            _ => ["bouton.appeler-15", "bouton.appeler-112", "bouton.sms-114"],
        };
}
