using ChatbotSante.Bot.Ports;

namespace ChatbotSante.Bot.Outbox;

/// <summary>The messages this program sends to staff: none says who, why or what about.</summary>
internal static class OutboxTemplates
{
    public static (string Subject, string Body) Of(OutboxMessage message) =>
        message.Template switch
        {
            "rappel.secretariat" => (
                $"Une demande de rappel vous attend ({message.Reference})",
                $"""
                Bonjour,

                Une demande de rappel vous attend. Référence : {message.Reference}.
                Pour la lire, sur le poste du secrétariat : ChatbotSante callbacks

                Ce message ne contient volontairement aucune information sur la personne.
                """
            ),
            "attente.secretariat" => (
                $"Une inscription sur la liste d'attente ({message.Reference})",
                $"""
                Bonjour,

                Une personne s'est inscrite sur la liste d'attente. Référence : {message.Reference}.
                Pour la lire, sur le poste du secrétariat : ChatbotSante waiting-list

                Ce message ne contient volontairement aucune information sur la personne.
                """
            ),
            _ => throw new InvalidOperationException(
                "An outbox row names a template that this build does not have."
            ),
        };
}
