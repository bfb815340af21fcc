using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Care.Sheets;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Dialogs.Nlu.Dates;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>What is answered at once and kept nowhere: questions for information, courtesies, what is not the bot's to answer.</summary>
public static class Answers
{
    private static readonly string[] Choices =
    [
        "bouton.rendez-vous",
        "bouton.horaires",
        "bouton.acces",
        "bouton.humain",
    ];

    /// <summary>One dialog per intent.</summary>
    /// <param name="clinic">The clinic.</param>
    /// <param name="sheets">The sheets that may be served.</param>
    /// <param name="countsMissed">Whether sentences not understood are counted.</param>
    public static IEnumerable<IDialog> For(Clinic clinic, SheetCatalog sheets, bool countsMissed)
    {
        ArgumentNullException.ThrowIfNull(clinic);
        ArgumentNullException.ThrowIfNull(sheets);
        return [.. Information(clinic, sheets), .. Orientation(countsMissed), .. Manners()];
    }

    private static IEnumerable<IDialog> Information(Clinic clinic, SheetCatalog sheets)
    {
        var facts = new ClinicFacts(clinic);
        var services = new ServiceAnswers(clinic);
        var preparation = new PreparationAnswers(sheets);
        return
        [
            new AnswerDialog("info.horaires", Intent.Hours, turn => Hours(clinic, turn)),
            new AnswerDialog(
                "info.acces",
                Intent.Access,
                turn => Access(clinic, facts, turn.Heard)
            ),
            new AnswerDialog(
                "info.contact",
                Intent.Contact,
                _ => new Reply("info.contact").With("bouton.appeler-secretariat")
            ),
            new AnswerDialog("info.visites", Intent.Visits, turn => Visits(facts, turn.Heard)),
            new AnswerDialog(
                "info.admission",
                Intent.Admission,
                turn => facts.Answer(turn.Heard.Topics, Intent.Admission)
            ),
            new AnswerDialog(
                "info.frais",
                Intent.Costs,
                turn => facts.Answer(turn.Heard.Topics, Intent.Costs)
            ),
            new AnswerDialog(
                "info.preparation",
                Intent.Preparation,
                turn => preparation.Answer(turn.Heard)
            ),
            new AnswerDialog(
                "info.services",
                Intent.Services,
                turn =>
                    facts.Answer(turn.Heard.Topics, Intent.Services) is { Count: > 0 } known
                        ? known
                        : [services.Answer(turn.Heard)]
            ),
        ];
    }

    /// <summary>What is not the bot's to answer: says so, and whom to ask.</summary>
    private static IEnumerable<IDialog> Orientation(bool countsMissed) =>
        [
            new AnswerDialog(
                "orientation.avis",
                Intent.MedicalAdvice,
                _ => new Reply("orientation.avis").With("bouton.rendez-vous", "bouton.humain")
            ),
            new AnswerDialog(
                "orientation.suivi",
                Intent.FollowUpReport,
                _ =>
                    new Reply("orientation.suivi").With(
                        "bouton.appeler-continuite",
                        "bouton.appeler-15"
                    )
            ),
            new AnswerDialog(
                "orientation.tiers",
                Intent.AnotherPerson,
                _ =>
                    new Reply("orientation.tiers").With(
                        "bouton.humain",
                        "bouton.appeler-secretariat"
                    )
            ),
            new AnswerDialog(
                "orientation.hors-sujet",
                Intent.OutOfScope,
                _ => new Reply("orientation.hors-sujet").With(Choices)
            ),
            new AnswerDialog(
                "orientation.consignes",
                Intent.Injection,
                _ => new Reply("orientation.consignes").With(Choices)
            ),
            new AnswerDialog(
                "orientation.anglais",
                Intent.English,
                _ => new Reply("orientation.anglais").With("bouton.appeler-secretariat")
            ),
            new AnswerDialog(
                "orientation.message-recu",
                Intent.MessageOrigin,
                _ => new Reply("orientation.message-recu").With("bouton.appeler-secretariat")
            ),
            new AnswerDialog(
                "orientation.passe",
                Intent.PastConversation,
                _ => new Reply("orientation.passe").With(Choices)
            ),
            new AnswerDialog(
                "droits.acces",
                Intent.RightsAccess,
                _ =>
                    countsMissed
                        ?
                        [
                            new Reply("droits.phrases"),
                            new Reply("droits.acces").With("bouton.humain"),
                        ]
                        : [new Reply("droits.acces").With("bouton.humain")]
            ),
            new AnswerDialog(
                "droits.effacement",
                Intent.RightsErase,
                _ => new Reply("droits.effacement").With("bouton.humain")
            ),
            new AnswerDialog(
                "droits.retrait",
                Intent.RightsWithdraw,
                _ => new Reply("droits.retrait").With("bouton.humain")
            ),
        ];

