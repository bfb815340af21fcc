using System.Globalization;
using ChatbotSante.Dialogs.Care.Identity;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>
/// Has a person verified by a code sent to the number on file. What it says, and when, is the same whether the person exists or
/// not: only the right code, which nobody has when there is nothing to open, makes a difference.
/// </summary>
public sealed class VerifyIdentityDialog : FormDialog<VerifyIdentityState>
{
    private const string CodeSlot = "code";
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private readonly IIdentityDesk _desk;

    public VerifyIdentityDialog(IIdentityDesk desk)
        : base(DialogJson.Default.VerifyIdentityState)
    {
        _desk = desk;
        Slots =
        [
            new(
                "nom",
                CategorySet.Of(DataCategory.Name, DataCategory.BirthDate, DataCategory.Phone),
                s => s.Name is not null,
                FillName,
                s =>
                    s.BirthDate is not null || s.Phone is not null
                        ? new Reply("identite.nom")
                        : new Reply("identite.demander").With("bouton.humain")
            ),
            new(
                "naissance",
                CategorySet.Of(DataCategory.BirthDate, DataCategory.Phone),
                s => s.BirthDate is not null,
                (s, h) =>
                    h.BirthDate is { } date && date != s.BirthDate
                        ? Unchallenged(s) with
                        {
                            BirthDate = date,
                        }
                        : null,
                _ => new Reply("identite.naissance")
            ),
            new(
                "telephone",
                CategorySet.Of(DataCategory.Phone),
                s => s.Phone is not null,
                (s, h) =>
                    h.Phone is { } phone && phone != s.Phone
                        ? Unchallenged(s) with
                        {
                            Phone = phone,
                        }
                        : null,
                _ => new Reply("identite.telephone")
            ),
            new(
                CodeSlot,
                CategorySet.Of(DataCategory.Secret),
                _ => false,
                FillCode,
                _ =>
                    new Reply("identite.code-attendu").With("bouton.renvoyer-code", "bouton.humain")
            ),
        ];
    }

    /// <inheritdoc />
    public override string Id => DialogRunner.IdentityDialogId;

    /// <inheritdoc />
    public override int Version => 1;

    /// <inheritdoc />
    public override IReadOnlyList<Intent> Opens => [];

    /// <inheritdoc />
    protected override VerifyIdentityState Initial => new();

    /// <inheritdoc />
    protected override IReadOnlyList<FormSlot<VerifyIdentityState>> Slots { get; }

    /// <inheritdoc />
    protected override async ValueTask<DialogStep<VerifyIdentityState>> FilledAsync(
        VerifyIdentityState before,
        VerifyIdentityState after,
        DialogTurn turn,
        CancellationToken cancellationToken
    )
    {
        var isKnown = turn.Declared is not null && IsEmpty(after) && !turn.Heard.ForOther;
        if (isKnown)
        {
            after = after with
            {
                Name = turn.Declared!.Name,
                BirthDate = turn.Declared.BirthDate,
                Phone = turn.Declared.Phone,
            };
        }

        if (before.Challenge is null && IsRefusal(turn.Heard))
        {
            return DialogStep<VerifyIdentityState>.Done(
                after,
                new Reply("identite.refus").With("bouton.appeler-secretariat", "bouton.humain")
            );
        }

        if (NextSlot(after) is { Name: not CodeSlot } next)
        {
            return DialogStep<VerifyIdentityState>.Wait(after, next.Ask(after));
        }

        if (before.Challenge is not null && turn.Heard.Asks(Intent.NoCode))
        {
            return DialogStep<VerifyIdentityState>.Done(after, new Reply("identite.sans-code")) with
            {
                Opens = Intent.Human,
            };
        }

        var step =
            after.Challenge is null || turn.Heard.Code is null
                ? await ChallengeAsync(before, after, isKnown, turn, cancellationToken)
                : Check(after, turn.Heard.Code.Value, turn.Now);

        // Whether somebody was found, or a code was right, must not show in the time of the answer either.
        return step with
        {
            AtFixedTime = true,
        };
    }

    /// <inheritdoc />
    protected override ValueTask<DialogStep<VerifyIdentityState>> ResumeAsync(
        VerifyIdentityState state,
        DialogTurn turn,
        CancellationToken cancellationToken
    ) =>
        ValueTask.FromResult(
            DialogStep<VerifyIdentityState>.Wait(state, NextSlot(state)!.Ask(state))
        );

    private static bool IsEmpty(VerifyIdentityState state) =>
        state is { Name: null, BirthDate: null, Phone: null };

