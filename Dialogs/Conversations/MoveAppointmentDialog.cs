using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Dialogs.Nlu.Dates;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>Moves an appointment of a verified person, with the same practitioner: which one, when, which slot, yes.</summary>
/// <remarks>The old slot is given back only with the new one booked, in one transaction; until then it stays the patient's.</remarks>
public sealed class MoveAppointmentDialog : FormDialog<MoveAppointmentState>
{
    private readonly IAgenda _agenda;
    private readonly SlotTexts _texts;
    private readonly SlotOffers _offers;
    private readonly AppointmentChoice _choice;

    public MoveAppointmentDialog(IAgenda agenda, SlotTexts texts)
        : base(DialogJson.Default.MoveAppointmentState)
    {
        _agenda = agenda;
        _texts = texts;
        _offers = new SlotOffers(agenda);
        _choice = new AppointmentChoice(texts);
        Slots =
        [
            new(
                "lequel",
                CategorySet.Of(DataCategory.Date),
                s => s.Appointment is not null,
                FillWhichOrWhen,
                AskWhich
            ),
            // Heard with the one before: a day said in answer to « which one » is no wish.
            new(
                "quand",
                CategorySet.Of(DataCategory.Date),
                s => s.Wish is not null,
                (_, _) => null,
                AskWhen
            ),
            new(
                "creneau",
                CategorySet.Of(DataCategory.Date),
                s => s.Chosen is not null,
                FillChoice,
                AskChoice
            ),
            new("accord", CategorySet.None, s => s.Confirmed, FillYes, Recapitulate),
        ];
    }

    /// <inheritdoc />
    public override string Id => "agenda.deplacer";

    /// <inheritdoc />
    public override int Version => 1;

    /// <inheritdoc />
    public override IReadOnlyList<Intent> Opens => [Intent.ChangeAppointment];

    /// <inheritdoc />
    public override bool RequiresAccess => true;

    /// <inheritdoc />
    protected override MoveAppointmentState Initial => new();

    /// <inheritdoc />
    protected override IReadOnlyList<FormSlot<MoveAppointmentState>> Slots { get; }

    /// <inheritdoc />
    protected override async ValueTask<DialogStep<MoveAppointmentState>> FilledAsync(
        MoveAppointmentState before,
        MoveAppointmentState after,
        DialogTurn turn,
        CancellationToken cancellationToken
    )
    {
        var all = await _agenda.AppointmentsAsync(turn.Access!.Scope, turn.Now, cancellationToken);
        if (all.Count == 0)
        {
            return Left(
                after,
                new Reply("agenda.aucun").With("bouton.rendez-vous", "bouton.humain")
            );
        }

        if (after.Appointment is { } moved && !all.Contains(moved))
        {
            // Cancelled or moved elsewhere meanwhile.
            return Left(
                after,
                new Reply("agenda.plus-la", ("moment", _texts.Moment(moved.Slot))).With(
                    "bouton.voir-rendez-vous",
                    "bouton.humain"
                )
            );
        }

        if (after.Appointment is null)
        {
            after = Meant(after, all);
            if (after.Appointment is null)
            {
                return before.Listed is not null && turn.Heard.Answer == false
                    ? Left(after, new Reply("deplacement.garde"))
                    : DialogStep<MoveAppointmentState>.Wait(after, AskWhich(after));
            }
        }

        return await MoveAsync(before, after, turn, cancellationToken);
    }

    /// <inheritdoc />
    protected override async ValueTask<DialogStep<MoveAppointmentState>> ResumeAsync(
        MoveAppointmentState state,
        DialogTurn turn,
        CancellationToken cancellationToken
    )
    {
        var isLost =
            state.Hold is { } hold
            && await _agenda.StatusAsync(hold, turn.Now, cancellationToken) == HoldStatus.Lost;
        return isLost
            ? await OfferAsync(state, "deplacement.creneau-perdu", turn, cancellationToken)
            : await FilledAsync(state, state, turn, cancellationToken);
    }