    private static IEnumerable<IDialog> Manners() =>
        [
            new AnswerDialog(
                "relation.robot",
                Intent.BotIdentity,
                _ => new Reply("relation.robot").With("bouton.humain")
            ),
            new AnswerDialog(
                "relation.aide",
                Intent.Help,
                _ => new Reply("relation.aide").With(Choices)
            ),
            new AnswerDialog(
                "relation.bonjour",
                Intent.Greet,
                _ => new Reply("relation.bonjour").With(Choices)
            ),
            new AnswerDialog("relation.merci", Intent.Thanks, _ => new Reply("relation.merci")),
            new AnswerDialog(
                "relation.au-revoir",
                Intent.Goodbye,
                _ => new Reply("relation.au-revoir")
            ),
            new AnswerDialog(
                "relation.tant-mieux",
                Intent.FalseAlarm,
                _ => new Reply("relation.tant-mieux")
            ),
            new AnswerDialog(
                "relation.repeter",
                Intent.Repeat,
                _ => new Reply("relation.repeter").With(Choices)
            ),
            new AnswerDialog(
                "relation.adulte",
                Intent.Adult,
                _ => new Reply("relation.adulte").With(Choices)
            ),
        ];

    private static Reply Access(Clinic clinic) =>
        clinic.Sites is [{ Access: null }]
            ? new Reply("info.acces")
            : new Reply(
                "info.acces-sites",
                ("sites", string.Join(" ; ", clinic.Sites.Select(Described)))
            );

    private static string Described(Site site) =>
        string.Join(
            ", ",
            new[] { site.Name, site.Address, site.Access, $"parking : {site.Parking}" }.Where(
                part => part is not null
            )
        );

    private static Reply Hours(Clinic clinic, DialogTurn turn)
    {
        if (turn.Heard.When is { From: { } day, To: var to } && to == day)
        {
            var periods =
                FrenchHolidays.IsHoliday(day) || clinic.IsClosed(day)
                    ? []
                    : clinic.Opening.Where(period => period.Day == day.DayOfWeek).ToArray();
            return periods.Length == 0
                ? new Reply("info.ferme", ("jour", FrenchDateText.Day(day)))
                : new Reply(
                    "info.ouvert",
                    ("jour", FrenchDateText.Day(day)),
                    ("heures", OpeningText.Of(periods))
                );
        }

        return new Reply(
            "info.horaires",
            ("horaires", string.Join(" ; ", OpeningText.Lines(clinic.Opening)))
        );
    }

    /// <summary>The address and the car park in one answer, unless the car park alone is asked for; then what else is asked.</summary>
    private static IReadOnlyList<Reply> Access(
        Clinic clinic,
        ClinicFacts facts,
        Understanding heard
    )
    {
        var others = facts.Answer(heard.Topics, Intent.Access);
        var asksAddress = heard.Topics.Contains(InfoTopic.Address);
        return asksAddress || (others.Count == 0 && !heard.Topics.Contains(InfoTopic.Parking))
                ? [Access(clinic), .. others]
            : heard.Topics.Contains(InfoTopic.Parking) ? [new Reply("info.parking"), .. others]
            : others;
    }

    private static IReadOnlyList<Reply> Visits(ClinicFacts facts, Understanding heard) =>
        facts.Answer(heard.Topics, Intent.Visits) is { Count: > 0 } known
            ? known
            : [new Reply("info.visites")];
}
