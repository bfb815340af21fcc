namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>What the words around days and hours make of them: a name, something gone by, an appointment that exists.</summary>
internal static class DateContext
{
    /// <summary>How many words are looked at before an item.</summary>
    private const int Reach = 8;

    /// <summary>How an item goes on from the one before.</summary>
    public static DateJoint Joint(scoped in DateSentence said, DateItem before, DateItem item)
    {
        var joint = DateJoint.None;
        for (var k = before.Next; k <= item.First; k++)
        {
            if (said.IsApart(k) && joint == DateJoint.None)
            {
                joint = DateJoint.Comma;
            }

            if (k == item.First)
            {
                break;
            }

            var word = said.At(k);
            if (
                word
                is "non"
                    or "nan"
                    or "pardon"
                    or "trompe"
                    or "trompee"
                    or "erreur"
                    or "rectification"
            )
            {
                return DateJoint.Correction;
            }

            joint = word switch
            {
                "plutot" or "finalement" or "enfin" or "fait" or "preference" or "mais" =>
                    DateJoint.Preference,
                _ when joint is DateJoint.Preference => joint,
                "ou" or "soit" or "sinon" or "voire" => DateJoint.Or,
                _ when joint is DateJoint.Or => joint,
                "et" or "aussi" or "egalement" => DateJoint.And,
                _ when joint is DateJoint.And || said.IsArticle(k) || IsLight(word) => joint,
                _ => DateJoint.Apart,
            };
        }

        return joint;
    }

