namespace ChatbotSante.Redaction;

/// <summary>E-mail addresses said aloud: « jeanne point martin arobase courriel point fr ».</summary>
internal static class SpokenEmailDetector
{
    /// <summary>Most words of a name, spelled letter by letter perhaps.</summary>
    private const int MaxLocalTokens = 40;

    private const int MaxDomainTokens = 12;

    public static void Find(scoped in MessageScan scan)
    {
        var floor = 0;
        for (var i = 0; i < scan.Tokens.Length; i++)
        {
            var sign = SignLength(scan, i);
            var isProvider =
                sign == 0
                && scan.Has(i, WordFlags.MailProvider)
                && DomainEnd(scan, i) > i + 1
                && IsNamed(scan, i);
            if ((sign == 0 && !isProvider) || scan.Taken[i])
            {
                continue;
            }

            var domain = i + sign;
            var last = DomainEnd(scan, domain) - 1;
            var first = LocalStart(scan, i, floor);
            if (last < domain)
            {
                if (first == i || sign == 0)
                {
                    continue;
                }

                last = Math.Max(i, last);
            }

            scan.Add(first, last, DataCategory.Email, Confidence.Likely);
            floor = last + 1;
            i = last;
        }
    }

    /// <summary>« arobase », « a commercial », « at » before a domain.</summary>
    private static int SignLength(scoped in MessageScan scan, int i)
    {
        var word = scan.Word(i);
        if (
            word
            is "arobase"
                or "arobas"
                or "arrobase"
                or "arobaze"
                or "arobasse"
                or "arrobas"
                or "aroba"
        )
        {
            return 1;
        }

        if (word is "a" && scan.Word(i + 1) is "commercial")
        {
            return 2;
        }

        if (word is "a" && scan.Word(i + 1) is "robase" or "robaze")
        {
            return 2;
        }

        // « dupont quatre-vingt-deux à gmail point com ».
        var isAt =
            word is "at" or "chez" || (word is "a" && scan.Has(i + 1, WordFlags.MailProvider));
        return isAt && DomainEnd(scan, i + 1) > i + 2 ? 1 : 0;
    }

    /// <summary>Whether a name of an address stands before a provider said without any sign.</summary>
    private static bool IsNamed(scoped in MessageScan scan, int i) => i > 0 && !scan.Taken[i - 1];

    /// <summary>The index after the domain that begins here; the index itself when none does.</summary>
    private static int DomainEnd(scoped in MessageScan scan, int i)
    {
        var hasPoint = false;
        for (var j = i; j < scan.Tokens.Length && j - i < MaxDomainTokens; j++)
        {
            if (j > i && scan.IsSentenceStart(j) && !IsDot(scan, j))
            {
                break;
            }

            if (scan.Word(j) is "point" or "poin" or "dot" || (j > i && IsDot(scan, j)))
            {
                hasPoint = true;
            }

            if (hasPoint && scan.Has(j, WordFlags.TopDomain))
            {
                return j + 1;
            }

            // « Point f r »: the domain spelled.
            if (
                hasPoint
                && scan.Tokens[j].Length == 1
                && j + 1 < scan.Tokens.Length
                && scan.Tokens[j + 1].Length == 1
                && scan.Word(j - 1) is "point" or "poin" or "dot"
            )
            {
                var isCom = scan.Word(j) is "c" && scan.Word(j + 2) is "m";
                return isCom ? j + 3 : j + 2;
            }
        }

        // A provider alone is domain enough.
        return scan.Has(i, WordFlags.MailProvider) ? i + 1 : i;
    }

    private static bool IsDot(scoped in MessageScan scan, int j) => scan.Gap(j).Trim(' ') is ".";

    /// <summary>The first token of the name that ends before an index.</summary>
    private static int LocalStart(scoped in MessageScan scan, int end, int floor)
    {
        var start = end;
        for (var j = end - 1; j >= floor && end - j <= MaxLocalTokens; j--)
        {
            if (scan.Taken[j] && !scan.IsNumber(j))
            {
                break;
            }

            var info = scan.Info(j);
            var length = scan.Tokens[j].Length;
            var isSign =
                info.Has(WordFlags.SpokenSign) || scan.Word(j) is "bas" or "du" or "6" or "8";
            var isSpelled = length == 1 || scan.Word(j) is "comme" or "double" or "accent";
            var afterAs = scan.Word(j - 1) is "comme";
            var isStop =
                info.Label is not null
                || scan.Word(j)
                    is "est"
                        or "c"
                        or "mon"
                        or "adresse"
                        or "a"
                        or "l"
                        or "ecrivez"
                        or "sur"
                        or "moi"
                        or "voici"
                        or "alors";
            if (scan.IsSentenceStart(j + 1) && j + 1 < end && !IsDot(scan, j + 1))
            {
                break;
            }

            if (isStop && !afterAs && !(isSpelled && scan.Word(j) is not ("c" or "a" or "l")))
            {
                // « c » and « a » are letters where letters are spelled around them.
                var inSpelling =
                    length == 1
                    && j + 1 < end
                    && (
                        scan.Tokens[j + 1].Length == 1
                        || scan.Word(j + 1) is "comme"
                        || (scan.Has(j + 1, WordFlags.SpokenSign) && scan.Gap(j + 1) is " ")
                        || (scan.Word(j) is not "a" && scan.Gap(j + 1) is " ")
                    );
                if (!inSpelling || scan.Word(j + 1) is "est")
                {
                    break;
                }
            }

            var ordinary =
                info.Has(WordFlags.Ordinary)
                && !isSign
                && !isSpelled
                && !afterAs
                && !info.Has(WordFlags.NumberWord)
                && !info.Has(WordFlags.GivenName);
            // « info arobase », « la boite point info arobase »: a word before a sign is part of the name.
            var isBeforeSign =
                start == j + 1
                && (
                    j + 1 == end
                    || (
                        scan.Has(j + 1, WordFlags.SpokenSign)
                        && scan.Word(j + 1) is not ("plus" or "moins")
                    )
                );
            if (ordinary && !isBeforeSign)
            {
                break;
            }

            start = j;
        }

        // A sign does not begin a name.
        while (start < end && scan.Has(start, WordFlags.SpokenSign))
        {
            start++;
        }

        return start;
    }
}
