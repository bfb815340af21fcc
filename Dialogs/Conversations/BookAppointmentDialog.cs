using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Care.Identity;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Dialogs.Nlu.Dates;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>
/// Books an appointment: with whom, what for where it changes the length, when, which slot, who for, yes. When nothing fits, the
/// same answers put the patient on the waiting list.
/// </summary>
/// <remarks>A slot is held in the turn that chooses it and booked in a later one, on the saved hold: repeating the yes books once.</remarks>
public sealed class BookAppointmentDialog : FormDialog<BookAppointmentState>
{
    private readonly IAgenda _agenda;
    private readonly Clinic _clinic;
    private readonly SlotHolds _holds;
    private readonly SlotSearch _search;
    private readonly BookingAnswers _answers;
    private readonly BookingQuestions _questions;
    private readonly SlotText _text;

    public BookAppointmentDialog(IAgenda agenda, Clinic clinic)
        : base(DialogJson.Default.BookAppointmentState)
    {
        _agenda = agenda;
        _clinic = clinic;
        _holds = new SlotHolds(agenda, clinic);
        _search = new SlotSearch(agenda, clinic);
        _text = new SlotText(clinic);
        _answers = new BookingAnswers(clinic, _text);
        _questions = new BookingQuestions(clinic, _text);
        Slots =
        [
            new(
                "avec",
                CategorySet.None,
                s => s.Specialty is not null || s.Practitioner is not null,
                BookingAnswers.With,
                _ => _questions.WithWhich()
            ),
            // Only a clinic whose reasons differ in length asks for one, and is permitted to hear it.
            new(
                "motif",
                clinic.VisitReasons.Count > 0
                    ? CategorySet.Of(DataCategory.Procedure)
                    : CategorySet.None,
                s =>
                    s.Reason is not null
                    || s.ReasonUnknown
                    || clinic.ReasonsToAsk(s.Specialty, s.Practitioner).Count == 0,
                _answers.Reason,
                _questions.Reason
            ),
            new(
                "quand",
                CategorySet.Of(DataCategory.Date),
                s => s.Wish is { IsInDoubt: false },
                _answers.When,
                _questions.When
            ),
            new(
                "creneau",
                CategorySet.Of(DataCategory.Date),
                s => s.Chosen is not null || s.Waiting,
                _answers.Choice,
                _questions.Choice
            ),
            new(
                "nom",
                CategorySet.Of(DataCategory.Name, DataCategory.BirthDate, DataCategory.Phone),
                s => s.Name is not null,
                BookingAnswers.Name,
                _questions.Name
            ),
            new(
                "naissance",
                CategorySet.Of(DataCategory.BirthDate, DataCategory.Phone),
                s => s.BirthDate is not null,
                BookingAnswers.BirthDate,
                s => new Reply(s.ForOther ? "reservation.naissance-tiers" : "reservation.naissance")
            ),
            new(
                "telephone",
                CategorySet.Of(DataCategory.Phone),
                s => s.Phone is not null,
                BookingAnswers.Phone,
                s => new Reply(s.ForOther ? "reservation.telephone-tiers" : "reservation.telephone")
            ),
            new(
                "accord",
                CategorySet.None,
                s => s.Confirmed,
                BookingAnswers.Yes,
                _questions.Summary
            ),
        ];
    }

    /// <inheritdoc />
    public override string Id => "agenda.reserver";

    /// <inheritdoc />
    public override int Version => 1;

    /// <inheritdoc />
    public override IReadOnlyList<Intent> Opens => [Intent.BookAppointment, Intent.WaitingList];

    /// <inheritdoc />
    protected override BookAppointmentState Initial => new();

    /// <inheritdoc />
    protected override IReadOnlyList<FormSlot<BookAppointmentState>> Slots { get; }

