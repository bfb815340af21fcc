using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>
/// Shows whom to call, after one question when it is not clear that something happens now, and stays: what was open waits
/// beneath, nothing is booked before the patient says that all is well.
/// </summary>
public sealed class EmergencyDialog() : Dialog<EmergencyState>(DialogJson.Default.EmergencyState)
{
    /// <inheritdoc />
    public override string Id => DialogRunner.EmergencyDialogId;

    /// <inheritdoc />
    public override int Version => 1;

    /// <inheritdoc />
    public override CategorySet Permit => CategorySet.None;

    /// <inheritdoc />
    public override IReadOnlyList<Intent> Opens => [];

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
        var said = state with
        {
            Family = signal?.Family ?? "u1",
            Asking = signal is { IsClear: false },
        };
        return ValueTask.FromResult(
            DialogStep<EmergencyState>.Wait(said, said.Asking ? Question : MessageOf(said.Family))
        );
    }

    /// <inheritdoc />
    protected override ValueTask<DialogStep<EmergencyState>> StepAsync(
        EmergencyState state,
        DialogTurn turn,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult(Step(state, turn.Heard));

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

    private static DialogStep<EmergencyState> Step(EmergencyState state, Understanding heard)
    {
        if (heard.Emergency is { IsClear: true } signal)
        {
            return DialogStep<EmergencyState>.Wait(
                state with
                {
                    Family = signal.Family,
                    Asking = false,
                },
                MessageOf(signal.Family)
            );
        }

        if (heard.Asks(Intent.FalseAlarm) || (state.Asking && heard.Answer == false))
        {
            return DialogStep<EmergencyState>.Done(
                state,
                new Reply(state.Asking ? "urgence.pas-maintenant" : "urgence.levee")
            );
        }

        // Yes, silence, or anything not understood: the message.
        return state.Asking
            ? DialogStep<EmergencyState>.Wait(
                state with
                {
                    Asking = false,
                },
                MessageOf(state.Family ?? "u1")
            )
            : DialogStep<EmergencyState>.Wait(state, Insist(state));
    }

    private static Reply Insist(EmergencyState state) =>
        new Reply("urgence.dabord", ("numero", NumberOf(state.Family ?? "u1")))
        {
            MayRepeat = true,
        }.With([.. ButtonsOf(state.Family ?? "u1"), "bouton.fausse-alerte", "bouton.humain"]);

    private static string NumberOf(string family) =>
        family switch
        {
            "u7" => "3114",
            "u8" => "17",
            "u9" => "119",
            "u11" => "18",
            _ => "15",
        };

    private static string[] ButtonsOf(string family) =>
        family switch
        {
            "u7" => ["bouton.appeler-3114", "bouton.appeler-15", "bouton.humain"],
            "u8" => ["bouton.appeler-17", "bouton.sms-114", "bouton.quitter-vite"],
            "u9" => ["bouton.appeler-119", "bouton.appeler-17", "bouton.quitter-vite"],
            "u11" => ["bouton.appeler-18", "bouton.appeler-112", "bouton.sms-114"],
            _ => ["bouton.appeler-15", "bouton.appeler-112", "bouton.sms-114"],
        };
}
