using System.Collections.Frozen;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu.Slots;

/// <summary>The people that somebody takes an appointment for: relatives, and those in one's care.</summary>
internal static class Relatives
{
    /// <summary>Kin and friends that <see cref="BookingRules.IsRelative"/> does not know.</summary>
    private static readonly FrozenSet<string> Kin = Words(
        "filles fillette fillettes garcons garconnet freres seurs soeurs sour frangin frangine cousins cousines neveux nieces oncles tantes voisins "
            + "voisines amis amies copains copines pote collegues bebes filleuls meme pepe mami mamies papis tati frerot aine aines ainees cadets "
            + "grande grandes petits jumeau jumelle enfan gars minot minots bambin marmot loulou louloute bout bonhomme fiston fistonne "
            + "patron patronne associe associee fiance fiancee concubin concubine moitie homme bru gendre belle beau parent ados adolescent adolescente "
            + "grands belles beaux pacse bonne aieul aieule daron daronne compagnons epouses chouchou poupee titi doudou"
    );

    /// <summary>Those in one's care.</summary>
    private static readonly FrozenSet<string> Cared = Words(
        "dame monsieur patient patiente patients patientes resident residente residents residentes pensionnaire pensionnaires beneficiaire beneficiaires "
            + "usager usagere assiste assistee pupille majeur majeure mineur mineure eleve salarie salariee employe employee client cliente locataire "
            + "personne personnes homme jeune hebergee heberge aidee aide connaissance nourrisson bebe enfant enfants adolescent adolescente fille garcon "
            + "adulte stagiaire apprenti apprentie refugie refugiee migrant detenu tiers autrui autre vieille"
    );

    /// <summary>Words that may stand between « ma » and the relative.</summary>
    private static readonly FrozenSet<string> Adjectives = Words(
        "grand grande petit petite petits ptit ptite tit tite belle beau demi jeune vieux vieille vieil gentil cher chere pauvre ex futur future arriere "
            + "premier premiere deuxieme seconde second autre dernier derniere deux trois quatre autres jeunes belles beaux grands"
    );

    private static FrozenSet<string> Words(string words) =>
        FrozenSet.ToFrozenSet(words.Split(' '), StringComparer.Ordinal);

    private static bool Has(FrozenSet<string> words, ReadOnlySpan<char> word) =>
        words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>The token after a relative who stands at a token with what possesses them: « mon grand-père », « ta sœur »; 0 for none.</summary>
    public static int PossessedAt(FoldedText text, int i) =>
        IsPossessive(text.At(i)) ? NamedAt(text, i + 1, isPossessed: true) : 0;

    /// <summary>The token after somebody, however said: « une résidente », « un de mes patients », « l'enfant », « elle »; 0 for none.</summary>
    public static int AnybodyAt(FoldedText text, int i)
    {
        if (IsPossessive(text.At(i)))
        {
            return NamedAt(text, i + 1, isPossessed: true);
        }

        if (text.At(i) is "elle" or "elles" or "lui" or "eux" or "bebe")
        {
            return i + 1;
        }

        // « Nous deux », « nous tous », « nous ».
        if (text.At(i) is "nous")
        {
            return i + 1;
        }

        // « Quelqu'un d'autre », « quelqu'un que j'aide », not « quelqu'un pour les yeux ».
        if (text.At(i) is "quelqu" or "quelqun" or "qqn")
        {
            return i + 2;
        }

        if (text.At(i) is "l" && text.At(i + 1) is "un" or "une")
        {
            i++;
        }

        if (
            text.At(i) is "un" or "une" or "deux"
            && text.At(i + 1) is "de" or "d"
            && (IsPossessive(text.At(i + 2)) || text.At(i + 2) is "nos" or "ses")
        )
        {
            return NamedAt(text, i + 3, isPossessed: true);
        }

        if (
            text.At(i) is "toute" or "tous" or "toutes" or "les"
            && text.At(i + 1) is "les" or "la" or "ma" or "mes" or "deux" or "trois"
        )
        {
            i++;
        }

        return
            text.At(i)
                is "le"
                    or "la"
                    or "l"
                    or "les"
                    or "un"
                    or "une"
                    or "des"
                    or "cette"
                    or "cet"
                    or "ce"
                    or "ces"
                    or "deux"
                    or "trois"
                    or "ma"
                    or "mes"
            ? NamedAt(text, i + 1, isPossessed: false)
            : 0;
    }

    public static bool IsPossessive(ReadOnlySpan<char> word) =>
        word
            is "mon"
                or "ma"
                or "mes"
                or "notre"
                or "nos"
                or "son"
                or "sa"
                or "ses"
                or "leur"
                or "leurs"
                or "votre";

    private static int NamedAt(FoldedText text, int i, bool isPossessed)
    {
        var at = i;
        while (
            at < i + 3
            && Has(Adjectives, text.At(at))
            && IsSomebody(text.At(at + 1), isPossessed, text, at + 1)
        )
        {
            at++;
        }

        if (IsSomebody(text.At(at), isPossessed, text, at))
        {
            return at + 1;
        }

        // « Ma petite a de la fièvre », « pour le petit dernier », « pour la petite ».
        return
            at < text.Tokens.Length
            && text.At(at)
                is "petit"
                    or "petite"
                    or "ptit"
                    or "ptite"
                    or "petits"
                    or "grand"
                    or "grande"
                    or "dernier"
                    or "derniere"
            && IsAlone(text, at + 1)
            ? at + 1
            : 0;
    }

    private static bool IsAlone(FoldedText text, int i) =>
        i >= text.Tokens.Length
        || text.Tokens[i].IsNumber
        || text.At(i)
            is "dernier"
                or "derniere"
                or "a"
                or "qui"
                or "doit"
                or "est"
                or "tousse"
                or "pleure"
                or "se"
                or "s"
                or "ne"
                or "n"
                or "voit"
                or "mardi"
                or "lundi"
                or "jeudi"
                or "mercredi"
                or "vendredi"
                or "samedi"
                or "demain"
                or "svp"
                or "il"
                or "elle"
                or "chez"
                or "au"
                or "le"
                or "aussi"
                or "pas"
                or "et";

    private static bool IsSomebody(
        ReadOnlySpan<char> word,
        bool isPossessed,
        FoldedText text,
        int i
    )
    {
        if (
            word
            is "petits"
                or "grande"
                or "grandes"
                or "grands"
                or "belle"
                or "beau"
                or "belles"
                or "beaux"
                or "bonne"
                or "bout"
                or "meme"
        )
        {
            return isPossessed
                && (
                    (word is "petits" or "grande" && IsAlone(text, i + 1))
                    || (
                        word is "bout"
                        && (text.At(i + 1) is "de" or "chou" || text.At(i - 1) is "petit" or "ptit")
                    )
                );
        }

        return BookingRules.IsRelative(word)
            || (isPossessed && Has(Kin, word))
            || (Has(Cared, word) && !(isPossessed && word is "aide" or "monsieur" or "autre"))
            || (
                !isPossessed
                && word
                    is "aine"
                        or "ainee"
                        or "jumeau"
                        or "jumelle"
                        or "filles"
                        or "garcons"
                        or "fillette"
                        or "garconnet"
                        or "ados"
            );
    }
}
