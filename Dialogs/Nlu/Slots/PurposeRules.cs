using ChatbotSante.Dialogs.Nlu.Dates;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu.Slots;

/// <summary>« Pour un avis », « pour arrêter de fumer », « j'ai un ongle incarné »: a why, by how it is said rather than by its words.</summary>
internal static class PurposeRules
{
    /// <summary>Whether such a why begins at a token.</summary>
    public static bool IsPurpose(FoldedText text, int i, List<SpecialtyMention> mentions)
    {
        if (text.At(i) is "pour" or "pr")
        {
            return IsThing(text, i + 1, mentions, acceptsVerb: true);
        }

        // « J'ai un ongle incarné », « il a une boule ».
        var has =
            (text.At(i) is "ai" && text.At(i - 1) is "j")
            || (text.At(i) is "a" && text.At(i - 1) is "il" or "elle");
        return has
            && text.At(i + 1) is "un" or "une" or "des"
            && IsThing(text, i + 1, mentions, acceptsVerb: false);
    }

    private static bool IsThing(
        FoldedText text,
        int i,
        List<SpecialtyMention> mentions,
        bool acceptsVerb
    )
    {
        var at = i;
        while (at < i + 4 && IsBeforeThing(text.At(at)))
        {
            at++;
        }

        if (at >= text.Tokens.Length || text.Tokens[at].IsNumber || IsOther(text.At(at)))
        {
            return false;
        }

        if (
            DateVocabulary.Find(text.At(at)).Kind != DateWordKind.Other
            || BookingRules.IsRelative(text.At(at))
            || mentions.Exists(mention =>
                at >= mention.First && at < mention.Next || at + 1 == mention.First
            )
        )
        {
            return false;
        }

        var word = text.At(at);
        var isVerb = acceptsVerb && word.Length >= 5 && (word[^2..] is "er" or "ir" or "re");
        return at > i ? word.Length >= 4 : isVerb;
    }

    private static bool IsBeforeThing(ReadOnlySpan<char> word) =>
        word
            is "un"
                or "une"
                or "des"
                or "mon"
                or "ma"
                or "mes"
                or "son"
                or "sa"
                or "ses"
                or "le"
                or "la"
                or "l"
                or "les"
                or "petit"
                or "petite"
                or "petits"
                or "ptit"
                or "beau"
                or "belle"
                or "grand"
                or "simple"
                or "gros"
                or "grosse"
                or "faire";

    /// <summary>What a request is about anyway, or somebody.</summary>
    private static bool IsOther(ReadOnlySpan<char> word) =>
        word
            is "rdv"
                or "rendez"
                or "rendezvous"
                or "rv"
                or "vous"
                or "consultation"
                or "consulter"
                or "prendre"
                or "avoir"
                or "voir"
                or "fixer"
                or "obtenir"
                or "reserver"
                or "demander"
                or "changer"
                or "annuler"
                or "deplacer"
                or "decaler"
                or "reporter"
                or "venir"
                or "savoir"
                or "docteur"
                or "medecin"
                or "specialiste"
                or "madame"
                or "monsieur"
                or "clinique"
                or "creneau"
                or "personne"
                or "autre"
                or "examen"
                or "place"
                or "question"
                or "besoin"
                or "ordonnance"
                or "courrier"
                or "lettre"
                or "moment"
                or "premiere"
                or "prochaine"
                or "prochain"
                or "premier"
                or "nouveau"
                or "nouvelle"
                or "patient"
                or "patiente"
                or "meme"
                or "instant"
                or "preference"
                or "empechement"
                or "mutuelle";
}