    /// <inheritdoc />
    protected override async ValueTask<DialogStep<BookAppointmentState>> FilledAsync(
        BookAppointmentState before,
        BookAppointmentState after,
        DialogTurn turn,
        CancellationToken cancellationToken
    )
    {
        var step = await GoOnAsync(before, after, turn, cancellationToken);
        return _answers.Trouble(before, turn.Heard) is { } trouble
            ? step with
            {
                Replies = [trouble, .. step.Replies],
            }
            : step;
    }

    private async ValueTask<DialogStep<BookAppointmentState>> GoOnAsync(
        BookAppointmentState before,
        BookAppointmentState after,
        DialogTurn turn,
        CancellationToken cancellationToken
    )
    {
        after = WithDeclared(before, after, turn.Declared);

        if (
            before.Recapitulated
            && turn.Heard.Field is { } field
            && Reopened(after, field) is { } open
        )
        {
            return await ReopenAsync(before, open, turn, cancellationToken);
        }

        // A yes or a no is about what was just read back; refusing it reopens the choice of the slot.
        if (
            before.Recapitulated
            && turn.Heard.Answer == false
            && !after.Confirmed
            && after.Recapitulated
        )
        {
            return DialogStep<BookAppointmentState>.Wait(
                after,
                new Reply("reservation.que-changer")
            );
        }

        if (after.Confirmed)
        {
            return after.Waiting
                ? await JoinAsync(after, turn, cancellationToken)
                : await ConfirmAsync(after, turn, cancellationToken);
        }

        if (BookingAnswers.WantsOthers(before, turn.Heard) is { } alternative)
        {
            return await OfferOthersAsync(
                after,
                before.Offered!,
                alternative,
                turn,
                cancellationToken
            );
        }

        var requestChanged =
            after.Specialty != before.Specialty
            || after.Practitioner != before.Practitioner
            || after.Reason != before.Reason
            || after.ReasonUnknown != before.ReasonUnknown
            || after.Wish != before.Wish;
        // Said at once, before anything else is asked for.
        if (
            (after.Specialty ?? after.Practitioner) is not null
            && _clinic.Serving(after.Specialty, after.Practitioner).Count == 0
        )
        {
            return NotHere(Free(after, out var given)).With(given);
        }

        if (!requestChanged && after.Waiting)
        {
            return Identify(before, Free(after, out var released), turn).With(released);
        }

        if (
            after.Chosen is { } chosen
            && (before.Chosen != chosen || after.Hold is null)
            && !requestChanged
        )
        {
            return await HoldAsync(after, chosen, before.Hold, turn, cancellationToken);
        }

        return CanOffer(after) && (requestChanged || after.Offered is null)
            ? await OfferAsync(after, new Reply("reservation.creneaux"), turn, cancellationToken)
            : Identify(before, after, turn);
    }

    /// <inheritdoc />
    protected override async ValueTask<DialogStep<BookAppointmentState>> ResumeAsync(
        BookAppointmentState state,
        DialogTurn turn,
        CancellationToken cancellationToken
    )
    {
        if (
            state.Hold is { } hold
            && await _agenda.StatusAsync(hold, turn.Now, cancellationToken) == HoldStatus.Lost
        )
        {
            return await OfferAsync(
                state,
                new Reply("reservation.creneau-perdu"),
                turn,
                cancellationToken
            );
        }

        return AskNext(state);
    }

    /// <inheritdoc />
    protected override IReadOnlyList<TurnCommand> Abandon(BookAppointmentState state) =>
        state.Hold is { } hold ? [new TurnCommand.ReleaseHold(hold)] : [];

    /// <inheritdoc />
    protected override BookAppointmentState? Without(BookAppointmentState state, string slot)
    {
        var open = state with { Recapitulated = false, Confirmed = false };
        return slot switch
        {
            "avec" => open with { Specialty = null, Practitioner = null, Offered = null },
            // Where no reason is asked, there is none to take back.
            "motif" when state.Reason is null && !state.ReasonUnknown => null,
            "motif" => open with { Reason = null, ReasonUnknown = false, Offered = null },
            "quand" => open with { Wish = null, Offered = null },
            "creneau" => open with { Chosen = null, Waiting = false },
            "nom" => open with { Name = null },
            "naissance" => open with { BirthDate = null },
            "telephone" => open with { Phone = null },
            _ => null,
        };
    }

