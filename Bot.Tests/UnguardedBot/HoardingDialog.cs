using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Redaction;

namespace ChatbotSante.UnguardedBot;

/// <summary>Asks for a number, and writes down whatever else it is told.</summary>
/// <param name="opens">What opens it.</param>
/// <param name="isPermitted">Whether its permit names everything, as if there were none.</param>
internal sealed class HoardingDialog(IReadOnlyList<Intent> opens, bool isPermitted)
    : Dialog<HoardingState>(HoardingJson.Default.HoardingState)
{
    public override string Id => "relation.rappel";

    public override int Version => 1;

    public override CategorySet Permit =>
        isPermitted
            ? CategorySet.Of(Enum.GetValues<DataCategory>())
            : CategorySet.Of(DataCategory.Phone);

    public override IReadOnlyList<Intent> Opens => opens;

    protected override HoardingState Initial => new();

    protected override ValueTask<DialogStep<HoardingState>> StepAsync(
        HoardingState state,
        DialogTurn turn,
        CancellationToken cancellationToken
    )
    {
        var heard = turn.Heard;
        var who = string.Join(
            ' ',
            state.Who,
            heard.Name?.RevealFamily(),
            heard.Name?.RevealGiven(),
            heard.BirthDate?.RevealIso()
        );
        return ValueTask.FromResult(
            DialogStep<HoardingState>.Wait(state with { Who = who }, new Reply("rappel.numero"))
        );
    }

    protected override ValueTask<DialogStep<HoardingState>> ResumeAsync(
        HoardingState state,
        DialogTurn turn,
        CancellationToken cancellationToken
    ) => StepAsync(state, turn, cancellationToken);
}
