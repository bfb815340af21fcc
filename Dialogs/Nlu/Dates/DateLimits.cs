namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>Reads the limit that stands beside a day or an hour.</summary>
internal static class DateLimits
{
    /// <summary>The limit before an index, beyond articles: « à partir du », « pas avant le », « d'ici la ».</summary>
    public static DateLimit Before(scoped in DateSentence said, int i)
    {
        var k = i - 1;
        while (
            !said.IsApart(k + 1)
            && said.At(k)
                is "le"
                    or "la"
                    or "les"
                    or "l"
                    or "de"
                    or "du"
                    or "a"
                    or "au"
                    or "aux"
                    or "celle"
                    or "environ"
        )
        {
            k--;
        }

        if (said.IsApart(k + 1))
        {
            return DateLimit.None;
        }

        var isDenied =
            said.At(k - 1) is "pas" or "jamais" or "surtout" && said.At(k - 2) is not "pourquoi"
            || (said.At(k - 1) is "rien");
        return said.At(k) switch
        {
            "avant" or "avent" => isDenied ? DateLimit.From : DateLimit.Before,
            "apres" or "passe" => isDenied ? DateLimit.UpTo : DateLimit.After,
            "partir" or "compter" => DateLimit.From,
            "des" when k == i - 1 && said.At(k - 1) is not ("un" or "une" or "l") => DateLimit.From,
            "jusqu" or "jusque" or "jusqua" or "jusquau" or "sous" => DateLimit.UpTo,
            "ici" when said.At(k - 1) is "d" => DateLimit.UpTo,
            "dici" => DateLimit.UpTo,
            "tard" when said.At(k - 1) is "plus" => said.At(k - 2) is "pas" or "au"
                ? DateLimit.UpTo
                : DateLimit.After,
            "tot" when said.At(k - 1) is "plus" => said.At(k - 2) is "pas" or "au"
                ? DateLimit.From
                : DateLimit.Before,
            "maximum" or "max" => DateLimit.UpTo,
            "minimum" => DateLimit.From,
            "que" when said.At(k - 1) is "tard" && said.At(k - 2) is "plus" => said.At(k - 3)
                is "pas"
                ? DateLimit.UpTo
                : DateLimit.After,
            "que" when said.At(k - 1) is "tot" && said.At(k - 2) is "plus" => said.At(k - 3)
                is "pas"
                ? DateLimit.From
                : DateLimit.Before,
            _ => DateLimit.None,
        };
    }

    /// <summary>The limit after an index: « au plus tard », « maximum », « et après », « ou plus tard ».</summary>
    public static DateLimit After(scoped in DateSentence said, ref int next)
    {
        if (
            said.Text.Matches(next, ["au", "plus", "tard"])
            || said.Text.Matches(next, ["dernier", "delai"])
        )
        {
            next += said.At(next) is "au" ? 3 : 2;
            return DateLimit.UpTo;
        }

        if (said.Text.Matches(next, ["au", "plus", "tot"]))
        {
            next += 3;
            return DateLimit.From;
        }

        // « Je finis à 17 h 30, donc après ».
        var last = said.At(next) is "donc" ? next + 1 : next;
        if (said.At(last) is "apres" && last == said.Count - 1)
        {
            next = last + 1;
            return DateLimit.After;
        }

        if (said.At(next) is "maximum" or "max" or "maxi")
        {
            next++;
            return DateLimit.UpTo;
        }

        if (said.At(next) is "minimum" or "mini")
        {
            next++;
            return DateLimit.From;
        }

        if (
            said.At(next) is "et" or "ou"
            && (
                said.At(next + 1) is "apres" && !IsDateNext(said, next + 2)
                || said.Text.Matches(next + 1, ["plus", "tard"])
                || said.Text.Matches(next + 1, ["au", "dela"])
            )
        )
        {
            next += said.At(next + 1) is "apres" ? 2 : 3;
            return DateLimit.From;
        }

        return DateLimit.None;
    }

    /// <summary>The window of the clock a limit leaves.</summary>
    public static ClockWindow Of(DateLimit limit, TimeOnly clock) =>
        limit is DateLimit.From or DateLimit.After
            ? new ClockWindow(clock, null)
            : new ClockWindow(null, clock);

    private static bool IsDateNext(scoped in DateSentence said, int i) =>
        said.Kind(i) is not (DateWordKind.Other or DateWordKind.Covered)
        || said.Kind(i + 1) is not (DateWordKind.Other or DateWordKind.Covered);
}
