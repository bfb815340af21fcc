namespace ChatbotSante.Redaction;

/// <summary>
/// What the tagger found, weighed against what the rules know: it is less sure than a rule, and it is not believed where every word is
/// an ordinary one, in an idiom, or in a question that is about nobody.
/// </summary>
internal static class TaggerFilter
{
    private const WordFlags NoName =
        WordFlags.Ordinary
        | WordFlags.Particle
        | WordFlags.Title
        | WordFlags.Weekday
        | WordFlags.Filler
        | WordFlags.Personal
        | WordFlags.PlainUnit;

    /// <summary>Fewest ordinary words that are believed to say something of health together.</summary>
    private const int LeastTogether = 3;

    /// <summary>Weighs the detections from an index on.</summary>
    public static void Apply(scoped in MessageScan scan, int from)
    {
        var kept = from;
        for (var k = from; k < scan.Found.Count; k++)
        {
            var detection = scan.Found[k];
            var first = scan.TokenAt(detection.Start);
            var end = scan.TokenAt(detection.End - 1);
            end += end < scan.Tokens.Length && scan.Tokens[end].Start < detection.End ? 1 : 0;
            if (!IsBelieved(scan, detection.Category, first, end))
            {
                continue;
            }

            var isHealth = DataCategories.IsHealth(detection.Category);
            var own = isHealth ? OwnEnd(scan, ref first, end) : end;
            if (own < end && !SaysSomething(scan, first, own))
            {
                continue;
            }

            var isCut = own < end;
            end = own;
            if (isHealth)
            {
                first = AfterSmallWords(scan, first, end);
            }

            // A piece of health is as long as training says: its small words and its numbers are part of it.
            var last = end - 1;
            if (
                !isHealth
                && (IsTrimmed(detection.Category) || scan.Taken[first..end].Contains(true))
            )
            {
                while (first < last && !scan.Taken[first] && IsBeside(scan, first))
                {
                    first++;
                }

                while (last > first && !scan.Taken[last] && IsBeside(scan, last))
                {
                    last--;
                }
            }

            var start = Math.Max(detection.Start, scan.Tokens[first].Start);
            var stop = last == end - 1 && !isCut ? detection.End : scan.Tokens[last].End;
            scan.Found[kept++] = detection with
            {
                Start = start,
                Length = stop - start,
                Confidence = Confidence.Possible,
            };
        }

        scan.Found.RemoveRange(kept, scan.Found.Count - kept);
    }

    /// <summary>Where a piece of health ends before a value that a rule found to be of somebody; past it when it begins by one.</summary>
    private static int OwnEnd(scoped in MessageScan scan, ref int first, int end)
    {
        var start = first;
        while (start < end && IsValue(scan, start))
        {
            start++;
        }

        if (start > first && start < end)
        {
            first = start;
        }

        for (var i = first; i < end; i++)
        {
            if (IsValue(scan, i))
            {
                return i;
            }
        }

        return end;
    }

    /// <summary>« 063998123 », the « g h » of a plate, the « 3 mois » of an age: taken by a rule, and no part of an illness.</summary>
    private static bool IsValue(scoped in MessageScan scan, int i)
    {
        if (!scan.Taken[i])
        {
            return false;
        }

        return scan.Tokens[i].IsNumber
            ? scan.Tokens[i].Length > 4
                || (
                    scan.Has(i + 1, WordFlags.AgeUnit)
                    && scan.Taken[i + 1]
                    && (i == 0 || !scan.Taken[i - 1])
                )
            : scan.Tokens[i].Length == 1
                && i + 1 < scan.Tokens.Length
                && scan.Taken[i + 1]
                && scan.Tokens[i + 1] is { Length: 1, IsNumber: false };
    }

