using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Dialogs.Nlu.Dates;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>The questions answered from the clinic's file.</summary>
public static class Answers
{
    /// <summary>One dialog per question.</summary>
    public static IEnumerable<IDialog> For(Clinic clinic)
    {
        ArgumentNullException.ThrowIfNull(clinic);
        return
        [
            new AnswerDialog("info.horaires", Intent.Hours, turn => Hours(clinic, turn)),
            new AnswerDialog("info.acces", Intent.Access, _ => Access(clinic)),
            new AnswerDialog("info.contact", Intent.Contact, _ => new Reply("info.contact")),
            new AnswerDialog("info.visites", Intent.Visits, _ => new Reply("info.visites")),
            new AnswerDialog(
                "relation.robot",
                Intent.BotIdentity,
                _ => new Reply("relation.robot").With("bouton.humain")
            ),
            new AnswerDialog(
                "relation.aide",
                Intent.Help,
                _ =>
                    new Reply("relation.aide").With(
                        "bouton.rendez-vous",
                        "bouton.horaires",
                        "bouton.acces",
                        "bouton.humain"
                    )
            ),
            new AnswerDialog(
                "relation.bonjour",
                Intent.Greet,
                _ =>
                    new Reply("relation.bonjour").With(
                        "bouton.rendez-vous",
                        "bouton.horaires",
                        "bouton.acces",
                        "bouton.humain"
                    )
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
        ];
    }

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
}
