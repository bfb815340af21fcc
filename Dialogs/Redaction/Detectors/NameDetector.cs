namespace ChatbotSante.Redaction;

/// <summary>Names after words that announce one, first names and what follows them, capitalised pairs, and wherever a name was asked for.</summary>
internal static class NameDetector
{
    private const int MaxWords = 6;

    /// <summary>Words after which a name comes.</summary>
    private static readonly string[][] Triggers =
    [
        ["je", "m", "appelle"],
        ["m", "appelle"],
        ["mappelle"],
        ["s", "appelle"],
        ["se", "nomme"],
        ["me", "nomme"],
        ["je", "me", "presente"],
        ["mon", "nom", "est"],
        ["mon", "nom", "c", "est"],
        ["nom", "de", "famille", "est"],
        ["nom", "de", "famille", "c", "est"],
        ["nom", "de", "famille"],
        ["nom", "de", "jeune", "fille", "est"],
        ["nom", "de", "jeune", "fille", "c", "est"],
        ["nom", "de", "jeune", "fille"],
        ["nom", "de", "naissance"],
        ["nom", "d", "usage"],
        ["nom", "marital"],
        ["nom", "d", "epouse"],
        ["nom", "patronymique"],
        ["au", "nom", "de"],
        ["de", "la", "part", "de"],
        ["nom", "de"],
        ["nom", "est"],
        ["nom", "c", "est"],
        ["prenom", "est"],
        ["prenom", "c", "est"],
        ["madame"],
        ["monsieur"],
        ["mademoiselle"],
        ["mme"],
        ["mr"],
        ["mlle"],
        ["docteur"],
        ["docteure"],
        ["dr"],
        ["professeur"],
        ["pr"],
        ["doc"],
        ["voisin"],
        ["voisine"],
    ];

    public static void Find(scoped in MessageScan scan)
    {
        var asked = scan.Expected.Contains(DataCategory.Name);
        var i = 0;
        while (i < scan.Tokens.Length)
        {
            var trigger = TriggerLength(scan, i);
            if (trigger > 0)
            {
                i = Take(scan, i + trigger, needCapital: false, atLeast: 1, Confidence.Likely);
            }
            else if (IsField(scan, i))
            {
                i = Take(scan, i + 1, needCapital: false, atLeast: 1, Confidence.Likely);
            }
            else if (asked)
            {
                i = Take(scan, i, needCapital: false, atLeast: 1, Confidence.Likely);
            }
            else if (Introduced(scan, i) is var introduced and > 0)
            {
                i = Take(scan, i + introduced, needCapital: false, atLeast: 1, Confidence.Likely);
            }
            else if (scan.Has(i, WordFlags.GivenName) && !scan.Taken[i] && IsGivenName(scan, i))
            {
                i = Take(scan, i, needCapital: false, atLeast: 1, Confidence.Likely);
            }
            else
            {
                i = scan.IsAllCapitals
                    ? i + 1
                    : Take(scan, i, needCapital: true, atLeast: 2, Confidence.Possible);
            }
        }
    }

    /// <summary>« Nom : », « Prénom », « Patient(e) : », « Signé : » in a form or a letter.</summary>
    private static bool IsField(scoped in MessageScan scan, int i)
    {
        if (
            scan.Word(i)
            is not (
                "nom"
                or "prenom"
                or "prenoms"
                or "noms"
                or "patient"
                or "patiente"
                or "signe"
                or "signature"
                or "traitant"
                or "prescripteur"
                or "chirurgien"
                or "anesthesiste"
                or "operateur"
                or "destinataire"
                or "expediteur"
                or "adherent"
                or "assure"
                or "assuree"
                or "beneficiaire"
                or "titulaire"
                or "correspondant"
                or "pour"
            )
        )
        {
            return false;
        }

        return i + 1 < scan.Tokens.Length
            && scan.Gap(i + 1).Contains(':')
            && !scan.Gap(i + 1).Contains('?');
    }

    /// <summary>« je suis Jeanne », « c'est Martin », « ma fille lucie »: words before a name that more often stand before others.</summary>
    private static int Introduced(scoped in MessageScan scan, int i)
    {
        var length = scan.Word(i) switch
        {
            "suis" or "ici" or "signe" or "appelle" or "et" or "avec" or "chez" or "par" => 1,
            "c" when scan.Word(i + 1) is "est" => 2,
            "cordialement" or "merci" => 1,
            _ => scan.Has(i, WordFlags.Relation) ? 1 : 0,
        };
        if (length == 0 || !CanBeName(scan, i + length, needCapital: false))
        {
            return 0;
        }

        var at = i + length;
        var isGiven = scan.Has(at, WordFlags.GivenName);
        var isCapital =
            scan.StartsWithCapital(at)
            && !scan.IsAllCapitals
            && !(scan.Word(i) is "et" or "avec" or "par" or "chez");
        var isNear = scan.Gap(at) is " " or "'" or ", " or "\n" or ",\n" or " : ";
        return
            isNear
            && (
                isGiven
                || (isCapital && !scan.IsSentenceStart(at))
                || (isCapital && scan.Word(i) is "cordialement")
            )
            ? length
            : 0;
    }

