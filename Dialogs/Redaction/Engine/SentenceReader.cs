namespace ChatbotSante.Redaction;

/// <summary>
/// Tells « faites-vous des IRM ? », which says nothing of anybody, from « je dois passer une IRM », which does. One pass.
/// </summary>
internal static class SentenceReader
{
    /// <summary>Ways to begin a question that make it nobody's own: « je voudrais savoir si… ».</summary>
    private static readonly string[][] Openings =
    [
        ["voudrais", "savoir"],
        ["voulais", "savoir"],
        ["veux", "savoir"],
        ["aimerais", "savoir"],
        ["souhaite", "savoir"],
        ["souhaiterais", "savoir"],
        ["voudrais", "connaitre"],
        ["souhaite", "connaitre"],
        ["souhaiterais", "connaitre"],
        ["aimerais", "connaitre"],
        ["me", "demande"],
        ["me", "demandais"],
        ["me", "dire"],
        ["me", "renseigner"],
        ["me", "confirmer"],
        ["m", "expliquer"],
        ["m", "indiquer"],
        ["m", "informer"],
        ["nous", "dire"],
        ["moi", "si"],
        ["ai", "une", "question"],
        ["cherche", "a", "savoir"],
        ["voudrais", "un", "renseignement"],
        ["voudrais", "des", "renseignements"],
        ["aurais", "voulu", "savoir"],
        ["vous", "appelle", "pour", "savoir"],
        ["appelle", "pour", "savoir"],
        ["peux", "savoir"],
        ["peut", "savoir"],
        ["avoir", "le", "numero"],
        ["avoir", "l", "adresse"],
        ["avoir", "les", "horaires"],
        ["avoir", "des", "renseignements"],
        ["avoir", "un", "renseignement"],
        ["avoir", "des", "informations"],
        ["avoir", "des", "infos"],
    ];

    public static void Read(scoped in MessageScan scan, Span<SentenceTraits> traits)
    {
        var start = 0;
        for (var end = 1; end <= scan.Tokens.Length; end++)
        {
            if (end == scan.Tokens.Length || scan.IsSentenceStart(end))
            {
                traits[start..end].Fill(Of(scan, start, end));
                start = end;
            }
        }
    }

    private static SentenceTraits Of(scoped in MessageScan scan, int start, int end)
    {
        var traits = SentenceTraits.None;
        var after =
            end < scan.Tokens.Length ? scan.Gap(end) : scan.Folded[scan.Tokens[end - 1].End..];
        if (after.IndexOf('?') >= 0)
        {
            traits |= SentenceTraits.Question;
        }

        for (var i = start; i < end; i++)
        {
            if (OpeningLength(scan, i) is var opening and > 0)
            {
                traits = (traits & ~SentenceTraits.Personal) | SentenceTraits.Question;
                i += opening - 1;
                continue;
            }

            traits |= OfWord(scan, i);
        }

        if (IsAskedFirst(scan, start, end))
        {
            traits |= SentenceTraits.Question;
        }

        // « Dialyse trois fois par semaine, c'est remboursé ? », « le pansement est trempé, que faire ? », « Eliquis 5 mg à arrêter
        // combien de jours avant ? »: what is told is the speaker's own, though no word says so.
        var isTold =
            (scan.Info(start) is { Health: not null, IsWeak: false } && !HasPrice(scan, start, end))
            || IsToldFirst(scan, start, end)
            || HasDose(scan, start, end);
        return isTold ? traits & ~SentenceTraits.Question : traits;
    }

