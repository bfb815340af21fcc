using System.Collections.Frozen;
using ChatbotSante.Dialogs.Nlu.Dates;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu.Slots;

/// <summary>« Pour un avis », « pour arrêter de fumer », « j'ai un ongle incarné »: a why, by how it is said rather than by its words.</summary>
internal static class PurposeRules
{
    /// <summary>What keeps somebody from coming: said after « car », it is no why.</summary>
    private static readonly FrozenSet<string> Constraints = FrozenSet.ToFrozenSet(
        (
            "travaille travail bosse bosser boulot voiture permis dispo disponible disponibles libre libres absent absente ecole cours vacances conges "
            + "transport bus train taxi garde garder pars partons loin habite pris prise occupe occupee pars rentre horaires conduis retraite "
            + "urgent urgence presse pressee vite deplacement etudiant etudiante teletravail pleine service nuit temps"
        ).Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>How far a clause that gives a why is read.</summary>
    private const int ClauseLength = 8;

    /// <summary>« Parce que », « car je », « vu que »: a why, unless it only says when one can come.</summary>
    public static bool IsBecause(FoldedText text, int i)
    {
        var length = text.At(i) switch
        {
            "parceque" or "pcq" or "pck" or "psk" or "pasque" or "puisque" or "pskeu" => 1,
            "parce"
            or "vu"
            or "puisqu"
            or "pars" when text.At(i + 1) is "que" or "qu" || text.At(i) is "puisqu" => 2,
            "etant" when text.At(i + 1) is "donne" => 3,
            "car"
            or "comme"
                when text.At(i + 1)
                    is "j"
                        or "je"
                        or "il"
                        or "elle"
                        or "mon"
                        or "ma"
                        or "mes"
                        or "on"
                        or "c"
                        or "ca" => 1,
            "car"
                when text.At(i + 1)
                    is "nous"
                        or "le"
                        or "la"
                        or "l"
                        or "les"
                        or "ils"
                        or "toujours"
                        or "tres" => 1,
            _ => 0,
        };
        if (length == 0 || (text.At(i) is "comme" && text.At(i + 1) is "ca"))
        {
            return false;
        }

        for (var k = i + length; k < Math.Min(text.Tokens.Length, i + length + ClauseLength); k++)
        {
            if (Constraints.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.At(k)))
            {
                return false;
            }
        }

        return i + length < text.Tokens.Length;
    }

    /// <summary>« Des remontées acides depuis des mois », « ça me lance la nuit »: what lasts, or is done to one, is a complaint.</summary>
    public static bool IsComplaint(FoldedText text, int i)
    {
        // « Voilà trois jours que je boite ».
        var hasLasted =
            text.At(i)
                is "jours"
                    or "jour"
                    or "semaine"
                    or "semaines"
                    or "mois"
                    or "ans"
                    or "an"
                    or "annees"
                    or "heures"
            && text.At(i + 1) is "que" or "qu"
            && (
                text.At(i - 2) is "voila" or "fait" or "a"
                || text.At(i - 3) is "voila" or "fait" or "a"
            );
        if (text.At(i) is "depuis" || hasLasted)
        {
            return i > 0
                && i + 1 < text.Tokens.Length
                && !text.HasWord(
                    "suivi",
                    "suivie",
                    "patient",
                    "patiente",
                    "attends",
                    "attend",
                    "essaie",
                    "essaye",
                    "appelle",
                    "cherche",
                    "retraite",
                    "habite",
                    "connais",
                    "site",
                    "telephone"
                );
        }

        return text.At(i) is "me" or "m"
            && text.At(i - 1) is "ca" or "cela" or "qui"
            && text.At(i + 1)
                is not (
                    "va"
                    or "irait"
                    or "arrange"
                    or "arrangerait"
                    or "convient"
                    or "conviendrait"
                    or "interesse"
                    or "interesserait"
                    or "ferait"
                    or "plait"
                    or "plairait"
                    or "laisse"
                    or "permet"
                    or "permettrait"
                    or "a"
                    or "suit"
                    or "suivait"
                    or "parait"
                    or "semble"
                    or "ira"
                    or "envoie"
                    or "adresse"
                    or "prend"
                    or "connait"
                    or "faut"
                    or "soigne"
                    or "recoit"
                    or "voit"
                    or "rappelle"
                    or "rappelez"
                )
            && i + 1 < text.Tokens.Length;
    }

    /// <summary>« Le chirurgien pour ma hernie » names a department by what one has.</summary>
    public static bool IsOwnTrouble(FoldedText text, int i, List<SpecialtyMention> mentions) =>
        text.At(i) is "pour" or "pr"
        && text.At(i + 1) is "ma" or "mon" or "mes"
        && mentions.Exists(mention =>
            i > mention.First
            && i < mention.Next
            && text.At(mention.First) is not ("test" or "tests" or "bilan")
        );

    /// <summary>« Faire contrôler mes grains de beauté »: to have something checked, even by an exam.</summary>
    public static bool IsCheck(FoldedText text, int i) =>
        (
            text.At(i) is "suivi" or "suivre"
            && text.At(i + 1) is "de" or "ma" or "mon"
            && (text.At(i + 1) is not "de" || Relatives.IsPossessive(text.At(i + 2)))
        )
        || text.At(i) is "controler" or "verifier" or "surveiller" or "reverifier" or "recontroler"
            && text.At(i + 1)
                is "mon"
                    or "ma"
                    or "mes"
                    or "son"
                    or "sa"
                    or "ses"
                    or "si"
                    or "que"
                    or "un"
                    or "une"
                    or "des"
                    or "le"
                    or "la";

    /// <summary>Whether such a why begins at a token.</summary>
    public static bool IsPurpose(FoldedText text, int i, List<SpecialtyMention> mentions)
    {
        if (text.At(i) is "pour" or "pr")
        {
            // « Un docteur pour les sportifs », « pour une dame ».
            if (
                Relatives.AnybodyAt(text, i + 1) > 0
                || (
                    text.At(i - 1) is "docteur" or "medecin" or "specialiste" or "toubib"
                    && text.At(i + 1) is "les"
                )
            )
            {
                return false;
            }

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
        // « Pour poser une couronne », « pour refaire le pansement » are acts.
        if (mentions.Exists(mention => mention.First > at && mention.First <= at + 3))
        {
            return false;
        }

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
                or "mutuelle"
                or "compte"
                or "infiltration"
                or "infiltrations"
                or "intervention"
                or "seance"
                or "seances"
                or "reprise"
                or "part";
}