    /// <summary>A first name that stands as one: with a capital inside a sentence, or before a word that can be a surname.</summary>
    private static bool IsGivenName(scoped in MessageScan scan, int i)
    {
        if (
            !CanBeName(scan, i, needCapital: false)
            || scan.Has(i - 1, WordFlags.Street | WordFlags.Facility)
        )
        {
            return false;
        }

        var isCapital = scan.StartsWithCapital(i) && !scan.IsAllCapitals;
        var isFollowed = IsContiguous(scan, i + 1) && CanBeName(scan, i + 1, needCapital: false);
        var isPreceded =
            i > 0
            && IsContiguous(scan, i)
            && CanBeName(scan, i - 1, needCapital: false)
            && (isCapital || scan.StartsWithCapital(i - 1));
        return (isCapital && (!scan.IsSentenceStart(i) || isFollowed))
            || (isFollowed && scan.Info(i + 1).Flags == WordFlags.None)
            || isPreceded;
    }

    private static int TriggerLength(scoped in MessageScan scan, int index)
    {
        // Every one of them begins with a title or one of these.
        if (
            !(
                scan.Has(index, WordFlags.Title | WordFlags.Relation)
                || scan.Word(index)
                    is "je"
                        or "m"
                        or "s"
                        or "se"
                        or "me"
                        or "mon"
                        or "nom"
                        or "au"
                        or "de"
                        or "prenom"
                        or "mappelle"
            )
        )
        {
            return 0;
        }

        foreach (var trigger in Triggers)
        {
            var i = 0;
            while (i < trigger.Length && scan.Word(index + i).SequenceEqual(trigger[i]))
            {
                i++;
            }

            if (i == trigger.Length && !scan.Taken[index])
            {
                return trigger.Length;
            }
        }

        return 0;
    }

    /// <summary>Takes a run of words that can be a name; the index to go on from.</summary>
    private static int Take(
        scoped in MessageScan scan,
        int from,
        bool needCapital,
        int atLeast,
        Confidence confidence
    )
    {
        var first = from;
        var named = AfterParticles(scan, first);
        if (named > first && CanBeName(scan, named, needCapital))
        {
            first = named;
        }

        var last = first;
        var words = 0;
        while (
            words < MaxWords
            && last < scan.Tokens.Length
            && (words == 0 || IsContiguous(scan, last))
        )
        {
            var joins =
                words > 0
                && scan.Has(last, WordFlags.Particle)
                && CanBeName(scan, AfterParticles(scan, last), needCapital);
            var isInitial =
                words > 0
                && scan.Tokens[last].Length == 1
                && scan.StartsWithCapital(last)
                && !scan.IsAllCapitals
                && scan.Folded.Length > scan.Tokens[last].End
                && scan.Folded[scan.Tokens[last].End] == '.';
            if (!joins && !isInitial && !CanBeName(scan, last, needCapital))
            {
                break;
            }

            words++;
            last++;
        }

        if (words < atLeast)
        {
            return from + 1;
        }

        scan.Add(from < first ? from : first, last - 1, DataCategory.Name, confidence);
        return last;
    }

    /// <summary>The index after a run of particles (« de la »), all in one stretch.</summary>
    private static int AfterParticles(scoped in MessageScan scan, int index)
    {
        while (scan.Has(index, WordFlags.Particle) && IsContiguous(scan, index + 1))
        {
            index++;
        }

        return index;
    }

    private static bool CanBeName(scoped in MessageScan scan, int index, bool needCapital)
    {
        if ((uint)index >= (uint)scan.Tokens.Length)
        {
            return false;
        }

        var token = scan.Tokens[index];
        return !token.IsNumber
            && token.Length >= 2
            && !scan.Taken[index]
            && !scan.Has(
                index,
                WordFlags.Ordinary
                    | WordFlags.NumberWord
                    | WordFlags.Weekday
                    | WordFlags.BodyPart
                    | WordFlags.PlainUnit
                    | WordFlags.Title
            )
            && !(
                scan.Has(
                    index,
                    WordFlags.Generic
                        | WordFlags.CareEvent
                        |  WordFlags.Facility | WordFlags.Street | WordFlags.Personal
                        | WordFlags.Relation
                ) && !scan.Has(index, WordFlags.GivenName)
            )
            && scan.Info(index).Health is null
            && scan.Info(index).Label is null
            && (!needCapital || scan.StartsWithCapital(index));
    }

    /// <summary>Whether only a space, a hyphen, an apostrophe or a comma stands before this token.</summary>
    private static bool IsContiguous(scoped in MessageScan scan, int index)
    {
        if (index <= 0 || index >= scan.Tokens.Length)
        {
            return false;
        }

        var gap = scan.Gap(index);
        return gap.Length <= 2
            && (
                gap.IndexOfAnyExcept(" -',") < 0
                || (gap is ". " && scan.Tokens[index - 1].Length == 1)
            );
    }
}