    /// <inheritdoc />
    protected override IReadOnlyList<TurnCommand> Abandon(MoveAppointmentState state) =>
        state.Hold is { } hold ? [new TurnCommand.ReleaseHold(hold)] : [];

    /// <summary>The appointment is known: when, which slot, yes.</summary>
    private async ValueTask<DialogStep<MoveAppointmentState>> MoveAsync(
        MoveAppointmentState before,
        MoveAppointmentState after,
        DialogTurn turn,
        CancellationToken cancellationToken
    )
    {
        var wishChanged = after.Wish != before.Wish;
        var isRefused =
            before.Recapitulated
            && turn.Heard.Answer == false
            && after.Recapitulated
            && !wishChanged;
        if (isRefused)
        {
            return DialogStep<MoveAppointmentState>.Wait(
                after,
                new Reply("deplacement.que-changer")
            );
        }

        if (after.Confirmed)
        {
            return await ConfirmAsync(after, turn, cancellationToken);
        }

        if (after.Wish is null)
        {
            return DialogStep<MoveAppointmentState>.Wait(after, AskWhen(after));
        }

        if (
            after.Chosen is { } chosen
            && !wishChanged
            && (before.Chosen != chosen || after.Hold is null)
        )
        {
            return await HoldAsync(after, chosen, before.Hold, turn, cancellationToken);
        }

        return wishChanged || after.Offered is null
            ? await OfferAsync(after, "deplacement.creneaux", turn, cancellationToken)
            : AskNext(after);
    }

    private async ValueTask<DialogStep<MoveAppointmentState>> HoldAsync(
        MoveAppointmentState state,
        Slot chosen,
        HoldId? earlier,
        DialogTurn turn,
        CancellationToken cancellationToken
    ) =>
        await _offers.TryHoldAsync(chosen, earlier, turn.Now, cancellationToken)
            is ({ } hold, { } commands)
            ? AskNext(state with { Hold = hold }).With(commands)
            : await OfferAsync(state, "deplacement.creneau-pris", turn, cancellationToken);

    /// <summary>Offers other slots; what was kept is given back, the appointment stays where it is.</summary>
    private async ValueTask<DialogStep<MoveAppointmentState>> OfferAsync(
        MoveAppointmentState state,
        string key,
        DialogTurn turn,
        CancellationToken cancellationToken
    )
    {
        var open = state with
        {
            Chosen = null,
            Hold = null,
            Recapitulated = false,
            Confirmed = false,
        };
        var (free, isElsewhere) = await _offers.FindAsync(
            [state.Appointment!.Slot.Schedule],
            state.Wish ?? DateWish.AnyTime,
            turn.Now,
            cancellationToken
        );
        if (free.Count == 0)
        {
            return DialogStep<MoveAppointmentState>
                .Wait(
                    open with
                    {
                        Wish = null,
                        Offered = null,
                    },
                    new Reply("deplacement.complet", ("moment", Current(open))).With(
                        "bouton.plus-tot",
                        "bouton.humain"
                    )
                )
                .With([.. Abandon(state)]);
        }

        var said =
            isElsewhere && key == "deplacement.creneaux" ? "deplacement.creneaux-ailleurs" : key;
        return DialogStep<MoveAppointmentState>
            .Wait(
                open with
                {
                    Offered = [.. free],
                },
                new Reply(said, ("creneaux", _texts.Spoken(free))).With(_texts.Buttons(free))
            )
            .With([.. Abandon(state)]);
    }

    /// <summary>Re-reads the hold before it speaks.</summary>
    private async ValueTask<DialogStep<MoveAppointmentState>> ConfirmAsync(
        MoveAppointmentState state,
        DialogTurn turn,
        CancellationToken cancellationToken
    )
    {
        var hold = state.Hold!.Value;
        if (await _agenda.StatusAsync(hold, turn.Now, cancellationToken) != HoldStatus.Held)
        {
            return await OfferAsync(state, "deplacement.creneau-perdu", turn, cancellationToken);
        }

        return DialogStep<MoveAppointmentState>
            .Done(state, new Reply("deplacement.fait", ("moment", _texts.Moment(state.Chosen!))))
            .With(
                new TurnCommand.MoveAppointment(
                    state.Appointment!,
                    hold,
                    state.Chosen!,
                    turn.Access!.Phone,
                    turn.Now
                )
            );
    }

