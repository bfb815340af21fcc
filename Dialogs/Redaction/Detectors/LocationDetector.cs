namespace ChatbotSante.Redaction;

/// <summary>Places: where somebody says they live, capitalised names after « à », hospitals and homes by their name.</summary>
internal static class LocationDetector
{
    private const int MaxWords = 5;

    public static void Find(scoped in MessageScan scan)
    {
        for (var i = 0; i < scan.Tokens.Length; i++)
        {
            if (scan.Taken[i])
            {
                continue;
            }

            var end = Dwelling(scan, i, out var first);
            end = end > i ? end : Capital(scan, i, out first);
            if (end > i)
            {
                scan.Add(first, end - 1, DataCategory.Location, Confidence.Possible);
                i = end - 1;
                continue;
            }

            end = Facility(scan, i, out first);
            if (end > i)
            {
                scan.Add(first, end - 1, DataCategory.Location, Confidence.Possible);
                i = end - 1;
            }
        }
    }

    /// <summary>« j'habite à Tours », « je vis sur saint cyr ».</summary>
    private static int Dwelling(scoped in MessageScan scan, int i, out int first)
    {
        first = i;
        if (!scan.Has(i, WordFlags.Dwelling))
        {
            return i;
        }

        var at = i + 1;
        while (
            scan.Word(at)
                is "maintenant"
                    or "actuellement"
                    or "toujours"
                    or "moi"
                    or "est"
                    or "c"
                    or "pas"
                    or "loin"
                    or "de"
                    or "e"
                    or "pres"
                    or "juste"
        )
        {
            at++;
        }

        if (scan.Word(at) is "a" or "au" or "sur" or "dans" or "vers")
        {
            at++;
        }
        else if (!scan.StartsWithCapital(at))
        {
            return i;
        }

        first = at;
        var end = Words(scan, at);
        return end > at && !(scan.Info(at).Has(WordFlags.Ordinary) && !scan.StartsWithCapital(at))
            ? end
            : i;
    }

    /// <summary>« à Tours », « de Saint-Cyr » in the middle of a sentence.</summary>
    private static int Capital(scoped in MessageScan scan, int i, out int first)
    {
        first = i + 1;
        var isPlace =
            scan.Word(i) is "a" or "sur" or "vers"
            && scan.StartsWithCapital(i + 1)
            && !scan.IsAllCapitals
            && scan.IsOneStretch(i + 1)
            && !scan.Has(
                i + 1,
                WordFlags.Title
                    | WordFlags.GivenName
                    | WordFlags.Weekday
                    | WordFlags.Ordinary
                    | WordFlags.Facility
            )
            && scan.Info(i + 1).Health is null
            && scan.Info(i + 1).Label is null
            && FrenchMonths.Number(scan.Word(i + 1)) == 0;
        var end = isPlace ? Words(scan, i + 1) : i;
        return end > i + 1 ? end : i;
    }

    /// <summary>« hôpital Bretonneau », « CHU de Tours », « Ehpad Les Tilleuls »: the name with its kind.</summary>
    private static int Facility(scoped in MessageScan scan, int i, out int first)
    {
        first = i;
        if (
            !scan.Has(i, WordFlags.Facility)
            || scan.Word(i) is "centre" or "cabinet" or "entreprise" or "societe" or "maison"
                && !scan.StartsWithCapital(i + 1)
        )
        {
            return i;
        }

        var at = i + 1;
        while (scan.Has(at, WordFlags.Particle) && scan.IsOneStretch(at))
        {
            at++;
        }

        var isNamed =
            at < scan.Tokens.Length
            && scan.IsOneStretch(at)
            && scan.StartsWithCapital(at)
            && !scan.IsAllCapitals
            && !scan.Has(at, WordFlags.Title);
        var end = isNamed ? Words(scan, at) : i;
        return end > at ? end : i;
    }

    private static int Words(scoped in MessageScan scan, int from)
    {
        var end = from;
        var wantsCapital = scan.StartsWithCapital(from);
        for (var i = from; i < scan.Tokens.Length && i - from < MaxWords; i++)
        {
            if (scan.Tokens[i].IsNumber || scan.Taken[i] || (i > from && !scan.IsOneStretch(i)))
            {
                break;
            }

            if (
                scan.Has(i, WordFlags.Particle)
                || scan.Word(i) is "sur" or "sous" or "en" or "les" or "lez"
            )
            {
                continue;
            }

            var info = scan.Info(i);
            var isWord = wantsCapital
                ? scan.StartsWithCapital(i) || (i > from && scan.Gap(i) is "-")
                : i == from
                    || scan.Gap(i) is "-"
                    || (scan.Has(i - 1, WordFlags.Particle) && !info.Has(WordFlags.Ordinary))
                    || scan.Word(i - 1) is "saint" or "sainte" or "sur" or "les" or "en";
            if (!isWord)
            {
                break;
            }

            end = i + 1;
        }

        return end;
    }
}
