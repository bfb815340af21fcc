using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>Says the appointments to come, to who was verified.</summary>
public sealed class ViewAppointmentsDialog(IAgenda agenda, SlotText texts)
    : Dialog<ViewAppointmentsState>(DialogJson.Default.ViewAppointmentsState)
{
    /// <inheritdoc />
    public override string Id => "agenda.voir";

    /// <inheritdoc />
    public override int Version => 1;

    /// <inheritdoc />
    public override CategorySet Permit => CategorySet.None;

    /// <inheritdoc />
    public override IReadOnlyList<Intent> Opens => [Intent.ViewAppointment];

    /// <inheritdoc />
    public override bool RequiresAccess => true;

    /// <inheritdoc />
    protected override ViewAppointmentsState Initial => new();

    /// <inheritdoc />
    protected override async ValueTask<DialogStep<ViewAppointmentsState>> StepAsync(
        ViewAppointmentsState state,
        DialogTurn turn,
        CancellationToken cancellationToken
    )
    {
        var appointments = await agenda.AppointmentsAsync(
            turn.Access!.Scope,
            turn.Now,
            cancellationToken
        );
        return DialogStep<ViewAppointmentsState>.Done(
            state,
            appointments.Count == 0
                ? new Reply("agenda.aucun") { Proposes = Intent.BookAppointment }.With(
                    "bouton.rendez-vous",
                    "bouton.humain"
                )
                : Listed([.. appointments.Select(appointment => appointment.Slot)])
                    .With(
                        "bouton.deplacer-rendez-vous",
                        "bouton.annuler-rendez-vous",
                        "bouton.humain"
                    )
        );
    }

    /// <summary>The address is said once where it is the same for all.</summary>
    private Reply Listed(Slot[] slots)
    {
        var addresses = slots.Select(texts.Address).Distinct(StringComparer.Ordinal).ToArray();
        return addresses is [var address]
            ? new Reply(
                slots.Length == 1 ? "agenda.un" : "agenda.liste",
                ("rendez-vous", string.Join(" ; ", slots.Select(texts.Whole))),
                ("adresse", address)
            )
            : new Reply(
                "agenda.liste-adresses",
                (
                    "rendez-vous",
                    string.Join(
                        " ; ",
                        slots.Select(s => $"{texts.Whole(s)}, au {texts.Address(s)}")
                    )
                )
            );
    }

    /// <inheritdoc />
    protected override ValueTask<DialogStep<ViewAppointmentsState>> ResumeAsync(
        ViewAppointmentsState state,
        DialogTurn turn,
        CancellationToken cancellationToken
    ) => StepAsync(state, turn, cancellationToken);
}
