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
        ["prenomme"],
        ["prenommee"],
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
            if (trigger > 0 && IsShortName(scan, i + trigger))
            {
                scan.Add(i + trigger, i + trigger, DataCategory.Name, Confidence.Likely);
                i += trigger + 1;
            }
            else if (trigger > 0)
            {
                i = Take(scan, i + trigger, needCapital: false, atLeast: 1, Confidence.Likely);
            }
            else if (IsField(scan, i))
            {
                i = Take(scan, i + 1, needCapital: false, atLeast: 1, Confidence.Likely);
            }
            else if (asked && SurnameFirst(scan, i) is var given and > 0)
            {
                scan.Add(i, given, DataCategory.Name, Confidence.Likely);
                i = given + 1;
            }
            else if (asked)
            {
                i = Take(scan, i, needCapital: false, atLeast: 1, Confidence.Likely);
            }
            else if (IsSignature(scan, i) || IsRegistered(scan, i))
            {
                i = Take(scan, i, needCapital: false, atLeast: 1, Confidence.Possible);
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
            "c"
                when scan.Word(i + 1) is "est"
                    && scan.Word(i + 2) is "encore" or "toujours" or "bien" => 3,
            "c" when scan.Word(i + 1) is "est" => 2,
            "c" when scan.Has(i + 1, WordFlags.GivenName) => 1,
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
        // « M. Tellier », « née LEROUX », « prénom Bronisław »: only before a capital.
        var isCapital =
            scan.StartsWithCapital(index + 1) && !scan.IsAllCapitals && !scan.Taken[index];
        if (
            isCapital
            && (
                (
                    scan.Word(index) is "m"
                    && scan.StartsWithCapital(index)
                    && scan.Gap(index + 1) is ". " or " " or "."
                )
                || (
                    scan.Word(index)
                        is "nee"
                            or "ne"
                            or "prenom"
                            or "nom"
                            or "epouse"
                            or "chauffeur"
                            or "soussigne"
                            or "soussignee"
                    && scan.Gap(index + 1) is " "
                )
            )
        )
        {
            return 1;
        }

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

    /// <summary>
    /// « Le Bras Mathilde », to somebody who asked for a name: the surname is an ordinary word, the first name that ends the
    /// sentence says what it is. The index of the first name, or 0.
    /// </summary>
    private static int SurnameFirst(scoped in MessageScan scan, int i)
    {
        var surname = AfterParticles(scan, i);
        var given = surname + 1;
        return
            surname > i
            && given < scan.Tokens.Length
            && IsContiguous(scan, given)
            && scan.Has(given, WordFlags.GivenName)
            && !scan.Has(given, WordFlags.Ordinary)
            && scan.Has(surname, WordFlags.BodyPart | WordFlags.Ordinary)
            && (given + 1 == scan.Tokens.Length || !IsContiguous(scan, given + 1))
            ? given
            : 0;
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
                IsInitial(scan, last)
                && (words > 0 || CanBeName(scan, last + 1, needCapital: true));
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

        first = from < first ? from : first;
        scan.Add(first, last - 1, DataCategory.Name, confidence);
        if (IsInitial(scan, last - 1))
        {
            // The full stop of an initial is part of it.
            scan.AddSpan(
                scan.Tokens[first].Start,
                scan.Tokens[last - 1].End + 1,
                DataCategory.Name,
                confidence
            );
        }

        return last;
    }

    /// <summary>« Mme Lê »: a name that reads as a particle, and nothing after it.</summary>
    private static bool IsShortName(scoped in MessageScan scan, int i) =>
        i < scan.Tokens.Length
        && scan.Tokens[i].Length >= 2
        && scan.Has(i, WordFlags.Particle)
        && scan.StartsWithCapital(i)
        && !scan.IsAllCapitals
        && IsContiguous(scan, i)
        && !CanBeName(scan, i + 1, needCapital: false);

    /// <summary>« W. », « J.-P. ».</summary>
    private static bool IsInitial(scoped in MessageScan scan, int i) =>
        i < scan.Tokens.Length
        && scan.Tokens[i].Length == 1
        && scan.StartsWithCapital(i)
        && !scan.IsAllCapitals
        && scan.Tokens[i].End < scan.Folded.Length
        && scan.Folded[scan.Tokens[i].End] == '.';

    /// <summary>« Bien à vous, Anouk », « Lecointre » on the last line: who signs.</summary>
    private static bool IsSignature(scoped in MessageScan scan, int i)
    {
        var left = scan.Tokens.Length - i;
        if (
            left > 2
            || i < 2
            || scan.IsAllCapitals
            || !scan.StartsWithCapital(i)
            || scan.Gap(i).IndexOfAny(",\n.") < 0
        )
        {
            return false;
        }

        return CanBeName(scan, i, needCapital: true)
            && (left == 1 || CanBeName(scan, i + 1, needCapital: true))
            && scan.Folded[scan.Tokens[^1].End..].IndexOf('?') < 0;
    }

    /// <summary>« DUVIVIER A. », « LE MEUR »: as registers write names.</summary>
    private static bool IsRegistered(scoped in MessageScan scan, int i)
    {
        if (scan.IsAllCapitals || !IsUpper(scan, i) || i + 1 >= scan.Tokens.Length || scan.Taken[i])
        {
            return false;
        }

        return scan.Has(i, WordFlags.Particle)
            ? IsUpper(scan, i + 1)
                && CanBeName(scan, i + 1, needCapital: true)
                && IsContiguous(scan, i + 1)
            : CanBeName(scan, i, needCapital: true)
                && IsInitial(scan, i + 1)
                && scan.Gap(i + 1) is " ";
    }

    private static bool IsUpper(scoped in MessageScan scan, int i)
    {
        var word = scan.Original.Slice(scan.Tokens[i].Start, scan.Tokens[i].Length);
        foreach (var c in word)
        {
            if (!char.IsUpper(c))
            {
                return false;
            }
        }

        return word.Length >= 2;
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
                        | WordFlags.Facility
                        | WordFlags.Street
                        | WordFlags.Personal
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