    /// <summary>Whether only « et », « ou » and articles stand between two items: what is said next may be said of both.</summary>
    public static bool IsPlain(scoped in DateSentence said, DateItem before, DateItem item)
    {
        for (var k = before.Next; k < item.First; k++)
        {
            if (!said.IsArticle(k) && said.At(k) is not ("et" or "ou" or "soit" or "bien" or "euh"))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Marks what an item is, from the words around it; null when it is a name or an address.</summary>
    public static DateItem? Marked(scoped in DateSentence said, DateItem item)
    {
        if (IsName(said, item))
        {
            return null;
        }

        var limit = item.Limit;
        var next = item.Next;
        if (item.IsDay && limit == DateLimit.None)
        {
            limit = DateLimits.Before(said, item.First);
            limit = limit == DateLimit.None ? DateLimits.After(said, ref next) : limit;
        }

        var kind =
            item.Kind == DateItemKind.Weekdays && limit != DateLimit.None && item.To is not null
                ? DateItemKind.Weekday
                : item.Kind;
        var isOldAround = IsOld(said, item);
        var isOld = item.IsOld || isOldAround;
        return item with
        {
            Kind = kind,
            Next = next,
            Limit = limit,
            IsRefused = IsRefused(said, item, limit),
            IsOld = isOld,
            Trouble = isOldAround ? DateTrouble.None : item.Trouble,
            IsExisting = IsExisting(said, item.First),
        };
    }

    private static bool IsLight(ReadOnlySpan<char> word) =>
        word
            is "avant"
                or "apres"
                or "partir"
                or "jusqu"
                or "jusque"
                or "ici"
                or "pas"
                or "plus"
                or "tot"
                or "tard"
                or "bien"
                or "euh"
                or "heu"
                or "par"
                or "exemple"
                or "eventuellement"
                or "alors"
                or "idealement"
                or "surtout"
                or "entre"
                or "alentours"
                or "environ"
                or "prochain"
                or "mois"
                or "courant"
                or "est"
                or "c"
                or "disons"
                or "uniquement"
                or "seulement"
                or "possible"
                or "si"
                or "matinee"
                or "tous"
                or "toutes"
                or "chaque";

    private static bool IsName(scoped in DateSentence said, DateItem item)
    {
        if (item.Kind == DateItemKind.Soon)
        {
            return false;
        }

        var k = item.First - 1;
        var before = said.At(k);
        if (
            before
                is "docteur"
                    or "dr"
                    or "docteure"
                    or "professeur"
                    or "madame"
                    or "mme"
                    or "monsieur"
                    or "mr"
                    or "mlle"
                    or "appelle"
                    or "nomme"
                    or "prenom"
                    or "prenomme"
            && !said.IsWritten(item.First)
        )
        {
            return true;
        }

        while (said.At(k) is "du" or "de" or "des" or "le" or "la" or "l" or "d")
        {
            k--;
        }

        return said.At(k)
                is "rue"
                    or "avenue"
                    or "place"
                    or "boulevard"
                    or "bd"
                    or "quai"
                    or "square"
                    or "cours"
                    or "station"
                    or "metro"
                    or "arret"
                    or "lycee"
                    or "residence"
                    or "impasse"
                    or "allee"
                    or "pont"
                    or "famille"
            && k >= 0;
    }

    private static bool IsRefused(scoped in DateSentence said, DateItem item, DateLimit limit)
    {
        if (item.Kind == DateItemKind.Soon)
        {
            return false;
        }

        if (IsReplaced(said, item.First))
        {
            return true;
        }

        if (Busy(said, item) is { } isBusy)
        {
            return isBusy;
        }

        if (said.Text.Matches(item.Next, ["non", "plus"]))
        {
            return true;
        }

        // « Pas avant », « pas plus tard que » limit; they refuse nothing.
        return (limit == DateLimit.None || IsExcepted(said, item.First))
            && DateRefusals.IsRefused(said.Text, item.First);
    }

    internal static bool IsExcepted(scoped in DateSentence said, int i) =>
        said.At(i - 1) is "sauf" or "hormis" || said.At(i - 2) is "sauf" or "hormis";

    /// <summary>« Au lieu du 12 », « plutôt que mardi », « à la place de jeudi ».</summary>
    private static bool IsReplaced(scoped in DateSentence said, int i)
    {
        var k = i - 1;
        while (said.At(k) is "de" or "du" or "d" or "le" or "la" or "l" or "a" or "rdv" or "celui")
        {
            k--;
        }

        return said.At(k) is "lieu" or "place" or "remplacement"
                && said.At(k - 1) is "au" or "la" or "en"
            || (said.At(k) is "que" or "qu" && IsPreferred(said, k));
    }

    /// <summary>« Plutôt que », « plutôt mardi que ».</summary>
    private static bool IsPreferred(scoped in DateSentence said, int k) =>
        said.At(k - 1) is "plutot"
        || (
            said.Kind(k - 1) != DateWordKind.Other
            && (said.At(k - 2) is "plutot" || said.At(k - 3) is "plutot")
        );

    /// <summary>« Je travaille le mardi » refuses it, « je ne travaille pas le mercredi » wishes it; null when neither is said.</summary>
    private static bool? Busy(scoped in DateSentence said, DateItem item)
    {
        for (var k = item.First - 1; k >= 0 && item.First - k <= Reach; k--)
        {
            if (
                said.IsApart(k + 1) && said.Kind(k) == DateWordKind.Other
                || IsClauseWord(said.At(k))
            )
            {
                break;
            }

            if (IsBusyWord(said, k))
            {
                return !IsDenied(said, k);
            }

            if (said.At(k) is "libre" or "dispo" or "disponible" or "repos" or "conge")
            {
                return IsDenied(said, k);
            }
        }

        for (var k = item.Next; k < said.Count && k - item.Next <= Reach; k++)
        {
            if (said.IsApart(k) || IsClauseWord(said.At(k)))
            {
                return null;
            }

            if (IsBusyWord(said, k))
            {
                return !IsDenied(said, k);
            }
        }

        return null;
    }

    private static bool IsBusyWord(scoped in DateSentence said, int k) =>
        said.At(k)
            is "travaille"
                or "bosse"
                or "occupe"
                or "occupee"
                or "absent"
                or "absente"
                or "indisponible"
        || (said.At(k) is "vacances" or "deplacement" or "voyage" && said.At(k - 1) is "en")
        || (said.At(k) is "pris" or "prise" && said.At(k - 1) is "suis" or "deja")
        || (said.At(k) is "travail" or "bureau" or "college" or "lycee" && said.At(k - 1) is "au")
        || (said.At(k) is "ecole" && said.At(k - 1) is "l" && said.At(k - 2) is "a")
        || (said.At(k) is "cours" && said.At(k - 1) is "en");

    private static bool IsDenied(scoped in DateSentence said, int k) =>
        said.At(k + 1) is "pas" or "plus" or "jamais"
        || said.At(k - 1) is "pas" or "jamais" or "plus"
        || (said.At(k - 2) is "pas" && said.At(k - 1) is "en" or "tres");

    private static bool IsClauseWord(ReadOnlySpan<char> word) =>
        word
            is "mais"
                or "donc"
                or "alors"
                or "sinon"
                or "plutot"
                or "je"
                or "j"
                or "car"
                or "si"
                or "depuis"
                or "sauf"
                or "hormis"
                or "excepte"
                or "hors";

    /// <summary>« Opérée le 12 », « depuis lundi », « j'ai été hospitalisé en mars », « née le 3 mai ».</summary>
    private static bool IsOld(scoped in DateSentence said, DateItem item)
    {
        var i = item.First;
        for (var k = i - 1; k >= 0 && i - k <= Reach; k--)
        {
            if (said.IsApart(k + 1) && said.Kind(k) == DateWordKind.Other)
            {
                return false;
            }

            var word = said.At(k);
            if (
                word
                is "pour"
                    or "voudrais"
                    or "veux"
                    or "rdv"
                    or "rendez"
                    or "mais"
                    or "prendre"
                    or "faut"
                    or "faudrait"
                    or "besoin"
                    or "possible"
                    or "peut"
                    or "peux"
                    or "pourrais"
                    or "libre"
                    or "dispo"
                    or "souhaite"
                    or "aimerais"
                    or "venir"
            )
            {
                return false;
            }

            if (
                item.IsTime
                && said.Kind(k)
                    is not (
                        DateWordKind.Other
                        or DateWordKind.Covered
                        or DateWordKind.Number
                        or DateWordKind.Part
                    )
            )
            {
                return false;
            }

            // « Deux comprimés matin et soir », « j'ai mal surtout le soir ».
            if (item.IsTime && IsOfHealth(word))
            {
                return true;
            }

            if (
                word
                    is "depuis"
                        or "naissance"
                        or "nee"
                        or "operee"
                        or "opere"
                        or "hospitalise"
                        or "hospitalisee"
                        or "tombe"
                        or "tombee"
                        or "accouche"
                        or "vaccine"
                        or "vaccinee"
                        or "decede"
                        or "decedee"
                        or "anniversaire"
                        or "datant"
                        or "etait"
                        or "etais"
                || (word is "ne" && said.At(k + 1) is "le" or "en" or "un")
                || (word is "y" && said.At(k + 1) is "a")
                || (
                    word
                        is "ete"
                            or "eu"
                            or "fait"
                            or "vu"
                            or "recu"
                            or "passe"
                            or "subi"
                            or "commence"
                            or "consulte"
                    && said.At(k - 1) is "ai" or "a" or "as" or "avons" or "ont" or "avez"
                )
                || (
                    word
                        is "venu"
                            or "venue"
                            or "alle"
                            or "allee"
                            or "sorti"
                            or "sortie"
                            or "rentre"
                            or "rentree"
                    && said.At(k - 1) is "suis" or "est" or "sommes"
                )
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfHealth(ReadOnlySpan<char> word) =>
        word
            is "prends"
                or "comprime"
                or "comprimes"
                or "gelule"
                or "gelules"
                or "gouttes"
                or "goutte"
                or "cachet"
                or "cachets"
                or "dose"
                or "doses"
                or "medicament"
                or "medicaments"
                or "traitement"
                or "mal"
                or "douleur"
                or "douleurs"
                or "fievre"
                or "tousse"
                or "gonfle"
                or "reveille"
                or "vomis"
                or "saigne";

    /// <summary>« Mon rendez-vous du 12 », « j'ai rdv mardi », « j'avais un rendez-vous le 3 ».</summary>
    private static bool IsExisting(scoped in DateSentence said, int i)
    {
        var k = i - 1;
        while (
            k >= 0
            && !said.IsApart(k + 1)
            && (
                said.IsArticle(k)
                || said.Kind(k) is not (DateWordKind.Other or DateWordKind.Covered)
                || said.Kind(k) == DateWordKind.Covered
                || said.At(k)
                    is "est"
                        or "prevu"
                        or "prevue"
                        or "fixe"
                        or "initial"
                        or "pris"
                        or "tombe"
                        or "vous"
                        or "docteur"
                        or "avec"
                        or "qui"
                        or "etait"
            )
            && i - k <= Reach
        )
        {
            k--;
        }

        if (
            said.At(k)
            is not ("rdv" or "rendez" or "creneau" or "consultation" or "rendezvous" or "rv")
        )
        {
            return false;
        }

        k--;
        while (
            said.At(k)
                is "un"
                    or "une"
                    or "deja"
                    or "bien"
                    or "de"
                    or "pris"
                    or "prochain"
                    or "le"
                    or "ce"
        )
        {
            k--;
        }

        return said.At(k)
            is "mon"
                or "ma"
                or "son"
                or "sa"
                or "notre"
                or "nos"
                or "mes"
                or "ai"
                or "avais"
                or "avait"
                or "jai"
                or "javais"
                or "a"
                or "deplacer"
                or "decaler"
                or "reporter"
                or "repousser"
                or "avancer"
                or "changer"
                or "modifier";
    }
}
