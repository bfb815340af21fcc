using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu;

/// <summary>How people speak while they book: for whom, which other slots, the waiting list.</summary>
internal static class BookingRules
{
    private static readonly (Alternative Meaning, string[] Words)[] Alternatives =
    [
        .. Phrases(
            Alternative.Others,
            "autres creneaux|autre creneau|autres horaires|autre horaire|autre heure|autres heures|autres dates|autres propositions|autre proposition|autres choix|autre choix|autre chose|d autres|aucun des deux|aucune des deux"
        ),
        .. Phrases(Alternative.Later, "plus tard|plus loin|apres ces dates"),
        .. Phrases(Alternative.Earlier, "plus tot|plus proche|avant ces dates"),
        .. Phrases(
            Alternative.OtherDay,
            "autre jour|autres jours|autre date|autre moment|autre semaine|pas ce jour la|pas ce jour|le lendemain"
        ),
    ];

    private static readonly string[][] Waiting =
    [
        .. Phrases(
            "liste d attente|file d attente|liste attente|place se libere|creneau se libere|se desiste|desistement|desistements|un rendez vous se libere|un rdv se libere"
        ),
    ];

    private static readonly string[] Relatives =
    [
        "mere",
        "pere",
        "mari",
        "femme",
        "fils",
        "fille",
        "maman",
        "papa",
        "enfant",
        "enfants",
        "epouse",
        "epoux",
        "conjoint",
        "conjointe",
        "compagnon",
        "compagne",
        "frere",
        "soeur",
        "seur",
        "parents",
        "ami",
        "amie",
        "copain",
        "copine",
        "voisin",
        "voisine",
        "oncle",
        "tante",
        "cousin",
        "cousine",
        "neveu",
        "niece",
        "bebe",
        "proche",
        "mamie",
        "papi",
        "mamy",
        "papy",
        "grandmere",
        "grandpere",
        "tuteur",
        "protege",
        "protegee",
        "garcon",
        "gamin",
        "gamine",
        "gosse",
        "gosses",
        "filleul",
        "filleule",
        "grandparents",
        "tata",
        "tonton",
        "marraine",
        "parrain",
        "collegue",
        "cheri",
        "cherie",
        "ainee",
        "cadet",
        "cadette",
        "famille",
        "puce",
        "jumelles",
        "ado",
        "nourrisson",
        "jumeaux",
    ];

    /// <summary>The last alternative asked for, or null.</summary>
    public static Alternative? AlternativeIn(FoldedText text)
    {
        Alternative? found = null;
        var neither = 0;
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            neither += text.At(i) is "ni" ? 1 : 0;
            foreach (var (meaning, words) in Alternatives)
            {
                if (text.Matches(i, words) && !IsSoonest(text, i, meaning))
                {
                    found = meaning;
                }
            }
        }

        // « Ni l'un ni l'autre », « ni le premier ni le second ».
        return found ?? (neither >= 2 ? Alternative.Others : null);
    }

    /// <summary>Whether somebody wants a place on the waiting list, or to be told of one that is given up.</summary>
    public static bool WantsToWait(FoldedText text)
    {
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            foreach (var words in Waiting)
            {
                if (text.Matches(i, words))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether the request is for somebody else: « pour ma grand-mère », « au nom de mon fils », « pour quelqu'un d'autre ».</summary>
    public static bool IsForOther(FoldedText text)
    {
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            if (
                (text.At(i) is "pour" or "pr" or "a" || text.Matches(i, ["nom", "de"]))
                && NamesOther(text, text.At(i) is "nom" ? i + 2 : i + 1, text.At(i) is "a")
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether somebody says that the request is for themselves after all.</summary>
    public static bool IsForSelf(FoldedText text)
    {
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            if (
                text.Matches(i, ["pour", "moi"])
                && (text.At(i - 1) is "est" || text.At(i + 2) is "meme" || text.Tokens.Length <= 3)
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>« Quelqu'un d'autre » is who the appointment is for, not a person to talk to.</summary>
    public static bool IsSomebodyElse(FoldedText text)
    {
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            if (
                text.Matches(i, ["quelqu", "un", "d", "autre"])
                || text.Matches(i, ["quelqun", "d", "autre"])
                || text.Matches(i, ["qqn", "d", "autre"])
            )
            {
                return text.At(i - 1) is "pour" or "pr";
            }
        }

        return false;
    }

    /// <summary>« Le plus tôt possible »: a wish of its own.</summary>
    private static bool IsSoonest(FoldedText text, int i, Alternative meaning) =>
        meaning is Alternative.Earlier or Alternative.Later
        && (text.At(i - 1) is "le" or "au" || text.At(i + 2) is "possible");

    private static bool NamesOther(FoldedText text, int i, bool needsPossessive)
    {
        if (text.At(i) is "elle" or "lui" or "eux" && !needsPossessive)
        {
            return true;
        }

        if (
            !needsPossessive
            && (IsSomebodyElse(text) || text.Matches(i, ["une", "autre", "personne"]))
        )
        {
            return true;
        }

        var determined = needsPossessive
            ? text.At(i) is "ma" or "mon" or "mes"
            : text.At(i)
                is "ma"
                    or "mon"
                    or "mes"
                    or "sa"
                    or "son"
                    or "notre"
                    or "nos"
                    or "un"
                    or "une"
                    or "l"
                    or "le"
                    or "la";
        var at = determined ? i + 1 : i;
        at += text.At(at)
            is "grand"
                or "belle"
                or "beau"
                or "petite"
                or "petit"
                or "ptit"
                or "ptite"
                or "demi"
                or "jeune"
            ? 1
            : 0;
        return determined && IsRelative(text.At(at));
    }

    internal static bool IsRelative(ReadOnlySpan<char> word)
    {
        foreach (var relative in Relatives)
        {
            if (word.SequenceEqual(relative))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<(Alternative, string[])> Phrases(Alternative meaning, string list) =>
        Phrases(list).Select(words => (meaning, words));

    private static IEnumerable<string[]> Phrases(string list) =>
        list.Split('|').Select(phrase => phrase.Split(' '));
}
