using System.Collections.Immutable;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Dialogs.Nlu.Intents;

namespace ChatbotSante.Dialogs.Engine;

/// <summary>The buttons by which the bot asks whether its best guesses are right. A state of health is never guessed aloud.</summary>
internal static class GuessButtons
{
    /// <summary>A guess less likely than this is not worth asking.</summary>
    private const float Likely = 0.12f;

    /// <summary>Fewest words of a message that is guessed at: less is noise, or a name.</summary>
    private const int LeastWords = 3;

    /// <summary>The buttons of the two best guesses; none unless the best one is worth asking.</summary>
    public static ImmutableArray<string> Of(IntentVerdict? verdict)
    {
        if (
            verdict is null
            || verdict.Words < LeastWords
            || verdict.Best.Probability < Likely
            || Of(verdict.Best.Intent) is not { } first
        )
        {
            return [];
        }

        return Of(verdict.Second.Intent) is { } second && verdict.Second.Probability >= Likely / 2
            ? [first, second]
            : [first];
    }

    private static string? Of(Intent? intent) =>
        intent switch
        {
            Intent.BookAppointment => "bouton.rendez-vous",
            Intent.ChangeAppointment => "bouton.deplacer-rendez-vous",
            Intent.CancelAppointment => "bouton.annuler-rendez-vous",
            Intent.ViewAppointment => "bouton.voir-rendez-vous",
            Intent.Hours => "bouton.horaires",
            Intent.Access => "bouton.acces",
            Intent.Contact => "bouton.idee-contact",
            Intent.Admission => "bouton.idee-papiers",
            Intent.Costs => "bouton.idee-tarifs",
            Intent.Preparation => "bouton.idee-preparation",
            Intent.Visits => "bouton.idee-visites",
            Intent.Services => "bouton.idee-specialites",
            Intent.Human or Intent.Complaint => "bouton.humain",
            Intent.RightsAccess => "bouton.idee-mes-donnees",
            Intent.RightsErase => "bouton.idee-effacer",
            Intent.RightsWithdraw => "bouton.idee-ne-plus-recevoir",
            _ => null,
        };
}
