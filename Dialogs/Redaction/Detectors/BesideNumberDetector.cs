namespace ChatbotSante.Redaction;

/// <summary>
/// What stands beside a number: the expiry of a card (« exp. 04/28 »), the three digits of its back (« crypto 481 »), the key of a
/// social-security number (« et la clé douze »).
/// </summary>
internal static class BesideNumberDetector
{
    private const int Reach = 8;
    private const int MaxBeforeKey = 4;

    public static void Find(scoped in MessageScan scan)
    {
        for (var i = 0; i + 1 < scan.Tokens.Length; i++)
        {
            if (IsExpiryWord(scan, i))
            {
                WrittenExpiry(scan, i);
            }
            else if (IsMask(scan, i))
            {
                Masked(scan, i);
            }
        }

        for (var k = scan.Found.Count - 1; k >= 0; k--)
        {
            if (scan.Found[k].Category == DataCategory.Card)
            {
                After(scan, scan.TokenAt(scan.Found[k].End));
            }
            else if (scan.Found[k].Category is DataCategory.Nir or DataCategory.Ins)
            {
                Key(scan, scan.TokenAt(scan.Found[k].End), scan.Found[k].Category);
            }
        }
    }

    private static bool IsExpiryWord(scoped in MessageScan scan, int i) =>
        scan.Word(i) is "expire" or "expiration" or "exp" or "validite" or "expirant" or "valable";

    /// <summary>« expire en 12/26 », « validité 05/27 », « date 0527 ».</summary>
    private static void WrittenExpiry(scoped in MessageScan scan, int word)
    {
        for (var i = word + 1; i < scan.Tokens.Length && i - word <= MaxBeforeKey + 2; i++)
        {
            if (Gaps.EndsSentence(scan.Gap(i)))
            {
                return;
            }

            if (!scan.IsNumber(i) || scan.Taken[i])
            {
                continue;
            }

            var isPair =
                scan.Tokens[i].Length <= 2
                && scan.IsNumber(i + 1)
                && scan.Tokens[i + 1].Length is 2 or 4
                && scan.Gap(i + 1) is "/" or "-" or " / " or " ";
            if (isPair)
            {
                scan.Add(i, i + 1, DataCategory.Card, Confidence.Likely);
            }

            return;
        }
    }

    /// <summary>« XXXX », « x x x x » is no word: a part of the number that its owner hid.</summary>
    private static bool IsMask(scoped in MessageScan scan, int i) =>
        scan.Tokens[i] is { IsNumber: false, Length: >= 3 }
        && scan.Word(i).IndexOfAnyExcept('x') < 0;

    /// <summary>« 4973 XXXX XXXX 4421 »: what is left of a number beside its hidden part.</summary>
    private static void Masked(scoped in MessageScan scan, int mask)
    {
        var first = mask;
        while (
            first > 0 && mask - first < 4 && IsOfMask(scan, first - 1) && scan.IsOneStretch(first)
        )
        {
            first--;
        }

        var last = mask;
        while (last - mask < 4 && IsOfMask(scan, last + 1) && scan.IsOneStretch(last + 1))
        {
            last++;
        }

        if (scan.IsNumber(first) || scan.IsNumber(last))
        {
            scan.Add(first, last, DataCategory.Card, Confidence.Likely);
        }
    }

    private static bool IsOfMask(scoped in MessageScan scan, int i) =>
        i < scan.Tokens.Length && (scan.IsNumber(i) || IsMask(scan, i));

    /// <summary>« et la clé douze »: the key of a social-security number, said apart.</summary>
    private static void Key(scoped in MessageScan scan, int from, DataCategory category)
    {
        for (var i = from; i < scan.Tokens.Length && i - from < MaxBeforeKey; i++)
        {
            if (scan.Word(i) is not ("cle" or "clef"))
            {
                continue;
            }

            var value =
                i
                + (
                    scan.Word(i + 1) is "c" && scan.Word(i + 2) is "est" ? 3
                    : scan.Word(i + 1) is "est" ? 2
                    : 1
                );
            if (NumberReading.At(scan, value, out var end) is >= 0 and <= 97)
            {
                scan.Add(value, end - 1, category, Confidence.Likely);
            }

            return;
        }
    }

    private static void After(scoped in MessageScan scan, int from)
    {
        for (var i = from; i < scan.Tokens.Length && i - from < Reach; i++)
        {
            var isExpiry =
                scan.IsNumber(i)
                && scan.IsNumber(i + 1)
                && scan.Gap(i + 1) is "/" or "-" or " / "
                && scan.Tokens[i].Length <= 2
                && scan.Tokens[i + 1].Length is 2 or 4;
            if (isExpiry)
            {
                var first = scan.Word(i - 1) is "fin" && i - 1 >= from ? i - 1 : i;
                scan.Add(first, i + 1, DataCategory.Card, Confidence.Likely);
                i++;
                continue;
            }

            // « expire en août vingt-sept », « fin zéro six vingt-neuf ».
            if (
                scan.Word(i) is "expire" or "expiration" or "exp" or "fin" or "valable" or "jusqu"
                && !scan.IsNumber(i + 1)
            )
            {
                var said = Expiry(scan, i);
                if (said > i)
                {
                    i = said - 1;
                    continue;
                }
            }

            var isCode =
                scan.Tokens[i] is { IsNumber: true, Length: 3 or 4 }
                && !scan.Taken[i]
                && (
                    scan.Word(i - 1)
                        is "crypto"
                            or "cvv"
                            or "cvc"
                            or "code"
                            or "cryptogramme"
                            or "dos"
                            or "chiffres"
                            or "verso"
                    || (i == from && scan.Gap(i).Length <= 2)
                );
            if (isCode)
            {
                scan.Add(i, i, DataCategory.Secret, Confidence.Likely);
            }
        }
    }

    /// <summary>A month and a year after the word that announces them: the index after them.</summary>
    private static int Expiry(scoped in MessageScan scan, int word)
    {
        var i = word + 1;
        while (
            i - word <= 3
            && scan.Word(i)
                is "en"
                    or "le"
                    or "fin"
                    or "a"
                    or "au"
                    or "c"
                    or "est"
                    or "date"
                    or "la"
                    or "qu"
        )
        {
            i++;
        }

        var first = i;
        if (i >= scan.Tokens.Length || scan.Taken[i] || scan.IsNumber(i))
        {
            return word;
        }

        if (FrenchMonths.Number(scan.Word(i)) > 0)
        {
            i++;
        }
        else
        {
            while (i - first < 2 && scan.Info(i).Number is >= 0 and <= 12)
            {
                i++;
            }
        }

        if (i == first || NumberReading.At(scan, i, out var end) < 0)
        {
            return word;
        }

        first -= scan.Word(first - 1) is "fin" ? 1 : 0;
        scan.Add(first, end - 1, DataCategory.Card, Confidence.Likely);
        return end;
    }
}
