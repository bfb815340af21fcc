using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>Cancels an appointment of a verified person: which one, read back, yes. Anything but a yes leaves it as it is.</summary>
public sealed class CancelAppointmentDialog : FormDialog<CancelAppointmentState>
{
    private readonly IAgenda _agenda;
    private readonly SlotText _texts;
    private readonly AppointmentChoice _choice;

    public CancelAppointmentDialog(IAgenda agenda, SlotText texts)
        : base(DialogJson.Default.CancelAppointmentState)
    {
        _agenda = agenda;
        _texts = texts;
        _choice = new AppointmentChoice(texts);
        Slots =
        [
            new(
                "lequel",
                CategorySet.Of(DataCategory.Date),
                s => s.Appointment is not null,
                FillWhich,
                AskWhich
            ),
            new("accord", CategorySet.None, s => s.Confirmed, FillYes, Recapitulate),
        ];
    }

    /// <inheritdoc />
    public override string Id => "agenda.annuler";

    /// <inheritdoc />
    public override int Version => 1;

    /// <inheritdoc />
    public override IReadOnlyList<Intent> Opens => [Intent.CancelAppointment];

    /// <inheritdoc />
    public override bool RequiresAccess => true;

    /// <inheritdoc />
    protected override CancelAppointmentState Initial => new();

    /// <inheritdoc />
    protected override IReadOnlyList<FormSlot<CancelAppointmentState>> Slots { get; }

    /// <inheritdoc />
    protected override async ValueTask<DialogStep<CancelAppointmentState>> FilledAsync(
        CancelAppointmentState before,
        CancelAppointmentState after,
        DialogTurn turn,
        CancellationToken cancellationToken
    )
    {
        var all = await _agenda.AppointmentsAsync(turn.Access!.Scope, turn.Now, cancellationToken);
        if (all.Count == 0)
        {
            return DialogStep<CancelAppointmentState>.Done(
                after,
                new Reply("agenda.aucun") { Proposes = Intent.BookAppointment }.With(
                    "bouton.rendez-vous",
                    "bouton.humain"
                )
            );
        }

        if (after.Appointment is { } chosen && !all.Contains(chosen))
        {
            // Cancelled or moved elsewhere meanwhile.
            return DialogStep<CancelAppointmentState>.Done(
                after,
                new Reply("agenda.plus-la", ("moment", _texts.Moment(chosen.Slot)))
                {
                    Proposes = Intent.ViewAppointment,
                }.With("bouton.voir-rendez-vous", "bouton.humain")
            );
        }

        var isAnswer = before.Listed is not null || before.Recapitulated;
        var isSame = after.Appointment == before.Appointment;
        if (isAnswer && isSame && turn.Heard.Answer == false)
        {
            return DialogStep<CancelAppointmentState>.Done(after, new Reply("annulation.gardee"));
        }

        return after is { Confirmed: true, Appointment: { } confirmed }
            ? DialogStep<CancelAppointmentState>
                .Done(
                    after,
                    new Reply("annulation.faite", ("moment", _texts.Moment(confirmed.Slot)))
                    {
                        Proposes = Intent.BookAppointment,
                    }.With("bouton.rendez-vous")
                )
                .With(new TurnCommand.CancelAppointment(confirmed, turn.Access.Phone, turn.Now))
            : Ask(after, all);
    }

    /// <inheritdoc />
    protected override ValueTask<DialogStep<CancelAppointmentState>> ResumeAsync(
        CancelAppointmentState state,
        DialogTurn turn,
        CancellationToken cancellationToken
    ) => FilledAsync(state, state, turn, cancellationToken);

    private DialogStep<CancelAppointmentState> Ask(
        CancelAppointmentState state,
        IReadOnlyList<Appointment> all
    )
    {
        var meant =
            state.Wish is { } wish && _choice.At(all, wish) is { Count: > 0 } some ? some : all;
        var asked = state with
        {
            Appointment = state.Appointment ?? (meant is [var only] ? only : null),
            Listed = state.Listed ?? (meant.Count > 1 ? [.. meant] : null),
        };
        var slot = NextSlot(asked)!;
        return DialogStep<CancelAppointmentState>.Wait(
            asked with
            {
                Recapitulated = asked.Appointment is not null,
            },
            slot.Ask(asked)
        );
    }

    private CancelAppointmentState? FillWhich(CancelAppointmentState state, Understanding heard)
    {
        if (state.Listed is not { Length: > 0 } listed)
        {
            return heard.When is { } wish && state.Appointment is null
                ? state with
                {
                    Wish = wish,
                }
                : null;
        }

        if (_choice.Among(listed, heard) is { } chosen && chosen != state.Appointment)
        {
            return state with { Appointment = chosen, Recapitulated = false };
        }

        // « Aucun », « non » : the question is answered, nothing is chosen.
        return state.Appointment is null && heard.Answer == false ? state with { } : null;
    }

    private static CancelAppointmentState? FillYes(
        CancelAppointmentState state,
        Understanding heard
    ) =>
        !state.Recapitulated || heard.Answer is not { } answer ? null
        : answer ? state with { Confirmed = true }
        : state with { };

    private Reply AskWhich(CancelAppointmentState state) =>
        new Reply("annulation.lequel", ("rendez-vous", _choice.Spoken(state.Listed ?? []))).With(
            _choice.Buttons(state.Listed ?? [])
        );

    private Reply Recapitulate(CancelAppointmentState state) =>
        new Reply(
            "annulation.recapituler",
            ("rendez-vous", _texts.Whole(state.Appointment!.Slot))
        ).With("bouton.oui", "bouton.non");
}