    /// <inheritdoc />
    protected override async ValueTask<DialogStep<BookAppointmentState>> ReopenAsync(
        BookAppointmentState before,
        BookAppointmentState after,
        DialogTurn turn,
        CancellationToken cancellationToken
    ) =>
        before.Chosen is null || after.Chosen is not null || !CanOffer(after)
            ? await ResumeAsync(after, turn, cancellationToken)
        : before.Offered is { Length: > 0 } offered ? OfferAgain(after with { Offered = offered })
        : await OfferAsync(after, new Reply("reservation.creneaux"), turn, cancellationToken);

    /// <summary>The slots last offered, with the one that was kept: it is given back in the same turn.</summary>
    private DialogStep<BookAppointmentState> OfferAgain(BookAppointmentState state)
    {
        var free = Free(state, out var released);
        return DialogStep<BookAppointmentState>
            .Wait(free, _questions.Offer("reservation.creneaux", free, canWait: false))
            .With(released);
    }

    private BookAppointmentState? Reopened(BookAppointmentState state, AnsweredField field) =>
        Without(
            state,
            field switch
            {
                AnsweredField.With => "avec",
                AnsweredField.Reason => "motif",
                AnsweredField.When => "quand",
                AnsweredField.Slot => "creneau",
                AnsweredField.Name => "nom",
                AnsweredField.BirthDate => "naissance",
                _ => "telephone",
            }
        );

    /// <summary>The state without the slot that it kept, and the command that gives it back.</summary>
    private static BookAppointmentState Free(BookAppointmentState state, out TurnCommand[] released)
    {
        released = state.Hold is { } hold ? [new TurnCommand.ReleaseHold(hold)] : [];
        return state with { Chosen = null, Hold = null, Recapitulated = false, Confirmed = false };
    }

    /// <summary>Who writes is not asked twice in a conversation; for somebody else, it is asked.</summary>
    private static BookAppointmentState WithDeclared(
        BookAppointmentState before,
        BookAppointmentState after,
        DeclaredPerson? declared
    )
    {
        if (declared is null)
        {
            return after;
        }

        if (after.ForOther)
        {
            return !before.ForOther && after.Name == declared.Name
                ? after with
                {
                    Name = null,
                    BirthDate = null,
                    Phone = null,
                }
                : after;
        }

        var isAskedNow = after.Chosen is not null || after.Waiting;
        return isAskedNow && after is { Name: null, BirthDate: null, Phone: null }
            ? after with
            {
                Name = declared.Name,
                BirthDate = declared.BirthDate,
                Phone = declared.Phone,
            }
            : after;
    }

    /// <summary>Who writes, for the rest of the conversation; of somebody else, nothing.</summary>
    private static DeclaredPerson? Declared(BookAppointmentState state) =>
        state.ForOther
            ? null
            : new DeclaredPerson(state.Name!, state.BirthDate!.Value, state.Phone!.Value);

    private TimeSpan? Visit(BookAppointmentState state) =>
        _clinic.VisitLength(state.Specialty, state.Practitioner, state.Reason);

    private SlotQuery Query(BookAppointmentState state, DialogTurn turn) =>
        new(
            [
                .. _clinic
                    .Serving(state.Specialty, state.Practitioner)
                    .Select(practitioner => practitioner.Id),
            ],
            state.Wish ?? DateWish.AnyTime,
            turn.Now,
            Count: 1
        )
        {
            Visit = Visit(state),
        };

    /// <summary>Whether everything is known that slots are looked for by.</summary>
    private bool CanOffer(BookAppointmentState state) =>
        state.Wish is { IsInDoubt: false } && Slots.Take(2).All(slot => slot.IsFilled(state));

