using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>
/// A child writes: asks for a grown-up, makes sure that all is well, and stays, so that nothing is collected, booked or changed
/// until a grown-up says to be there.
/// </summary>
public sealed class ChildDialog() : Dialog<ChildState>(DialogJson.Default.ChildState)
{
    /// <inheritdoc />
    public override string Id => "mineur.enfant";

    /// <inheritdoc />
    public override int Version => 1;

    /// <inheritdoc />
    public override CategorySet Permit => CategorySet.None;

    /// <inheritdoc />
    public override IReadOnlyList<Intent> Opens => [Intent.Child];

    /// <inheritdoc />
    public override bool KeepsTheFloor => true;

    /// <inheritdoc />
    protected override ChildState Initial => new();

    /// <inheritdoc />
    protected override ValueTask<DialogStep<ChildState>> BeginAsync(
        ChildState state,
        DialogTurn turn,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult(DialogStep<ChildState>.Wait(state, AskForGrownUp));

    /// <inheritdoc />
    protected override ValueTask<DialogStep<ChildState>> StepAsync(
        ChildState state,
        DialogTurn turn,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult(Step(state, turn.Heard));

    /// <inheritdoc />
    protected override ValueTask<DialogStep<ChildState>> ResumeAsync(
        ChildState state,
        DialogTurn turn,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult(DialogStep<ChildState>.Wait(state, AskAgain(state.Stage)));

    private static Reply AskForGrownUp { get; } =
        new Reply("mineur.adulte").With("bouton.oui", "bouton.non");

    private static Reply AskIfSafe { get; } =
        new Reply("mineur.securite").With("bouton.oui", "bouton.non", "bouton.appeler-15");

    private static Reply SayWhomToCall { get; } =
        new Reply("mineur.aide").With("bouton.appeler-119", "bouton.appeler-15");

    private static DialogStep<ChildState> Step(ChildState state, Understanding heard)
    {
        if (heard.Asks(Intent.Adult))
        {
            return DialogStep<ChildState>.Done(state, new Reply("mineur.adulte-present"));
        }

        var isWell = heard.Answer == true || heard.Asks(Intent.FalseAlarm);
        return (state.Stage, isWell) switch
        {
            (ChildStage.GrownUpAsked, true) => DialogStep<ChildState>.Wait(
                state,
                new Reply("mineur.attendre")
            ),
            (ChildStage.GrownUpAsked, false) => DialogStep<ChildState>.Wait(
                state with
                {
                    Stage = ChildStage.SafetyAsked,
                },
                AskIfSafe
            ),
            (ChildStage.SafetyAsked, true) => DialogStep<ChildState>.Wait(
                state with
                {
                    Stage = ChildStage.Left,
                },
                new Reply("mineur.au-revoir")
            ),

            // No, or something not understood: as if it were not well.
            (ChildStage.SafetyAsked, false) => DialogStep<ChildState>.Wait(state, SayWhomToCall),
            _ => DialogStep<ChildState>.Wait(state, new Reply("mineur.plus-tard")),
        };
    }

    private static Reply AskAgain(ChildStage stage) =>
        stage switch
        {
            ChildStage.GrownUpAsked => AskForGrownUp,
            ChildStage.SafetyAsked => AskIfSafe,
            _ => new Reply("mineur.plus-tard"),
        };
}