    /// <summary>« Quels vaccins sont obligatoires », « où trouver… », « délai pour une IRM », « c'est quoi… »: without its sign.</summary>
    private static bool IsAskedFirst(scoped in MessageScan scan, int start, int end)
    {
        var first = start;
        while (
            first < end - 1
            && (
                scan.Word(first) is "bonjour" or "bonsoir" or "et" or "alors" or "euh" or "pour"
                || scan.Word(first) is "a" or "de" or "dans" or "sur" or "en"
            )
        )
        {
            first++;
        }

        var isAsked =
            scan.Word(first)
                is "quel"
                    or "quels"
                    or "quelle"
                    or "quelles"
                    or "delai"
                    or "delais"
                    or "infos"
                    or "informations"
                    or "renseignement"
                    or "renseignements"
                    or "remboursement"
                    or "difference"
            || (scan.Word(first) is "qui" or "ou" or "quand" && first == start)
            || (scan.Word(first) is "que" && scan.Word(first + 1) is "faire" or "veut")
            || (
                scan.Word(first) is "faut"
                && scan.Word(first + 1) is "un" or "une" or "etre" or "venir"
            )
            || (scan.Word(first) is "cas" && scan.Word(first + 1) is "de" or "d");
        for (var i = start; i < end && !isAsked; i++)
        {
            isAsked = scan.Word(i) switch
            {
                "quoi" => scan.Word(i - 1) is "est",
                "general" or "moyenne" => scan.Word(i - 1) is "en",
                "elle" or "il" or "elles" or "ils" => i > start + 1
                    && scan.Word(i - 1) is "est" or "sont"
                    && scan.Word(i + 1) is not ("a" or "est" or "y"),
                "on" => i > start && scan.Word(i - 1) is "peut" or "doit" or "fait" or "vend",
                "ou" => i == end - 1,
                "vous" or "vos" or "votre" => scan.Word(i - 1) is "chez" or "dans",
                _ => false,
            };
        }

        return isAsked;
    }

    /// <summary>Whether a clause that tells something comes before what is asked.</summary>
    private static bool IsToldFirst(scoped in MessageScan scan, int start, int end)
    {
        if (scan.Has(start, WordFlags.BodyPart))
        {
            return true;
        }

        var isTold = false;
        for (var i = start; i < end; i++)
        {
            if (i > start && scan.Gap(i).IndexOfAny(",:(") >= 0)
            {
                return isTold && !HasPrice(scan, start, end);
            }

            if (
                (OfWord(scan, i) & (SentenceTraits.Question | SentenceTraits.Addressed))
                != SentenceTraits.None
            )
            {
                return false;
            }

            isTold |=
                scan.Word(i) is "est" or "sont" or "a" or "ont"
                && i > start
                && scan.Word(i - 1) is not "c";
        }

        return false;
    }

    /// <summary>« 5 mg », « deux comprimés »: nobody asks in general about so much.</summary>
    private static bool HasDose(scoped in MessageScan scan, int start, int end)
    {
        for (var i = start + 1; i < end; i++)
        {
            var isCounted =
                scan.IsNumber(i - 1)
                || (
                    scan.Has(i - 1, WordFlags.NumberWord) && scan.Word(i - 1) is not ("un" or "une")
                );
            if (
                isCounted
                && scan.Has(i, WordFlags.DoseUnit)
                && scan.Word(i)
                    is not ("prise" or "prises" or "dose" or "doses" or "injection" or "injections")
            )
            {
                return !HasCost(scan, start, end);
            }
        }

        return false;
    }

    private static bool HasCost(scoped in MessageScan scan, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (scan.Word(i) is "prix" or "tarif" or "tarifs" or "coute" or "cout")
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasPrice(scoped in MessageScan scan, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (
                scan.Word(i)
                is "combien"
                    or "prix"
                    or "tarif"
                    or "tarifs"
                    or "coute"
                    or "cout"
                    or "definition"
                    or "brochure"
            )
            {
                return true;
            }
        }

        return false;
    }