    /// <summary>Who it is for: yes to the question agrees to say it, no takes the slot's keeping back.</summary>
    private DialogStep<BookAppointmentState> Identify(
        BookAppointmentState before,
        BookAppointmentState after,
        DialogTurn turn
    )
    {
        if (!before.IdentityAsked || after.Name is not null || NextSlot(after)?.Name != "nom")
        {
            return AskNext(after);
        }

        if (turn.Heard.Refuses && BookingAnswers.IsBare(turn.Heard))
        {
            var free = Free(after, out var released);
            return DialogStep<BookAppointmentState>
                .Wait(
                    free with
                    {
                        IdentityAsked = false,
                        Waiting = false,
                    },
                    new Reply("reservation.sans-identite").With(
                        "bouton.appeler-secretariat",
                        "bouton.humain"
                    )
                )
                .With(released);
        }

        return turn.Heard.Answer == true
            ? DialogStep<BookAppointmentState>.Wait(
                after,
                new Reply(after.ForOther ? "reservation.nom-tiers" : "reservation.nom")
            )
            : AskNext(after);
    }

    private DialogStep<BookAppointmentState> AskNext(BookAppointmentState state)
    {
        var slot = NextSlot(state)!;
        var asked = slot.Name switch
        {
            "accord" => state with { Recapitulated = true },
            "motif" => state with { ReasonAsked = true },
            "nom" => state with { IdentityAsked = true },
            _ => state,
        };
        return DialogStep<BookAppointmentState>.Wait(asked, slot.Ask(asked));
    }

    private async ValueTask<DialogStep<BookAppointmentState>> HoldAsync(
        BookAppointmentState state,
        Slot chosen,
        HoldId? earlier,
        DialogTurn turn,
        CancellationToken cancellationToken
    )
    {
        var kept = await _holds.TryHoldAsync(
            chosen,
            Visit(state),
            earlier,
            turn.Now,
            cancellationToken
        );
        return kept is ({ } hold, { } commands)
            ? AskNext(state with { Hold = hold }).With(commands)
            : await OfferAsync(
                state,
                new Reply("reservation.creneau-pris"),
                turn,
                cancellationToken
            );
    }

    /// <summary>Offers slots for what is wished; what was held is given back.</summary>
    private async ValueTask<DialogStep<BookAppointmentState>> OfferAsync(
        BookAppointmentState state,
        Reply opening,
        DialogTurn turn,
        CancellationToken cancellationToken
    )
    {
        var open = Free(state, out var released) with { Waiting = false };
        var query = Query(open, turn);
        if (query.Schedules.Count == 0)
        {
            return NotHere(open).With(released);
        }

        var (free, elsewhere) = await _search.NearestAsync(query, cancellationToken);
        if (free.Count == 0 && query.Wish.From > _clinic.Horizon(turn.Now))
        {
            return DialogStep<BookAppointmentState>
                .Wait(
                    open with
                    {
                        Wish = null,
                        Offered = null,
                    },
                    BookingQuestions.TooFar(_clinic.Horizon(turn.Now))
                )
                .With(released);
        }

        if (free.Count == 0)
        {
            var full = open with { Offered = [] };
            Reply[] replies =
                opening.Key == "reservation.creneaux"
                    ? [_questions.Full(full)]
                    : [new Reply("reservation.parti"), _questions.Full(full)];
            return DialogStep<BookAppointmentState>.Wait(full, replies).With(released);
        }

        var key =
            elsewhere && opening.Key == "reservation.creneaux"
                ? "reservation.creneaux-ailleurs"
                : opening.Key;
        var offered = open with { Offered = [.. free] };
        return DialogStep<BookAppointmentState>
            .Wait(offered, _questions.Offer(key, offered, canWait: elsewhere))
            .With(released);
    }

    private DialogStep<BookAppointmentState> NotHere(BookAppointmentState state) =>
        DialogStep<BookAppointmentState>.Wait(
            state with
            {
                Specialty = null,
                Practitioner = null,
                Offered = null,
            },
            new Reply("reservation.pas-ici", ("avec", _questions.WithWhom(state))),
            _questions.WithWhich()
        );

