using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Dialogs.Nlu.Dates;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>Books an appointment: with whom, when, which slot, who for, yes.</summary>
/// <remarks>A slot is held in the turn that chooses it and booked in a later one, on the saved hold: repeating the yes books once.</remarks>
public sealed class BookAppointmentDialog : FormDialog<BookAppointmentState>
{
    private readonly IAgenda _agenda;
    private readonly Clinic _clinic;
    private readonly SlotTexts _texts;
    private readonly SlotOffers _offers;

    public BookAppointmentDialog(IAgenda agenda, Clinic clinic)
        : base(DialogJson.Default.BookAppointmentState)
    {
        _agenda = agenda;
        _clinic = clinic;
        _texts = new SlotTexts(clinic);
        _offers = new SlotOffers(agenda);
        Slots =
        [
            new(
                "avec",
                CategorySet.None,
                s => s.Specialty is not null || s.Practitioner is not null,
                FillWith,
                AskWith
            ),
            new(
                "quand",
                CategorySet.Of(DataCategory.Date),
                s => s.Wish is not null,
                FillWhen,
                AskWhen
            ),
            new(
                "creneau",
                CategorySet.Of(DataCategory.Date),
                s => s.Chosen is not null,
                FillChoice,
                AskChoice
            ),
            new(
                "nom",
                CategorySet.Of(DataCategory.Name, DataCategory.BirthDate, DataCategory.Phone),
                s => s.Name is not null,
                FillName,
                AskName
            ),
            new(
                "naissance",
                CategorySet.Of(DataCategory.BirthDate, DataCategory.Phone),
                s => s.BirthDate is not null,
                (s, h) =>
                    h.BirthDate is { } date && date != s.BirthDate
                        ? s with
                        {
                            BirthDate = date,
                            Recapitulated = false,
                        }
                        : null,
                s => new Reply(s.ForOther ? "reservation.naissance-tiers" : "reservation.naissance")
            ),
            new(
                "telephone",
                CategorySet.Of(DataCategory.Phone),
                s => s.Phone is not null,
                (s, h) =>
                    h.Phone is { } phone && phone != s.Phone
                        ? s with
                        {
                            Phone = phone,
                            Recapitulated = false,
                        }
                        : null,
                _ => new Reply("reservation.telephone")
            ),
            new("accord", CategorySet.None, s => s.Confirmed, FillYes, Recapitulate),
        ];
    }

    /// <inheritdoc />
    public override string Id => "agenda.reserver";

    /// <inheritdoc />
    public override int Version => 1;

