namespace ChatbotSante.Redaction;

/// <summary>
/// Words and turns of phrase that say something of somebody's health, with the part of the body and the intensity beside them.
/// A question about the clinic or about things in general says nothing of anybody; a denied, feared or relative's illness does.
/// </summary>
internal static class HealthDetector
{
    private const int MaxModifiers = 4;

    /// <summary>Ends of adjectives of illness and care, masculine, feminine and plural.</summary>
    private static readonly string[] Endings =
    [
        "ique",
        "iques",
        "aire",
        "aires",
        "ale",
        "ales",
        "al",
        "aux",
        "elle",
        "elles",
        "iel",
        "ielle",
        "euse",
        "euses",
        "eux",
        "ive",
        "ives",
        "if",
        "ifs",
        "ante",
        "antes",
        "ide",
        "oide",
        "ienne",
        "iennes",
        "ien",
        "ee",
        "ees",
        "nel",
        "nelle",
        "gene",
        "genes",
        "able",
        "ible",
    ];

    public static void Find(scoped ref MessageScan scan)
    {
        for (var i = 0; i < scan.Tokens.Length; i++)
        {
            if (scan.Taken[i] || scan.Tokens[i].IsNumber)
            {
                continue;
            }

            i = At(ref scan, i);
        }
    }

    private static int At(scoped ref MessageScan scan, int i)
    {
        var info = scan.Info(i);
        if (info.Health is null && info.PhrasesPlusOne == 0 && !info.Has(WordFlags.BodyPart))
        {
            return i;
        }

        // « ma plaque AB 123 CD »: the word that announces what a rule has found.
        if (info.Label is not null && i + 1 < scan.Tokens.Length && scan.Taken[i + 1])
        {
            return i;
        }

        var isGeneric = scan.IsGeneric(i);
        foreach (var phrase in FrenchVocabulary.Shared.PhrasesOf(info))
        {
            if (
                phrase.Category is { } category
                && phrase.Matches(scan, i)
                && !scan.Taken[i + phrase.Words.Length - 1]
            )
            {
                var last = i + phrase.Words.Length - 1;
                if (isGeneric || (phrase.IsWeak && !IsSomebodys(scan, i)))
                {
                    return last;
                }

                scan.IsSensitive |= phrase.IsSensitive;
                return Add(scan, i, last, category);
            }
        }

        if (info.Health is { } single)
        {
            if (isGeneric || (info.IsWeak && !IsSomebodys(scan, i)))
            {
                return i;
            }

            scan.IsSensitive |= info.Has(WordFlags.Sensitive);
            return Add(scan, i, i, single);
        }

        return info.Has(WordFlags.BodyPart) && !isGeneric ? Body(scan, i) : i;
    }

    /// <summary>Whether the speaker's own state, or that of somebody near, is spoken of.</summary>
    private static bool IsSomebodys(scoped in MessageScan scan, int i) =>
        scan.IsPersonal(i) || scan.Expected.Overlaps(CategorySet.Health) || scan.Tokens.Length <= 3;

    /// <summary>« mon genou », « à la jambe gauche », « le ventre gonflé ».</summary>
    private static int Body(scoped in MessageScan scan, int i)
    {
        var isOwn = scan.Word(i - 1) is "mon" or "ma" or "mes" or "son" or "sa" or "ses" or "leur";
        var isSided =
            scan.Has(i + 1, WordFlags.Modifier)
            && scan.Word(i + 1)
                is "gauche"
                    or "droit"
                    or "droite"
                    or "gauches"
                    or "droits"
                    or "droites";
        var isAnswer = scan.Expected.Overlaps(CategorySet.Health);
        if (!(isOwn || isAnswer || (isSided && scan.IsPersonal(i))))
        {
            return i;
        }

        return Add(scan, i, i, DataCategory.Symptom);
    }

    private static int Add(scoped in MessageScan scan, int first, int last, DataCategory category)
    {
        last = Extend(scan, last, category);
        first = Before(scan, first, category);
        scan.Add(first, last, category, Confidence.Likely);
        return category == DataCategory.Drug ? Strength(scan, last) : last;
    }

    /// <summary>« Levothyrox 75 », « tramadol cinquante »: how strong, said without its unit.</summary>
    private static int Strength(scoped in MessageScan scan, int last)
    {
        var at = last + 1;
        if (!IsFree(scan, at) || !scan.IsOneStretch(at))
        {
            return last;
        }

        var value = NumberReading.At(scan, at, out var next);
        var isStrength =
            value is >= 2 and <= 2000
            && next > at
            && !scan.Taken[next - 1]
            && !scan.Has(next, WordFlags.PlainUnit | WordFlags.AgeUnit)
            && FrenchMonths.Number(scan.Word(next)) == 0
            && !(
                next < scan.Tokens.Length
                && scan.IsNumber(next)
                && scan.Gap(next).IndexOfAny("/-.,") >= 0
            );
        if (!isStrength)
        {
            return last;
        }

        scan.Add(at, next - 1, DataCategory.Dose, Confidence.Likely);
        return next - 1;
    }

    /// <summary>« très très mal », « deux Doliprane »: the intensity and the count that stand before.</summary>
    private static int Before(scoped in MessageScan scan, int first, DataCategory category)
    {
        while (first > 0 && !scan.Taken[first - 1] && scan.IsOneStretch(first))
        {
            var isIntensity =
                category < DataCategory.Drug
                && scan.Word(first - 1)
                    is "tres"
                        or "trop"
                        or "tro"
                        or "tellement"
                        or "vraiment"
                        or "super"
                        or "hyper"
                        or "assez"
                        or "terriblement"
                        or "gros"
                        or "grosse"
                        or "grosses"
                        or "forte"
                        or "fortes"
                        or "violent"
                        or "violente"
                        or "petit"
                        or "petite"
                        or "petites"
                        or "legere"
                        or "leger"
                        or "enorme"
                        or "grave";
            var isCount =
                category is DataCategory.Drug or DataCategory.Procedure
                && (
                    scan.Has(first - 1, WordFlags.NumberWord)
                    || (scan.IsNumber(first - 1) && scan.Tokens[first - 1].Length <= 2)
                )
                && scan.Word(first - 1) is not ("un" or "une");
            if (!(isIntensity || isCount))
            {
                break;
            }

            first--;
        }

        return first;
    }

