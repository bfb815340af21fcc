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
            "alerte.equipe" => (
                $"Une personne demande à parler à l'équipe ({message.Reference})",
                $"""
                Bonjour,

                Dans la discussion du site, une personne vient de recevoir une consigne d'urgence et demande à parler à
                quelqu'un de l'équipe. Référence : {message.Reference}.
                Elle a les numéros à appeler. Si elle laisse le sien, une demande de rappel suivra.

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