    private static VerifyIdentityState? FillName(VerifyIdentityState state, Understanding heard)
    {
        // Once a code was asked for, a name is replaced only by somebody who says that it is wrong.
        var settled = state.Challenge is not null && heard.Answer != false;
        return heard.Name is { } name && name != state.Name && !settled
                ? Unchallenged(state) with
                {
                    Name = name,
                }
            : state.Challenge is null && IsRefusal(heard) ? state with { Misses = 0 }
            : null;
    }

    private static bool IsRefusal(Understanding heard) =>
        heard.Refuses && BookingAnswers.IsBare(heard);

    private static VerifyIdentityState? FillCode(VerifyIdentityState state, Understanding heard) =>
        state.Challenge is null ? null
        : heard.Code is not null ? state with { Tries = state.Tries + 1 }
        : heard.Asks(Intent.ResendCode) ? state with { Tries = 0 }
        : heard.Asks(Intent.NoCode) ? state with { Misses = 0 }
        : null;

    /// <summary>The code asked for was for somebody else.</summary>
    private static VerifyIdentityState Unchallenged(VerifyIdentityState state) =>
        state with
        {
            Challenge = null,
            Scope = null,
            GoodUntil = null,
            Tries = 0,
        };

    private async ValueTask<DialogStep<VerifyIdentityState>> ChallengeAsync(
        VerifyIdentityState before,
        VerifyIdentityState after,
        bool isKnown,
        DialogTurn turn,
        CancellationToken cancellationToken
    )
    {
        var person = new DeclaredPerson(after.Name!, after.BirthDate!.Value, after.Phone!.Value);
        var sends = await _desk.SendsTodayAsync(person.Phone, turn.Now, cancellationToken);
        if (sends >= CodeLimits.SendsPerDay)
        {
            // The last code sent is good until it ends, with the tries that were left.
            return after.Challenge is not null && after.GoodUntil > turn.Now
                ? DialogStep<VerifyIdentityState>.Wait(
                    after with
                    {
                        Tries = before.Tries,
                    },
                    new Reply("identite.plus-de-renvoi").With("bouton.humain")
                )
                : DialogStep<VerifyIdentityState>.Done(
                    after,
                    new Reply("identite.limite").With("bouton.humain", "bouton.appeler-secretariat")
                );
        }

        var scope = await _desk.FindAsync(person, turn.Now, cancellationToken);
        var challenge = ChallengeId.New(turn.Now);
        var asked = after with
        {
            Challenge = challenge,
            Scope = scope,
            GoodUntil = turn.Now + CodeLimits.Lifetime,
            Tries = 0,
        };
        var said =
            isKnown ? new Reply("identite.code-declare", ("chiffres", person.Phone.LastDigits()))
            : after.Challenge is null ? new Reply("identite.code")
            : new Reply("identite.code-renvoye");
        return DialogStep<VerifyIdentityState>
            .Wait(asked, said.With("bouton.renvoyer-code", "bouton.humain"))
            .With(new TurnCommand.SendCode(challenge, person.Phone, scope is not null, turn.Now));
    }

    private DialogStep<VerifyIdentityState> Check(
        VerifyIdentityState state,
        OneTimeCode code,
        DateTimeOffset now
    )
    {
        var matches = _desk.Matches(state.Challenge!.Value, code);
        var isGood = now <= state.GoodUntil;
        if (matches && isGood && state.Scope is { } scope)
        {
            return DialogStep<VerifyIdentityState>.Done(state, new Reply("identite.verifiee")) with
            {
                Grant = new AccessGrant(scope, state.Phone!.Value, now + AccessGrant.Length),
                Declares = new DeclaredPerson(
                    state.Name!,
                    state.BirthDate!.Value,
                    state.Phone.Value
                ),
            };
        }

        var left = CodeLimits.Tries - state.Tries;
        if (left <= 0)
        {
            return DialogStep<VerifyIdentityState>.Done(
                state,
                new Reply("identite.essais-finis").With(
                    "bouton.humain",
                    "bouton.appeler-secretariat"
                )
            );
        }

        return DialogStep<VerifyIdentityState>.Wait(
            state,
            isGood
                ? new Reply(
                    "identite.code-faux",
                    ("essais", string.Create(French, $"{left} essai{(left > 1 ? "s" : "")}"))
                ).With("bouton.renvoyer-code", "bouton.humain")
                : new Reply("identite.code-fini").With("bouton.renvoyer-code", "bouton.humain")
        );
    }
}
