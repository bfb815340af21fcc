namespace ChatbotSante.Redaction;

/// <summary>IBANs, in one piece or in groups. A wrong key lowers the confidence; only a French shape or a label still names it an IBAN.</summary>
internal static class IbanDetector
{
    /// <summary>Least share of digits, in percent, in what is not confirmed by its key.</summary>
    private const int MinDigitsPercent = 50;

    /// <summary>Least digits and words of numbers in one that is said.</summary>
    private const int MinSaid = 8;

    /// <summary>Most words of one that is said, spelled digit by digit with hesitations.</summary>
    private const int MaxSaidTokens = 72;

    /// <summary>Most words without meaning between two of its numbers.</summary>
    private const int MaxBetween = 4;

    public static void Find(scoped in MessageScan scan)
    {
        Span<char> compact = stackalloc char[IbanCheck.MaxLength];
        for (var i = 0; i + 1 < scan.Tokens.Length; i++)
        {
            var said = scan.Taken[i] ? i : Said(scan, i);
            if (said > i)
            {
                scan.Add(i, said - 1, DataCategory.Iban, Confidence.Likely);
                i = said - 1;
                continue;
            }

            var length = CountryLengthAt(scan, i);
            if (length == 0 || scan.Taken[i])
            {
                continue;
            }

            var isLabelled = Labels.Before(scan, i, DataCategory.Iban);
            var start = scan.Tokens[i].Start;
            var read = Read(scan.Folded, start, compact[..length], out var end);
            var isWhole =
                read == length
                && (end == scan.Folded.Length || !char.IsAsciiLetterOrDigit(scan.Folded[end]));
            if (isWhole && IbanCheck.HasKey(compact[..length]))
            {
                Add(scan, start, end, DataCategory.Iban, Confidence.Certain);
                continue;
            }

            var digits = 0;
            foreach (var c in compact[..read])
            {
                digits += char.IsAsciiDigit(c) ? 1 : 0;
            }

            var isPlausible =
                read >= IbanCheck.MinLength - 3 && digits * 100 >= read * MinDigitsPercent;
            if (!isPlausible)
            {
                continue;
            }

            end = EndOfDigits(scan, start, end);
            var isFrench = compact[0] == 'f' && compact[1] == 'r' && read >= length - 2;
            var category = isFrench || isLabelled ? DataCategory.Iban : DataCategory.FileNumber;
            Add(scan, start, end, category, isLabelled ? Confidence.Likely : Confidence.Possible);
        }
    }

    /// <summary>« f r soixante-seize trente zéro zéro… », « fr sept six puis… », « f comme françois r… »: the index after it.</summary>
    private static int Said(scoped in MessageScan scan, int i)
    {
        var from = CountrySaid(scan, i);
        if (from == i)
        {
            return i;
        }

        var (numbers, between, end) = (0, 0, i);
        for (var j = from; j < scan.Tokens.Length && j - from < MaxSaidTokens; j++)
        {
            if (scan.Taken[j] || !IsSaidGap(scan.Gap(j)))
            {
                break;
            }

            if (scan.IsNumber(j) || scan.Has(j, WordFlags.NumberWord))
            {
                numbers += scan.IsNumber(j) ? scan.Tokens[j].Length : 1;
                between = 0;
                end = j + 1;
                continue;
            }

            // « euh », « puis », « m » among the digits, « non pardon »; « m comme michel ».
            var isAmong =
                scan.Tokens[j].Length == 1
                || scan.Has(j, WordFlags.Filler | WordFlags.Correction)
                || scan.Word(j) is "comme"
                || scan.Word(j - 1) is "comme";
            if (!isAmong || ++between > MaxBetween)
            {
                break;
            }
        }

        return numbers >= MinSaid ? end : i;
    }

    private static int CountrySaid(scoped in MessageScan scan, int i)
    {
        if (scan.Tokens[i].IsNumber)
        {
            return i;
        }

        var first = scan.Word(i);
        if (first.Length == 2 && !char.IsAsciiDigit(scan.Word(i + 1)[0]))
        {
            return IbanCheck.CountryLength(first[0], first[1]) > 0 ? i + 1 : i;
        }

        var second = i + (scan.Word(i + 1) is "comme" ? 3 : 1);
        if (first.Length != 1 || second >= scan.Tokens.Length || scan.Tokens[second].Length != 1)
        {
            return i;
        }

        var after = second + (scan.Word(second + 1) is "comme" ? 3 : 1);
        return IbanCheck.CountryLength(first[0], scan.Word(second)[0]) > 0 ? after : i;
    }

    private static bool IsSaidGap(ReadOnlySpan<char> gap) =>
        gap.Length <= 4 && gap.IndexOfAnyExcept(" -,.'") < 0;

    /// <summary>A country's two letters and the two digits of a key: « FR76 », « FR 76 » in capitals.</summary>
    private static int CountryLengthAt(scoped in MessageScan scan, int i)
    {
        var word = scan.Word(i);
        if (scan.Tokens[i].IsNumber || word.Length != 2 || !scan.Tokens[i + 1].IsNumber)
        {
            return 0;
        }

        var gap = scan.Gap(i + 1);
        var isStuck =
            gap.IsEmpty || (gap is " " && char.IsUpper(scan.Original[scan.Tokens[i].Start]));
        return isStuck && scan.Tokens[i + 1].Length >= 2
            ? IbanCheck.CountryLength(word[0], word[1])
            : 0;
    }

    private static int Read(ReadOnlySpan<char> text, int start, Span<char> compact, out int end)
    {
        var count = 0;
        var separators = 0;
        end = start;
        for (var i = start; i < text.Length && count < compact.Length; i++)
        {
            if (char.IsAsciiLetterOrDigit(text[i]))
            {
                compact[count++] = text[i];
                separators = 0;
                end = i + 1;
            }
            else if (text[i] is not (' ' or '-' or '.') || ++separators > 2)
            {
                break;
            }
        }

        return count;
    }

    /// <summary>Digits that go on where the number should have ended.</summary>
    private static int EndOfDigits(scoped in MessageScan scan, int start, int end)
    {
        // What was read past the last digit may be the words that follow.
        var last = end;
        while (last > start && !char.IsAsciiDigit(scan.Folded[last - 1]))
        {
            last--;
        }

        while (last < scan.Folded.Length && char.IsAsciiDigit(scan.Folded[last]))
        {
            last++;
        }

        return last;
    }

    private static void Add(
        scoped in MessageScan scan,
        int start,
        int end,
        DataCategory category,
        Confidence confidence
    )
    {
        scan.AddSpan(start, end, category, confidence);
        scan.Take(start, end);
    }
}