    private static SentenceTraits OfWord(scoped in MessageScan scan, int i)
    {
        var info = scan.Info(i);
        var traits = SentenceTraits.None;
        var isQuestion =
            (info.Has(WordFlags.Generic) && IsAsked(scan, i))
            || (scan.Word(i) is "faut" && scan.Word(i + 1) is "il")
            || (
                scan.Word(i) is "peut" or "doit" or "fait" or "pratique" && scan.Word(i + 1) is "on"
            )
            || (
                scan.Word(i) is "est"
                && scan.Word(i + 1) is "ce"
                && scan.Word(i + 2) is "que" or "qu"
            )
            || (scan.Word(i) is "y" && scan.Word(i + 1) is "a" && scan.Word(i + 2) is "t");
        if (isQuestion)
        {
            traits |= SentenceTraits.Question;
        }

        if (info.Has(WordFlags.CareEvent) || info is { Health: not null, IsWeak: false })
        {
            traits |= SentenceTraits.Care;
        }

        // « La clinique est-elle ouverte ? »
        var isInverted =
            scan.Word(i) is "elle" or "il" or "on"
            && i > 0
            && (
                scan.Gap(i) is "-"
                || (scan.Gap(i) is " " && scan.Word(i - 1) is "est" or "sont" or "peut" or "doit")
            );
        if (info.Has(WordFlags.Personal) && !IsPolite(scan, i) && !isInverted)
        {
            traits |= SentenceTraits.Personal;
        }

        var word = scan.Word(i);
        if (
            word is "vous" or "votre" or "vos"
            || (word.Length > 4 && word.EndsWith("ez", StringComparison.Ordinal))
        )
        {
            traits |= SentenceTraits.Addressed;
        }

        // « Est-ce normal d'avoir encore mal ? »: nobody asks so of others.
        if (word is "normal" && scan.Word(i - 1) is "ce" or "est" or "c" or "pas")
        {
            traits |= SentenceTraits.Personal;
        }

        if (
            word is "il" or "elle" or "on"
            && !isInverted
            && scan.Word(i + 1) is "a" or "est" or "etait" or "prend" or "doit" or "va" or "s"
        )
        {
            // « Il y a », « faut-il », « s'il vous plaît », « y a-t-il » are nobody.
            var isNobody =
                scan.Word(i + 1) is "y"
                || scan.Word(i - 1) is "s" or "t" or "y" or "faut"
                || (
                    word is "il"
                    && scan.Word(i + 1) is "est"
                    && scan.Word(i + 2) is "possible" or "necessaire" or "obligatoire"
                );
            traits |= isNobody ? SentenceTraits.None : SentenceTraits.Personal;
        }

        return traits;
    }

    /// <summary>« Faites-vous », « vous êtes ouverts »; not « hémocultures faites », « plaie ouverte ».</summary>
    private static bool IsAsked(scoped in MessageScan scan, int i)
    {
        var word = scan.Word(i);
        if (word.EndsWith("ez", StringComparison.Ordinal) || word is "faites")
        {
            return scan.Word(i + 1) is "vous" || scan.Word(i - 1) is "vous";
        }

        if (
            word.StartsWith("ouvert", StringComparison.Ordinal)
            || word.StartsWith("ferme", StringComparison.Ordinal)
        )
        {
            return IsOfTheClinic(scan, i - 1)
                || IsOfTheClinic(scan, i - 2)
                || IsOfTheClinic(scan, i + 1)
                || IsOfTheClinic(scan, i + 2);
        }

        return true;
    }

    private static bool IsOfTheClinic(scoped in MessageScan scan, int i) =>
        scan.Word(i)
            is "vous"
                or "etes"
                or "clinique"
                or "accueil"
                or "secretariat"
                or "service"
                or "c"
                or "ce"
                or "parking"
                or "tous"
                or "bien"
        || scan.Has(i, WordFlags.Weekday);

    /// <summary>« Excusez-moi », « m'aider »: says nothing of the speaker.</summary>
    private static bool IsPolite(scoped in MessageScan scan, int i) =>
        scan.Word(i) switch
        {
            "moi" => scan.Word(i - 1)
                is "excusez"
                    or "dites"
                    or "dis"
                    or "rappelez"
                    or "aidez"
                    or "expliquez",
            "m" => scan.Word(i + 1) is "aider" or "renseigner",
            _ => false,
        };

    private static int OpeningLength(scoped in MessageScan scan, int i)
    {
        foreach (var opening in Openings)
        {
            if (Matches(scan, i, opening))
            {
                return opening.Length;
            }
        }

        return 0;
    }

    private static bool Matches(scoped in MessageScan scan, int i, string[] words)
    {
        for (var j = 0; j < words.Length; j++)
        {
            if (!scan.Word(i + j).SequenceEqual(words[j]))
            {
                return false;
            }
        }

        return true;
    }
}
