using System.Collections.Immutable;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu;

/// <summary>The first intent rules: phrases, looked for word by word, each found where it starts.</summary>
internal static class IntentRules
{
    private static readonly (Intent Intent, string[][] Phrases)[] Rules =
    [
        (
            Intent.Human,
            Phrases(
                "humain|un humain|quelqu un|quelquun|une personne|vraie personne|conseiller|conseillere|secretariat|secretaire|standard|standardiste|un agent|une agente|operateur|rappelez moi|rappeler|me rappeler|etre rappele|etre rappelee|a etre rappele"
            )
        ),
        (
            Intent.CancelAppointment,
            Phrases(
                "annuler mon rdv|annuler mon rendez vous|annuler le rdv|annuler le rendez vous|annuler un rendez vous|annuler un rdv|supprimer mon rendez vous|supprimer mon rdv|annuler ma consultation|annulation de mon|annulez mon|annule mon|annuler mes rendez vous|annuler celui"
            )
        ),
        (
            Intent.ChangeAppointment,
            Phrases(
                "deplacer|deplacez|decaler|decalez|avancer mon|avancer le|reporter mon|reporter ma|reporter le|changer de date|changer d heure|changer de jour|changer mon rdv|changer mon rendez vous|changer la date|changer l heure|modifier mon rdv|modifier mon rendez vous|reprogrammer"
            )
        ),
        (
            Intent.ViewAppointment,
            Phrases(
                "quand est mon rdv|quand est mon rendez vous|date de mon rendez vous|date de mon rdv|heure de mon rendez vous|heure de mon rdv|j ai rdv quand|mes rendez vous|mes rdv|voir mon rendez vous|voir mon rdv|retrouver mon rendez vous|mon prochain rendez vous|mon prochain rdv|quand j ai rdv|quand j ai rendez vous|quand ai je rendez vous|quel jour est mon rendez vous|a quelle heure est mon"
            )
        ),
        (
            Intent.BookAppointment,
            Phrases(
                "rdv|rendez vous|rendezvous|rendevous|rendez vou|prendre date|consultation|consulter|reserver|reservation|voir un docteur|voir un medecin|voir le docteur|voir le dr|voir un|creneau|dispo|disponibilite|disponibilites"
            )
        ),
        (Intent.Visits, Phrases("visite|visites|visiter|rendre visite")),
        (
            Intent.Hours,
            Phrases(
                "horaire|horaires|ouvert|ouverts|ouverte|ouvertes|ouvrez|ouvre|fermez|ferme|fermez vous|fermeture|ouverture|heures d ouverture"
            )
        ),
        (
            Intent.Access,
            Phrases(
                "adresse|parking|parkings|garer|stationner|stationnement|itineraire|acces|comment venir|ou etes vous|vous etes ou|ou est la clinique|ou se trouve|ou se situe|situe|situee|bus|tram|plan"
            )
        ),
        (
            Intent.Contact,
            Phrases(
                "votre numero|numero de telephone de la clinique|numero du secretariat|vous joindre|vous appeler|telephone de la clinique|votre telephone"
            )
        ),
        (
            Intent.BotIdentity,
            Phrases(
                "robot|un bot|une machine|qui es tu|qui etes vous|es tu humain|une ia|intelligence artificielle|chatbot"
            )
        ),
        (
            Intent.Help,
            Phrases(
                "aide|aidez moi|aide moi|help|que pouvez vous faire|que peux tu faire|comment ca marche"
            )
        ),
        (
            Intent.Abandon,
            Phrases("laisse tomber|laissez tomber|abandonner|stop|arrete|arretez|arreter|tant pis")
        ),
        (Intent.Cancel, Phrases("annuler|annule|annulez")),
        (
            Intent.ResendCode,
            Phrases(
                "renvoyer le code|renvoyez le code|renvoie le code|renvoyez moi|renvoyer un code|renvoyez un code|nouveau code|autre code|pas recu de code|pas recu le code|pas recu le sms|pas recu de sms|rien recu|code perdu|plus le code"
            )
        ),
        (
            Intent.FalseAlarm,
            Phrases(
                "tout va bien|fausse alerte|me suis trompe|me suis trompee|pas une urgence|pas d urgence|c etait une erreur|rien de grave"
            )
        ),
        (Intent.Thanks, Phrases("merci|mercii|mci|remercie")),
        (
            Intent.Goodbye,
            Phrases("au revoir|aurevoir|bonne journee|bonne soiree|a bientot|bye|salut a")
        ),
        (Intent.Greet, Phrases("bonjour|bjr|bonsoir|salut|slt|coucou|hello|bsr")),
    ];

    private static readonly PhraseIndex<Intent> Index = new(
        Rules.SelectMany(rule => rule.Phrases.Select(phrase => (phrase, rule.Intent)))
    );

    /// <summary>The intents of a message, each once, in order of appearance; courtesies last.</summary>
    public static ImmutableArray<Intent> In(FoldedText text)
    {
        List<(int At, Intent Intent)>? found = null;
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            foreach (var (words, intent) in Index.StartingAt(text, i))
            {
                if (
                    text.Matches(i, words)
                    && !IsRefused(text, i, intent)
                    && found?.Exists(f => f.Intent == intent) != true
                )
                {
                    found ??= new List<(int At, Intent Intent)>(4);
                    found.Add((IsCourtesy(intent) ? int.MaxValue : i, intent));
                }
            }
        }

        if (found is null)
        {
            return [];
        }

        found.Sort(
            static (a, b) => a.At != b.At ? a.At.CompareTo(b.At) : a.Intent.CompareTo(b.Intent)
        );
        return Resolve(found);
    }

    /// <summary>Asking for an appointment to be changed or cancelled is not asking for one; a robot question asks for no human.</summary>
    private static ImmutableArray<Intent> Resolve(List<(int At, Intent Intent)> found)
    {
        var intents = ImmutableArray.CreateBuilder<Intent>(found.Count);
        var onExisting = found.Exists(f =>
            f.Intent
                is Intent.CancelAppointment
                    or Intent.ChangeAppointment
                    or Intent.ViewAppointment
        );
        var asksWho = found.Exists(f => f.Intent == Intent.BotIdentity);
        foreach (var (_, intent) in found)
        {
            var superseded =
                (
                    onExisting
                    && intent is (Intent.BookAppointment or Intent.Abandon or Intent.Cancel)
                ) || (asksWho && intent == Intent.Human);
            if (!superseded)
            {
                intents.Add(intent);
            }
        }

        return intents.ToImmutable();
    }

    /// <summary>« Je ne veux pas annuler » asks for no cancellation.</summary>
    private static bool IsRefused(FoldedText text, int at, Intent intent) =>
        intent is (Intent.CancelAppointment or Intent.Cancel)
        && text.At(at - 1) is ("pas" or "plus" or "jamais" or "surtout");

    private static bool IsCourtesy(Intent intent) =>
        intent is Intent.Thanks or Intent.Goodbye or Intent.Greet;

    private static string[][] Phrases(string list) =>
        [.. list.Split('|').Select(phrase => phrase.Split(' '))];
}
