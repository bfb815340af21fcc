using ChatbotSante.Dialogs.Care.CallBacks;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>« Humain »: gives the secretariat's number, and takes one to be called back on.</summary>
public sealed class CallBackDialog : FormDialog<CallBackState>
{
    public CallBackDialog()
        : base(DialogJson.Default.CallBackState)
    {
        Slots =
        [
            new(
                "telephone",
                CategorySet.Of(DataCategory.Phone),
                s => s.Phone is not null,
                (s, h) => h.Phone is { } phone ? s with { Phone = phone } : null,
                s =>
                    new Reply(s.Misses == 0 ? "rappel.numero" : "rappel.numero-encore").With(
                        "bouton.appeler-secretariat",
                        "bouton.non-merci"
                    )
            ),
        ];
    }

    /// <inheritdoc />
    public override string Id => "relation.rappel";

    /// <inheritdoc />
    public override int Version => 1;

    /// <inheritdoc />
    public override IReadOnlyList<Intent> Opens => [Intent.Human];

    /// <inheritdoc />
    protected override CallBackState Initial => new();

    /// <inheritdoc />
    protected override IReadOnlyList<FormSlot<CallBackState>> Slots { get; }

    /// <inheritdoc />
    protected override ValueTask<DialogStep<CallBackState>> FilledAsync(
        CallBackState before,
        CallBackState after,
        DialogTurn turn,
        CancellationToken cancellationToken
    )
    {
        if (after.Phone is not { } phone)
        {
            return ValueTask.FromResult(
                DialogStep<CallBackState>.Wait(after, NextSlot(after)!.Ask(after))
            );
        }

        var id = CallBackId.New(turn.Now);
        return ValueTask.FromResult(
            DialogStep<CallBackState>
                .Done(
                    after,
                    new Reply(
                        "rappel.note",
                        ("chiffres", phone.LastDigits()),
                        ("reference", id.Reference)
                    )
                )
                .With(new TurnCommand.RequestCallBack(id, phone, turn.Now))
        );
    }

    /// <inheritdoc />
    protected override ValueTask<DialogStep<CallBackState>> ResumeAsync(
        CallBackState state,
        DialogTurn turn,
        CancellationToken cancellationToken
    )
    {
        var again = state with { Misses = state.Misses + 1 };
        return ValueTask.FromResult(
            DialogStep<CallBackState>.Wait(again, NextSlot(again)!.Ask(again))
        );
    }
}