    /// <inheritdoc />
    public override IReadOnlyList<Intent> Opens => [Intent.BookAppointment];

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
            return await ConfirmAsync(after, turn, cancellationToken);
        }

        var requestChanged =
            after.Specialty != before.Specialty
            || after.Practitioner != before.Practitioner
            || after.Wish != before.Wish;
        if (
            after.Chosen is { } chosen
            && (before.Chosen != chosen || after.Hold is null)
            && !requestChanged
        )
        {
            return await HoldAsync(after, chosen, before.Hold, turn, cancellationToken);
        }

        var mustOffer =
            after.Wish is not null
            && (after.Specialty ?? after.Practitioner) is not null
            && (requestChanged || after.Offered is null);
        return mustOffer
            ? await OfferAsync(after, new Reply("reservation.creneaux"), turn, cancellationToken)
            : AskNext(after);
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

    private static BookAppointmentState? FillWith(BookAppointmentState state, Understanding heard)
    {
        var filled = state with
        {
            Practitioner =
                heard.Practitioner
                ?? (
                    heard.Specialty is null || heard.Specialty == state.Specialty
                        ? state.Practitioner
                        : null
                ),
            Specialty = heard.Specialty ?? (heard.Practitioner is null ? state.Specialty : null),
            ForOther = state.ForOther || heard.ForOther,
        };
        return filled == state ? null : filled;
    }

    private static BookAppointmentState? FillWhen(BookAppointmentState state, Understanding heard)
    {
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

    private BookAppointmentState? FillChoice(BookAppointmentState state, Understanding heard)
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

    private static BookAppointmentState? FillName(BookAppointmentState state, Understanding heard)
    {
        // Once read back, a name is replaced only by somebody who says that it is wrong.
        var settled = state.Recapitulated && heard.Answer != false;
        return heard.Name is { } name && name != state.Name && !settled
            ? state with
            {
                Name = name,
                Recapitulated = false,
            }
            : null;
    }

    private static BookAppointmentState? FillYes(BookAppointmentState state, Understanding heard) =>
        !state.Recapitulated ? null
        : heard.Answer == true ? state with { Confirmed = true }
        : heard.Answer == false ? state with { Misses = 0, Recapitulated = state.Recapitulated }
        : null;

    private Reply AskWith(BookAppointmentState state) =>
        new Reply("reservation.avec-qui").With([
            .. _clinic
                .Practitioners.Select(p => p.Specialty)
                .Distinct(StringComparer.Ordinal)
                .Take(6)
                .Select(id => "=" + _clinic.LabelOf(id)),
        ]);

    private Reply AskWhen(BookAppointmentState state) =>
        new Reply("reservation.quand", ("avec", With(state))).With(
            "bouton.plus-tot",
            "bouton.matin",
            "bouton.apres-midi"
        );

    private Reply AskChoice(BookAppointmentState state) =>
        new Reply("reservation.choisir").With(_texts.Buttons(state.Offered ?? []));

    private Reply AskName(BookAppointmentState state) =>
        new(
            state.ForOther ? "reservation.identite-tiers" : "reservation.identite",
            ("moment", Moment(state.Chosen!))
        );

    private Reply Recapitulate(BookAppointmentState state) =>
        new Reply(
            "reservation.recapituler",
            ("nom", $"{state.Name!.RevealGiven()} {state.Name.RevealFamily()}"),
            ("moment", Moment(state.Chosen!)),
            ("avec", WithChosen(state))
        ).With("bouton.oui", "bouton.non");

    private DialogStep<BookAppointmentState> AskNext(BookAppointmentState state)
    {
        var slot = NextSlot(state)!;
        var asked = slot.Name == "accord" ? state with { Recapitulated = true } : state;
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
        if (
            await _offers.TryHoldAsync(chosen, earlier, turn.Now, cancellationToken)
            is not
            ({ } hold, { } commands)
        )
        {
            return await OfferAsync(
                state,
                new Reply("reservation.creneau-pris"),
                turn,
                cancellationToken
            );
        }

        return AskNext(state with { Hold = hold }).With(commands);
    }

    /// <summary>Offers other slots; what was held is given back.</summary>
    private async ValueTask<DialogStep<BookAppointmentState>> OfferAsync(
        BookAppointmentState state,
        Reply opening,
        DialogTurn turn,
        CancellationToken cancellationToken
    )
    {
        TurnCommand[] release = state.Hold is { } hold ? [new TurnCommand.ReleaseHold(hold)] : [];
        var open = state with
        {
            Chosen = null,
            Hold = null,
            Recapitulated = false,
            Confirmed = false,
        };
        var schedules = _clinic
            .Serving(open.Specialty, open.Practitioner)
            .Select(practitioner => practitioner.Id)
            .ToArray();
        if (schedules.Length == 0)
        {
            return DialogStep<BookAppointmentState>
                .Wait(
                    open with
                    {
                        Specialty = null,
                        Practitioner = null,
                        Offered = null,
                    },
                    new Reply("reservation.pas-ici", ("avec", With(open))),
                    AskWith(open)
                )
                .With(release);
        }

        var wish = open.Wish ?? DateWish.AnyTime;
        var (free, elsewhere) = await _offers.FindAsync(
            schedules,
            wish,
            turn.Now,
            cancellationToken
        );
        if (free.Count == 0)
        {
            return DialogStep<BookAppointmentState>
                .Wait(
                    open with
                    {
                        Wish = null,
                        Offered = null,
                    },
                    new Reply("reservation.complet", ("avec", With(open))).With(
                        "bouton.humain",
                        "bouton.plus-tot"
                    )
                )
                .With(release);
        }

        var offered = open with { Offered = [.. free] };
        var key =
            elsewhere && opening.Key == "reservation.creneaux"
                ? "reservation.creneaux-ailleurs"
                : opening.Key;
        var reply = new Reply(key, ("avec", With(open)), ("creneaux", _texts.Spoken(free))).With(
            _texts.Buttons(free)
        );
        return DialogStep<BookAppointmentState>.Wait(offered, reply).With(release);
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

        var party = new BookingParty(
            state.Name!,
            state.BirthDate!.Value,
            state.Phone!.Value,
            state.ForOther
        );
        return DialogStep<BookAppointmentState>
            .Done(
                state,
                new Reply(
                    "reservation.faite",
                    ("moment", Moment(state.Chosen!)),
                    ("avec", WithChosen(state))
                )
            )
            .With(new TurnCommand.ConfirmBooking(state.Hold.Value, state.Chosen!, party, turn.Now));
    }

    private string With(BookAppointmentState state) =>
        state.Practitioner is { } practitioner
            ? $"avec le {_clinic.Find(practitioner)?.DisplayName}"
        : state.Specialty is { } specialty ? $"en {_clinic.LabelOf(specialty)}"
        : string.Empty;

    private string WithChosen(BookAppointmentState state) => _texts.With(state.Chosen!);

    private string Moment(Slot slot) => _texts.Moment(slot);
}
