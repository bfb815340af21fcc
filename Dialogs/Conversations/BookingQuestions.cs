using System.Diagnostics.CodeAnalysis;
using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu.Dates;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>What a booking asks and says, with its blanks and buttons.</summary>
internal sealed class BookingQuestions(Clinic clinic, SlotText text)
{
    private const int MaxChoices = 6;

    public Reply WithWhich() =>
        new Reply("reservation.avec-qui").With([
            .. clinic
                .Practitioners.Select(p => p.Specialty)
                .Distinct(StringComparer.Ordinal)
                .Take(MaxChoices)
                .Select(id => "=" + clinic.LabelOf(id)),
        ]);

    /// <summary>A closed choice: whoever does not find theirs does not know it.</summary>
    public Reply Reason(BookAppointmentState state)
    {
        var labels = clinic
            .ReasonsToAsk(state.Specialty, state.Practitioner)
            .Select(reason => reason.Label)
            .ToArray();
        return new Reply(
            "reservation.motif",
            ("avec", text.With(state.Specialty, state.Practitioner, null)),
            ("motifs", string.Join(", ", labels))
        ).With([.. labels.Select(label => "=" + label), "bouton.ne-sait-pas"]);
    }

    public Reply When(BookAppointmentState state) =>
        state.Wish is { IsInDoubt: true } doubted
            ? DayQuestions.Which(doubted)
            : new Reply("reservation.quand", ("avec", WithWhom(state))).With(
                "bouton.plus-tot",
                "bouton.matin",
                "bouton.apres-midi"
            );

    public Reply Choice(BookAppointmentState state) =>
        state.Offered is { Length: > 0 } offered
            ? new Reply("reservation.choisir").With([
                .. text.Buttons(offered),
                "bouton.autres-creneaux",
            ])
            : Full(state);

    /// <summary>All at once at first; once a part of it was said, only what is still missing.</summary>
    public Reply Name(BookAppointmentState state) =>
        state.BirthDate is not null || state.Phone is not null
            ? new Reply(state.ForOther ? "reservation.nom-tiers" : "reservation.nom")
        : state.Waiting
            ? new Reply(
                state.ForOther ? "attente.identite-tiers" : "attente.identite",
                ("avec", WithWhom(state))
            )
        : new Reply(
            state.ForOther ? "reservation.identite-tiers" : "reservation.identite",
            ("moment", text.Moment(state.Chosen!))
        );

    [SuppressMessage(
        "Privacy",
        "CBS0002:Patient data is made part of a text",
        Justification = "Read back to the person who gave it, before anything is booked."
    )]
    public Reply Summary(BookAppointmentState state)
    {
        var name = $"{state.Name!.RevealGiven()} {state.Name.RevealFamily()}";
        var summary = state.Waiting
            ? new Reply(
                "attente.recapituler",
                ("nom", name),
                ("avec", WithWhom(state)),
                ("souhait", FrenchDateText.Wish(state.Wish ?? DateWish.AnyTime))
            )
            : new Reply(
                "reservation.recapituler",
                ("nom", name),
                ("moment", text.Moment(state.Chosen!)),
                ("avec", text.With(state.Chosen!, state.Specialty, state.Reason))
            );
        return summary.With("bouton.oui", "bouton.non");
    }

    /// <summary>Two slots or one, each a button; others, or the waiting list when what was wished for is full.</summary>
    public Reply Offer(string key, BookAppointmentState state, bool canWait) =>
        new Reply(key, ("avec", WithWhom(state)), ("creneaux", text.Spoken(state.Offered!))).With([
            .. text.Buttons(state.Offered!),
            "bouton.autres-creneaux",
            .. canWait ? (string[])["bouton.liste-attente"] : [],
        ]);

    public Reply Full(BookAppointmentState state) =>
        new Reply("reservation.complet", ("avec", WithWhom(state))).With([
            "bouton.liste-attente",
            .. state.Wish is { } wish && wish != DateWish.AnyTime
                ? (string[])["bouton.plus-tot"]
                : [],
            "bouton.humain",
        ]);

    /// <summary>A day past the last one that the agenda opens is not one that is full.</summary>
    public static Reply TooFar(DateOnly last) =>
        new Reply("reservation.trop-loin", ("jour", FrenchDateText.Day(last))).With(
            "bouton.plus-tot",
            "bouton.humain"
        );

    public static Reply NothingElse(bool isEarlier) =>
        new Reply(isEarlier ? "reservation.rien-plus-tot" : "reservation.rien-d-autre").With(
            "bouton.liste-attente",
            "bouton.humain"
        );

    public Reply Booked(BookAppointmentState state) =>
        new(
            "reservation.faite",
            ("moment", text.Moment(state.Chosen!)),
            ("avec", text.With(state.Chosen!, state.Specialty, state.Reason)),
            ("adresse", clinic.SiteOf(state.Chosen!.Schedule).Address)
        );

    public Reply Joined(BookAppointmentState state, WaitingId id) =>
        new("attente.inscrit", ("avec", WithWhom(state)), ("reference", id.Reference));

    public string WithWhom(BookAppointmentState state) =>
        text.With(state.Specialty, state.Practitioner, state.Reason);
}
