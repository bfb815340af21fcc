using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Care.Clinics;
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
    private readonly SlotText _texts;
    private readonly SlotSearch _search;
    private readonly SlotHolds _holds;
    private readonly SlotWishes _wishes;
    private readonly AppointmentChoice _choice;

    public MoveAppointmentDialog(IAgenda agenda, Clinic clinic)
        : base(DialogJson.Default.MoveAppointmentState)
    {
        _agenda = agenda;
        _texts = new SlotText(clinic);
        _search = new SlotSearch(agenda, clinic);
        _holds = new SlotHolds(agenda, clinic);
        _wishes = new SlotWishes(_texts);
        _choice = new AppointmentChoice(_texts);
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
                s => s.Wish is { IsInDoubt: false },
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
        var step = await GoOnAsync(before, after, turn, cancellationToken);
        Reply?[] first =
        [
            before.Existing is null ? Understood(after) : null,
            Trouble(before, turn.Heard),
        ];
        return step with { Replies = [.. first.OfType<Reply>(), .. step.Replies] };
    }

    /// <inheritdoc />
    protected override Reply? Understood(MoveAppointmentState state) =>
        state.Existing is { } existing && FrenchDateText.Telling(existing) is { } old
            ? new Reply("deplacement.compris", ("ancien", old))
            : null;

    private async ValueTask<DialogStep<MoveAppointmentState>> GoOnAsync(
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
                new Reply("agenda.aucun") { Proposes = Intent.BookAppointment }.With(
                    "bouton.rendez-vous",
                    "bouton.humain"
                )
            );
        }

        if (after.Appointment is { } moved && !all.Contains(moved))
        {
            // Cancelled or moved elsewhere meanwhile.
            return Left(
                after,
                new Reply("agenda.plus-la", ("moment", _texts.Moment(moved.Slot)))
                {
                    Proposes = Intent.ViewAppointment,
                }.With("bouton.voir-rendez-vous", "bouton.humain")
            );
        }

        Reply? elsewhere = null;
        if (after.Appointment is null)
        {
            elsewhere = Elsewhere(after, all);
            after = Meant(after, all);
            if (after.Appointment is null)
            {
                return before.Listed is not null && turn.Heard.Answer == false
                    ? Left(after, new Reply("deplacement.garde"))
                    : DialogStep<MoveAppointmentState>.Wait(after, AskWhich(after));
            }
        }

        var step = await MoveAsync(before, after, turn, cancellationToken);
        return elsewhere is null ? step : step with { Replies = [elsewhere, .. step.Replies] };
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

        if (after.Wish is null or { IsInDoubt: true })
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

        var isOther =
            BookingAnswers.WantsOthers(before.Offered, before.Chosen is not null, turn.Heard)
            is not null;
        if (isOther && !wishChanged)
        {
            return await OfferOthersAsync(after, before.Offered!, turn, cancellationToken);
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
        await _holds.TryHoldAsync(
            chosen,
            state.Appointment!.Visit,
            earlier,
            turn.Now,
            cancellationToken
        )
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
        var (free, isElsewhere) = await _search.NearestAsync(Query(state, turn), cancellationToken);
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
                new Reply(said, ("creneaux", _texts.Spoken(free))).With([.. _texts.Buttons(free)])
            )
            .With([.. Abandon(state)]);
    }

    /// <summary>Offers other slots than the last ones; what was kept is given back.</summary>
    private async ValueTask<DialogStep<MoveAppointmentState>> OfferOthersAsync(
        MoveAppointmentState state,
        Slot[] offered,
        DialogTurn turn,
        CancellationToken cancellationToken
    )
    {
        var alternative = BookingAnswers.WantsOthers(offered, isChosen: false, turn.Heard)!.Value;
        var others = await _search.OthersAsync(
            Query(state, turn),
            offered,
            alternative,
            cancellationToken
        );
        var open = state with { Chosen = null, Hold = null, Recapitulated = false };
        return others.Count == 0
            ? DialogStep<MoveAppointmentState>
                .Wait(
                    open,
                    new Reply("deplacement.rien-d-autre").With([
                        .. _texts.Buttons(offered),
                        "bouton.humain",
                    ])
                )
                .With([.. Abandon(state)])
            : DialogStep<MoveAppointmentState>
                .Wait(
                    open with
                    {
                        Offered = [.. others],
                    },
                    new Reply("deplacement.autres", ("creneaux", _texts.Spoken(others))).With([
                        .. _texts.Buttons(others),
                    ])
                )
                .With([.. Abandon(state)]);
    }

    private static SlotQuery Query(MoveAppointmentState state, DialogTurn turn) =>
        new([state.Appointment!.Slot.Schedule], state.Wish ?? DateWish.AnyTime, turn.Now, Count: 1)
        {
            Visit = state.Appointment.Visit,
        };

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
            .Done(
                state,
                new Reply(
                    "deplacement.fait",
                    ("moment", _texts.Moment(state.Chosen!)),
                    ("adresse", _texts.Address(state.Chosen!))
                )
            )
            .With(
                new TurnCommand.MoveAppointment(
                    state.Appointment!,
                    hold,
                    state.Chosen!,
                    turn.Access!.Phone,
                    turn.Now
                )
                {
                    SlotCount = _holds.Count(state.Chosen!, state.Appointment!.Visit),
                }
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

    /// <summary>That the only appointment there is lies at another time than was said; null when it does not.</summary>
    private Reply? Elsewhere(MoveAppointmentState state, IReadOnlyList<Appointment> all) =>
        all is [var only]
        && state.Existing is { } existing
        && _choice.At(all, existing).Count == 0
        && FrenchDateText.Telling(existing) is { } old
            ? new Reply(
                "deplacement.autre-heure",
                ("ancien", old),
                ("moment", _texts.Moment(only.Slot))
            )
            : null;

    /// <summary>The one appointment there is, or the one that was told of (« mon rendez-vous de jeudi », « de 17 h 30 »).</summary>
    private MoveAppointmentState Meant(MoveAppointmentState state, IReadOnlyList<Appointment> all)
    {
        var told = state.Existing is { } existing ? _choice.At(all, existing) : [];
        var byWish =
            told.Count == 0
            && state.Wish is { HasDay: true, HasWindow: false } day
            && day.From == day.To
                ? _choice.At(all, day)
                : [];
        var named = state with { Existing = null, Wish = byWish.Count > 0 ? null : state.Wish };
        var among =
            told.Count > 0 ? told
            : byWish.Count > 0 ? byWish
            : all;
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

        var told = state.Appointment is null ? heard.Existing : null;
        var isOnlyTold =
            told is not null && heard.When is { } when && when with { Instead = null } == told;
        if (!isOnlyTold && _wishes.Next(state.Offered, state.Wish, heard) is { } wish)
        {
            return state with
            {
                Wish = wish,
                Existing = told ?? state.Existing,
                Chosen = null,
                Recapitulated = false,
                // « Le premier » is now one of the two days.
                Offered = wish.IsInDoubt ? null : state.Offered,
            };
        }

        if (told is not null)
        {
            return state with { Existing = told };
        }

        // Neither day, or yes to both.
        if (state is { Appointment: not null, Wish.IsInDoubt: true } && heard.Answer is { } answer)
        {
            return answer ? state with { Misses = 0 } : state with { Wish = null };
        }

        return Trouble(state, heard) is null ? null : state with { Misses = 0 };
    }

    private static Reply? Trouble(MoveAppointmentState state, Understanding heard) =>
        DayQuestions.Trouble(heard, state is { Appointment: not null, Wish: null });

    private MoveAppointmentState? FillChoice(MoveAppointmentState state, Understanding heard)
    {
        if (state.Offered is not { Length: > 0 } offered)
        {
            return null;
        }

        if (BookingAnswers.WantsOthers(offered, state.Chosen is not null, heard) is not null)
        {
            return state with { Misses = 0 };
        }

        var accepted =
            heard.Answer == true && offered.Length == 1 && state.Chosen is null ? offered[0] : null;
        var chosen =
            _texts.ChosenAmong(offered, heard)
            ?? SlotText.TheOther(offered, state.Chosen, heard)
            ?? accepted;
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
        state.Wish is { IsInDoubt: true } doubted
            ? DayQuestions.Which(doubted)
            : new Reply("deplacement.quand", ("moment", Current(state))).With(
                "bouton.plus-tot",
                "bouton.matin",
                "bouton.apres-midi"
            );

    private Reply AskChoice(MoveAppointmentState state) =>
        new Reply("deplacement.choisir").With([.. _texts.Buttons(state.Offered ?? [])]);

    private Reply Recapitulate(MoveAppointmentState state) =>
        new Reply(
            "deplacement.recapituler",
            ("ancien", Current(state)),
            ("nouveau", _texts.Moment(state.Chosen!))
        ).With("bouton.oui", "bouton.non");
}