    /// <summary>Offers other slots than the last ones; what was held is given back.</summary>
    private async ValueTask<DialogStep<BookAppointmentState>> OfferOthersAsync(
        BookAppointmentState state,
        Slot[] offered,
        Alternative alternative,
        DialogTurn turn,
        CancellationToken cancellationToken
    )
    {
        var open = Free(state, out var released) with { Waiting = false, Offered = offered };
        IReadOnlyList<Slot> others =
            offered.Length == 0
                ? []
                : await _search.OthersAsync(
                    Query(open, turn),
                    offered,
                    alternative,
                    cancellationToken
                );
        if (others.Count > 0)
        {
            var next = open with { Offered = [.. others] };
            return DialogStep<BookAppointmentState>
                .Wait(next, _questions.Offer("reservation.creneaux-autres", next, canWait: false))
                .With(released);
        }

        var isEarlier = alternative == Alternative.Earlier && offered.Length > 0;
        return DialogStep<BookAppointmentState>
            .Wait(
                isEarlier ? open with { Wish = Sooner(open, offered, turn) } : open,
                BookingQuestions.NothingElse(isEarlier)
            )
            .With(released);
    }

    /// <summary>What somebody waits for who wants to come sooner than any slot offered: the days before them, where there are any.</summary>
    private DateWish? Sooner(BookAppointmentState state, Slot[] offered, DialogTurn turn)
    {
        var eve = offered.Min(_text.DayOf).AddDays(-1);
        var from = state.Wish?.From;
        return eve >= DateOnly.FromDateTime(_clinic.Local(turn.Now))
            ? (state.Wish ?? DateWish.AnyTime) with
            {
                From = from <= eve ? from : null,
                To = eve,
            }
            : state.Wish;
    }

    /// <summary>Re-reads the hold before it speaks: what is said is what the agenda holds.</summary>
    private async ValueTask<DialogStep<BookAppointmentState>> ConfirmAsync(
        BookAppointmentState state,
        DialogTurn turn,
        CancellationToken cancellationToken
    )
    {
        var status = await _agenda.StatusAsync(state.Hold!.Value, turn.Now, cancellationToken);
        if (status == HoldStatus.Lost)
        {
            return await OfferAsync(
                state,
                new Reply("reservation.creneau-perdu"),
                turn,
                cancellationToken
            );
        }

        var chosen = state.Chosen!;
        var taken = _holds.Count(chosen, Visit(state));
        return DialogStep<BookAppointmentState>
            .Done(state, _questions.Booked(state))
            .With(
                new TurnCommand.ConfirmBooking(state.Hold.Value, chosen, PartyOf(state), turn.Now)
                {
                    SlotCount = taken,
                    Length = taken * _clinic.RulesOf(chosen.Schedule).Length,
                    Reason = state.Reason,
                }
            ) with
        {
            Declares = Declared(state),
        };
    }

    /// <summary>Puts the patient on the waiting list; what else was free then is noted, so that the list says what is new.</summary>
    private async ValueTask<DialogStep<BookAppointmentState>> JoinAsync(
        BookAppointmentState state,
        DialogTurn turn,
        CancellationToken cancellationToken
    )
    {
        var free = await _agenda.FindFreeAsync(Query(state, turn), cancellationToken);
        var id = WaitingId.New(turn.Now);
        var wish = new WaitingWish(
            state.Specialty,
            state.Practitioner,
            state.Reason,
            state.Wish ?? DateWish.AnyTime,
            CouldChoose: free.Count > 0
        );
        return DialogStep<BookAppointmentState>
            .Done(state, _questions.Joined(state, id))
            .With(new TurnCommand.JoinWaitingList(id, wish, PartyOf(state), turn.Now)) with
        {
            Declares = Declared(state),
        };
    }

    private static BookingParty PartyOf(BookAppointmentState state) =>
        new(state.Name!, state.BirthDate!.Value, state.Phone!.Value, state.ForOther);
}
