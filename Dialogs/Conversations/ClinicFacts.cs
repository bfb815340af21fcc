using System.Text.Json;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>Answers from what the clinic's file tells of itself; what it does not tell is said not to be known.</summary>
public sealed class ClinicFacts(Clinic clinic)
{
    /// <summary>The topics that only the clinic's file can answer, and the intent of each.</summary>
    private static readonly (InfoTopic Topic, Intent Intent)[] Told =
    [
        (InfoTopic.Transport, Intent.Access),
        (InfoTopic.Accessibility, Intent.Access),
        (InfoTopic.Papers, Intent.Admission),
        (InfoTopic.PreAdmission, Intent.Admission),
        (InfoTopic.Arrival, Intent.Admission),
        (InfoTopic.Room, Intent.Admission),
        (InfoTopic.Prices, Intent.Costs),
        (InfoTopic.Reimbursement, Intent.Costs),
        (InfoTopic.Payment, Intent.Costs),
        (InfoTopic.Invoice, Intent.Costs),
        (InfoTopic.Companions, Intent.Visits),
        (InfoTopic.Meals, Intent.Services),
        (InfoTopic.Internet, Intent.Services),
        (InfoTopic.Results, Intent.Services),
        (InfoTopic.Documents, Intent.Services),
        (InfoTopic.LostProperty, Intent.Services),
        (InfoTopic.Email, Intent.Services),
    ];

    /// <summary>The keys that <see cref="Clinic.Information"/> may have.</summary>
    public static IEnumerable<string> Keys => Told.Select(told => KeyOf(told.Topic));

    /// <summary>One answer for each topic of this intent, and one for all that is not known. Empty when no topic is of it.</summary>
    public IReadOnlyList<Reply> Answer(IReadOnlyList<InfoTopic> topics, Intent intent)
    {
        var replies = new List<Reply>();
        var isUnknown = false;
        foreach (var topic in topics.Where(topic => Told.Contains((topic, intent))))
        {
            if (clinic.Information.TryGetValue(KeyOf(topic), out var text))
            {
                replies.Add(new Reply("info.fait", ("texte", text)));
            }
            else
            {
                isUnknown = true;
            }
        }

        if (isUnknown)
        {
            replies.Add(
                new Reply("info.inconnu").With("bouton.appeler-secretariat", "bouton.humain")
            );
        }

        return replies;
    }

    private static string KeyOf(InfoTopic topic) =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName(topic.ToString());
}