    /// <summary>Whether something is left that neither announces a value nor is of every day: not « plaque », « bébé de ».</summary>
    private static bool SaysSomething(scoped in MessageScan scan, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (scan.Info(i).Label is null && !IsNothing(scan, i, isHealth: true))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A word at either end that is ordinary, or announces the value beside it.</summary>
    private static bool IsBeside(scoped in MessageScan scan, int i) =>
        scan.Info(i).Label is not null
        || (
            IsNothing(scan, i, isHealth: false)
            && !scan.StartsWithCapital(i)
            && !scan.Has(i, WordFlags.Particle)
        );

    /// <summary>Ordinary words at either end of a name or a place are none of it.</summary>
    private static bool IsTrimmed(DataCategory category) =>
        category is DataCategory.Name or DataCategory.Location;

    private static bool IsBelieved(
        scoped in MessageScan scan,
        DataCategory category,
        int first,
        int end
    )
    {
        var isHealth = DataCategories.IsHealth(category);
        // « Vous êtes des incapables » speaks of the clinic, and of nobody's health.
        var isOfClinic =
            isHealth
            && (
                scan.Sentences[first]
                & (SentenceTraits.Addressed | SentenceTraits.Personal | SentenceTraits.Care)
            ) == SentenceTraits.Addressed
            && !scan.Expected.Overlaps(CategorySet.Health)
            && !scan.IsPartial;
        if ((scan.IsGeneric(first) && category != DataCategory.Name) || isOfClinic)
        {
            return false;
        }

        if (category == DataCategory.Dose && !IsCounted(scan, first, end))
        {
            return false;
        }

        for (var i = first; i < end; i++)
        {
            if (!IsNothing(scan, i, isHealth))
            {
                return true;
            }
        }

        // « ne parle plus », « plus envie de rien »: ordinary words say it together, of the speaker or somebody near.
        return isHealth
            && end - first >= LeastTogether
            && scan.IsPersonal(first)
            && !scan.Clean[first..end].Contains(true);
    }

    /// <summary>A dose says how much or how often; « toutes tes instructions » does neither.</summary>
    private static bool IsCounted(scoped in MessageScan scan, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            var isWhen =
                scan.Word(i)
                is "matin"
                    or "midi"
                    or "soir"
                    or "coucher"
                    or "nuit"
                    or "jour"
                    or "jours"
                    or "heures"
                    or "fois"
                    or "semaine"
                    or "besoin"
                    or "jeun"
                    or "repas";
            if (
                isWhen
                || scan.IsNumber(i)
                || scan.Has(i, WordFlags.NumberWord | WordFlags.DoseUnit | WordFlags.Weekday)
                || scan.Info(i).Health is not null
                || scan.Word(i) is "moitie" or "quart" or "demi"
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word could only be personal by what stands beside it.</summary>
    private static bool IsNothing(scoped in MessageScan scan, int i, bool isHealth)
    {
        if (scan.Clean[i])
        {
            return true;
        }

        var info = scan.Info(i);
        if (info.Health is not null)
        {
            return !isHealth;
        }

        // A word of the programs' own, that no list of ours knows as French: « Server returned status ».
        if (isHealth && info == WordInfo.Unknown && OperatorWords.IsOne(scan.Word(i)))
        {
            return true;
        }

        if (scan.Tokens[i].IsNumber || info.Has(WordFlags.NumberWord))
        {
            return scan.Tokens[i].Length <= 2 || !isHealth;
        }

        var isPlain =
            info.Has(NoName)
            || info.Label is not null
            || (info.Has(WordFlags.AddressPart) && !isHealth);
        return isPlain
            && !info.Has(
                WordFlags.BodyPart
                    | WordFlags.DoseUnit
                    | WordFlags.MeasureUnit
                    | WordFlags.GivenName
            );
    }

    /// <summary>« de la fièvre »: articles and prepositions say nothing.</summary>
    private static int AfterSmallWords(scoped in MessageScan scan, int first, int end)
    {
        while (
            first < end - 1
            && scan.Word(first)
                is "de"
                    or "du"
                    or "des"
                    or "d"
                    or "la"
                    or "le"
                    or "les"
                    or "l"
                    or "un"
                    or "une"
                    or "au"
                    or "aux"
                    or "en"
                    or "mon"
                    or "ma"
                    or "mes"
                    or "ai"
                    or "j"
        )
        {
            first++;
        }

        return first;
    }
}
