using ChatbotSante.Dialogs.Care.CallBacks;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>« Humain »: gives the secretariat's number and hours, and takes a number to be called back on.</summary>
public sealed class CallBackDialog : FormDialog<CallBackState>
{
    private readonly Clinic _clinic;

    public CallBackDialog(Clinic clinic)
        : base(DialogJson.Default.CallBackState)
    {
        _clinic = clinic;
        Slots =
        [
            new(
                "telephone",
                CategorySet.Of(DataCategory.Phone),
                s => s.Phone is not null,
                (s, h) =>
                    h.Phone is { } phone ? s with { Phone = phone }
                    : IsRefusal(s, h) ? s with { Misses = 0 }
                    : null,
                _ => Ask("rappel.numero-encore")
            ),
        ];
    }

    /// <inheritdoc />
    public override string Id => "relation.rappel";

    /// <inheritdoc />
    public override int Version => 1;

    /// <inheritdoc />
    public override IReadOnlyList<Intent> Opens =>
        [Intent.Human, Intent.Complaint, Intent.Adolescent];

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
        if (after.Phone is null && IsRefusal(before, turn.Heard))
        {
            return ValueTask.FromResult(
                DialogStep<CallBackState>.Done(
                    after,
                    new Reply("rappel.refuse").With("bouton.appeler-secretariat")
                )
            );
        }

        if (after.Phone is not { } phone)
        {
            return ValueTask.FromResult(
                DialogStep<CallBackState>.Wait(
                    after with
                    {
                        Asked = true,
                    },
                    [.. WhyAPerson(turn.Heard), AskNumber(turn.Now)]
                )
            );
        }

        var id = CallBackId.New(turn.Now);
        return ValueTask.FromResult(
            DialogStep<CallBackState>
                .Done(
                    after,
                    [
                        .. WhyAPerson(turn.Heard),
                        new Reply(
                            "rappel.note",
                            ("chiffres", phone.LastDigits()),
                            ("reference", id.Reference)
                        ),
                    ]
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

    /// <summary>« Non merci », « je préfère ne pas le donner »: the number is not asked for again.</summary>
    private static bool IsRefusal(CallBackState state, Understanding heard) =>
        state.Asked
        && heard.Answer == false
        && heard.Intents.All(intent => intent is Intent.Thanks or Intent.Goodbye)
        && BookingAnswers.IsBare(heard);

    private Reply AskNumber(DateTimeOffset now) =>
        Ask(
            SecretariatHours.IsOpen(_clinic, now) ? "rappel.numero" : "rappel.numero-ferme",
            ("heures", SecretariatHours.Text(_clinic))
        );

    /// <summary>What is said first to who complains, or is not of age.</summary>
    private static IEnumerable<Reply> WhyAPerson(Understanding heard)
    {
        if (heard.Asks(Intent.Complaint))
        {
            yield return new Reply("reclamation.regrets");
        }

        if (heard.Asks(Intent.Adolescent))
        {
            yield return new Reply("mineur.adolescent");
        }
    }

    private static Reply Ask(
        string key,
        params ReadOnlySpan<(string Blank, string Value)> values
    ) => new Reply(key, values).With("bouton.appeler-secretariat", "bouton.non-merci");
}