    private DialogStep<MoveAppointmentState> Left(MoveAppointmentState state, Reply reply) =>
        DialogStep<MoveAppointmentState>.Done(state, reply).With([.. Abandon(state)]);

    private DialogStep<MoveAppointmentState> AskNext(MoveAppointmentState state)
    {
        var slot = NextSlot(state)!;
        var asked = slot.Name == "accord" ? state with { Recapitulated = true } : state;
        return DialogStep<MoveAppointmentState>.Wait(asked, slot.Ask(asked));
    }

    /// <summary>The one appointment there is, or the one on the day said (« mon rendez-vous de jeudi »).</summary>
    private MoveAppointmentState Meant(MoveAppointmentState state, IReadOnlyList<Appointment> all)
    {
        var designated =
            state.Wish is { HasDay: true, HasWindow: false } day && day.From == day.To
                ? _choice.At(all, day)
                : [];
        var named = designated.Count > 0 ? state with { Wish = null } : state;
        var among = designated.Count > 0 ? designated : all;
        return among is [var only]
            ? named with
            {
                Appointment = only,
            }
            : named with
            {
                Listed = [.. among],
            };
    }

    private MoveAppointmentState? FillWhichOrWhen(MoveAppointmentState state, Understanding heard)
    {
        if (state is { Appointment: null, Listed: { Length: > 0 } listed })
        {
            return _choice.Among(listed, heard) is { } chosen ? state with { Appointment = chosen }
                : heard.Answer == false ? state with { }
                : null;
        }

        // « celui de 10 h 30 » chooses among the slots offered; it is no new wish.
        var choosesOffered =
            heard.When is { HasDay: false }
            && heard.Clock is not null
            && state.Offered is { Length: > 0 };
        if (heard.When is not { } wish || choosesOffered)
        {
            return null;
        }

        var over = wish == DateWish.AnyTime ? wish : wish.Over(state.Wish);
        return over == state.Wish
            ? null
            : state with
            {
                Wish = over,
                Chosen = null,
                Recapitulated = false,
            };
    }

    private MoveAppointmentState? FillChoice(MoveAppointmentState state, Understanding heard)
    {
        if (state.Offered is not { Length: > 0 } offered)
        {
            return null;
        }

        var accepted =
            heard.Answer == true && offered.Length == 1 && state.Chosen is null ? offered[0] : null;
        var chosen = _texts.ChosenAmong(offered, heard) ?? accepted;
        return chosen is null || chosen == state.Chosen
            ? null
            : state with
            {
                Chosen = chosen,
                Recapitulated = false,
            };
    }

    private static MoveAppointmentState? FillYes(MoveAppointmentState state, Understanding heard) =>
        !state.Recapitulated || heard.Answer is not { } answer ? null
        : answer ? state with { Confirmed = true }
        : state with { };

    private string Current(MoveAppointmentState state) => _texts.Moment(state.Appointment!.Slot);

    private Reply AskWhich(MoveAppointmentState state) =>
        new Reply("deplacement.lequel", ("rendez-vous", _choice.Spoken(state.Listed ?? []))).With(
            _choice.Buttons(state.Listed ?? [])
        );

    private Reply AskWhen(MoveAppointmentState state) =>
        new Reply("deplacement.quand", ("moment", Current(state))).With(
            "bouton.plus-tot",
            "bouton.matin",
            "bouton.apres-midi"
        );

    private Reply AskChoice(MoveAppointmentState state) =>
        new Reply("deplacement.choisir").With(_texts.Buttons(state.Offered ?? []));

    private Reply Recapitulate(MoveAppointmentState state) =>
        new Reply(
            "deplacement.recapituler",
            ("ancien", Current(state)),
            ("nouveau", _texts.Moment(state.Chosen!))
        ).With("bouton.oui", "bouton.non");
}