    /// <summary>Takes in the part of the body, its side and the intensity: « douleur très forte au genou gauche ».</summary>
    private static int Extend(scoped in MessageScan scan, int last, DataCategory category)
    {
        var end = last;
        for (var steps = 0; steps < MaxModifiers; steps++)
        {
            var next = Step(scan, end);
            next = next == end ? Complement(scan, end, category) : next;
            if (next == end)
            {
                break;
            }

            end = next;
        }

        return end;
    }

    private static int Step(scoped in MessageScan scan, int last)
    {
        var at = last + 1;
        if (!IsFree(scan, at))
        {
            return last;
        }

        if (scan.Has(at, WordFlags.Modifier | WordFlags.BodyPart))
        {
            return at;
        }

        // « de type 2 », « stade 3 ».
        if (
            scan.Word(at) is "de"
            && scan.Word(at + 1) is "type" or "stade" or "grade"
            && IsFree(scan, at + 2)
        )
        {
            return at + 2;
        }

        if (
            scan.Word(at) is "type" or "stade" or "grade"
            && IsFree(scan, at + 1)
            && (scan.IsNumber(at + 1) || scan.Tokens[at + 1].Length <= 3)
        )
        {
            return at + 1;
        }

        var isIntensity =
            scan.Word(at)
            is "tres"
                or "plus"
                or "trop"
                or "assez"
                or "vraiment"
                or "super"
                or "hyper"
                or "bien";
        if (isIntensity && IsFree(scan, at + 1) && scan.Has(at + 1, WordFlags.Modifier))
        {
            return at + 1;
        }

        // « au », « à la », « dans le », « du », « sous mon »: up to three small words before a part of the body or a word of health.
        var small = at;
        while (
            small - at < 3
            && IsFree(scan, small)
            && scan.Word(small)
                is "a"
                    or "au"
                    or "aux"
                    or "la"
                    or "le"
                    or "les"
                    or "l"
                    or "du"
                    or "de"
                    or "des"
                    or "d"
                    or "dans"
                    or "sur"
                    or "sous"
                    or "en"
                    or "mon"
                    or "ma"
                    or "mes"
                    or "son"
                    or "sa"
                    or "ses"
        )
        {
            small++;
        }

        var isPlace =
            small > at
            && IsFree(scan, small)
            && (
                scan.Has(small, WordFlags.BodyPart)
                || (
                    scan.Info(small) is { Health: not null, IsWeak: false }
                    && scan.Word(at) is "de" or "du" or "des" or "d"
                )
            );
        return isPlace ? small : last;
    }

    private static bool IsFree(scoped in MessageScan scan, int i) =>
        i < scan.Tokens.Length && !scan.Taken[i] && scan.IsOneStretch(i);

    /// <summary>« fracture du scaphoïde », « phobie des piqûres », « état dépressif réactionnel »: what the illness is of, and its kind.</summary>
    private static int Complement(scoped in MessageScan scan, int last, DataCategory category)
    {
        if (category is DataCategory.Drug or DataCategory.Dose or DataCategory.Measure)
        {
            return last;
        }

        var at = last + 1;
        if (!IsFree(scan, at) || scan.Gap(at) is "-")
        {
            return last;
        }

        if (IsKind(scan, at))
        {
            return at;
        }

        // « allergie à la pénicilline », « essoufflé au moindre effort ».
        var small = at;
        while (
            small - at < 3
            && IsFree(scan, small)
            && scan.Word(small)
                is "a"
                    or "au"
                    or "aux"
                    or "la"
                    or "le"
                    or "l"
                    or "du"
                    or "de"
                    or "des"
                    or "d"
                    or "moindre"
        )
        {
            small++;
        }

        if (small == at || !IsFree(scan, small) || scan.Tokens[small].IsNumber)
        {
            return last;
        }

        var info = scan.Info(small);
        var isThing =
            scan.Tokens[small].Length >= 3
            && !info.Has(
                WordFlags.Ordinary
                    | WordFlags.Personal
                    | WordFlags.Weekday
                    | WordFlags.Title
                    | WordFlags.Relation
                    | WordFlags.GivenName
                    | WordFlags.Facility
                    | WordFlags.CareEvent
                    | WordFlags.NumberWord
                    | WordFlags.AgeUnit
                    | WordFlags.PlainUnit
                    | WordFlags.Street
                    | WordFlags.Generic
                    | WordFlags.Particle
                    | WordFlags.Filler
            )
            && info.Label is null
            && !(scan.StartsWithCapital(small) && !scan.IsAllCapitals)
            && FrenchMonths.Number(scan.Word(small)) == 0;
        return isThing ? small : last;
    }

    /// <summary>An adjective that says which: « sténose serrée », « fibrillation auriculaire ».</summary>
    private static bool IsKind(scoped in MessageScan scan, int i)
    {
        var word = scan.Word(i);
        var info = scan.Info(i);
        if (
            word.Length < 5
            || info.Has(
                WordFlags.Ordinary
                    | WordFlags.Personal
                    | WordFlags.NumberWord
                    | WordFlags.Filler
                    | WordFlags.Generic
                    | WordFlags.CareEvent
            )
        )
        {
            return false;
        }

        foreach (var ending in Endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
