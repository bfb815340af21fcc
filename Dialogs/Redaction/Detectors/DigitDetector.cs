namespace ChatbotSante.Redaction;

/// <summary>
/// Identifiers made of digits, written or said: each run of digits and number words is visited once and offered to the validators
/// that its length and its label allow. A check that fails lowers the confidence; it never lets a number through.
/// </summary>
internal static class DigitDetector
{
    /// <summary>Least digits in one piece that are somebody's number without a label.</summary>
    private const int MinSolid = 6;

    /// <summary>Least digits in several pieces that are somebody's number without a label.</summary>
    private const int MinSpread = 8;

    /// <summary>Most digits of a telephone number (E.164).</summary>
    private const int MaxPhoneDigits = 15;

    /// <summary>Most digits of a run in which an identifier is looked for further on.</summary>
    private const int MaxLookedInto = 20;

    /// <summary>Most digits, and pieces, left to themselves before an identifier.</summary>
    private const int MaxBefore = 4;

    /// <summary>Most digits left over after an identifier in words that are hidden with it.</summary>
    private const int MaxLeftover = 4;

    public static void Find(scoped in MessageScan scan, List<NumberAtom> atoms)
    {
        var reader = new NumberRunReader(scan.Folded, scan.Tokens, scan.Words, scan.Taken, atoms);
        while (reader.MoveNext())
        {
            var run = new NumberRun(
                scan.Folded,
                scan.Tokens,
                System.Runtime.InteropServices.CollectionsMarshal.AsSpan(atoms)
            );
            Run(scan, run);
        }
    }

    private static void Run(scoped in MessageScan scan, scoped in NumberRun run)
    {
        if (IsEmergencyList(scan, run))
        {
            return;
        }

        var at = 0;
        while (at < run.Atoms.Length)
        {
            var end = One(scan, run, at);
            at = end > at ? end : at + 1;
        }
    }

    /// <summary>The identifier that begins at a piece of a run; the index after it, or the piece's own when there is none.</summary>
    private static int One(scoped in MessageScan scan, scoped in NumberRun run, int at)
    {
        var total = run.CountDigits(at, run.Atoms.Length);
        var first = run.Atoms[at].Token;
        if (total < 2 || run.Atoms[at].Kind is NumberAtomKind.Letter or NumberAtomKind.And)
        {
            return at;
        }

        if (total > NumberRun.MaxCounted)
        {
            // Longer than any identifier: whatever it is, all of it goes, and nothing in it is tried one by one.
            Add(scan, run, at, run.Atoms.Length, DataCategory.FileNumber, Confidence.Possible);
            return run.Atoms.Length;
        }

        var label = Labels.Before(scan, first);
        var end = Foreign(scan, run, at, label);
        end = end > at ? end : Code(scan, run, at, total, label);
        end = end > at ? end : SocialSecurity(scan, run, at, total, label);
        end = end > at ? end : Phone(scan, run, at, total, label);
        end = end > at ? end : Card(scan, run, at, total, label);
        end = end > at ? end : Labelled(scan, run, at, total, label);
        end = end > at ? end : Later(scan, run, at, total);
        return end > at ? end : Free(scan, run, at, total, label);
    }

    /// <summary>« +33 6… », « 0033 6… », « plus trente-trois six… », other countries.</summary>
    private static int Foreign(
        scoped in MessageScan scan,
        scoped in NumberRun run,
        int at,
        DataCategory? label
    )
    {
        var start = run.StartOf(at);
        var isTyped = start > 0 && scan.Folded[start - 1] == '+';
        var isSaid = run.Atoms[at].Kind == NumberAtomKind.Plus;
        var isZero =
            run.Atoms[at] is { Kind: NumberAtomKind.Digits, Value: >= 4 }
            && scan.Folded[start..].StartsWith("00", StringComparison.Ordinal)
            && scan.Folded[start + 2] != '0';
        if (!(isTyped || isSaid || isZero))
        {
            return at;
        }

        var end = at;
        var digits = 0;
        while (end < run.Atoms.Length && digits < MaxPhoneDigits)
        {
            var next = run.CountDigits(at, end + 1);
            if (next > MaxPhoneDigits + 2)
            {
                break;
            }

            digits = next;
            end++;
            if (digits >= 11 && IsFrench(run, at, end, digits))
            {
                break;
            }
        }

        if (digits < 7 || (label is not null and not DataCategory.Phone && !isTyped))
        {
            return at;
        }

        if (run.IsSpoken)
        {
            end = Leftover(run, end);
        }

        Add(scan, run, at, end, DataCategory.Phone, Confidence.Likely, isTyped ? 1 : 0);
        return end;
    }

    /// <summary>Whether what was read so far is a whole French number: +33 and nine digits, or +33 (0) and nine.</summary>
    private static bool IsFrench(scoped in NumberRun run, int at, int end, int digits)
    {
        Span<char> read = stackalloc char[NumberRun.MaxDigits];
        var count = run.Read(at, end, read);
        var all = read[..count];
        if (all.StartsWith("00", StringComparison.Ordinal))
        {
            all = all[2..];
        }

        return all.StartsWith("33", StringComparison.Ordinal)
            && all.Length == (all.Length > 2 && all[2] == '0' ? 12 : 11)
            && digits > 0;
    }

    /// <summary>A code was asked for: what is exactly as long is taken for one, before any other number.</summary>
    private static int Code(
        scoped in MessageScan scan,
        scoped in NumberRun run,
        int at,
        int total,
        DataCategory? label
    )
    {
        var isAsked = scan.Expected.Contains(DataCategory.Secret);
        Span<char> code = stackalloc char[OneTimeCode.Digits];
        if (isAsked && run.TryRead(at, run.Atoms.Length, code))
        {
            Add(scan, run, at, run.Atoms.Length, DataCategory.Secret, Confidence.Likely);
            return run.Atoms.Length;
        }

        // « le code confidentiel de la carte 4412 ».
        var isOfCard =
            label == DataCategory.Card
            && total is 3 or 4
            && Labels.Before(scan, run.Atoms[at].Token, DataCategory.Secret);
        if (
            isOfCard
            || (isAsked && total is >= 4 and <= 8)
            || (label == DataCategory.Secret && total is >= 3 and <= 8)
        )
        {
            Add(scan, run, at, run.Atoms.Length, DataCategory.Secret, Confidence.Likely);
            return run.Atoms.Length;
        }

        return at;
    }

    private static int SocialSecurity(
        scoped in MessageScan scan,
        scoped in NumberRun run,
        int at,
        int total,
        DataCategory? label
    )
    {
        var isLabelled = label is DataCategory.Nir or DataCategory.Ins;
        if (
            label
            is DataCategory.Card
                or DataCategory.Iban
                or DataCategory.IdDocument
                or DataCategory.ProId
        )
        {
            return at;
        }

        if (total < NirCheck.BodyLength && !isLabelled)
        {
            return at;
        }

        var first = run.FirstDigit(at);
        if (first is not ((>= '1' and <= '4') or '7' or '8') && !isLabelled)
        {
            return at;
        }

        var category = label == DataCategory.Ins ? DataCategory.Ins : DataCategory.Nir;
        Span<char> number = stackalloc char[NirCheck.Length];
        var end = EndOf(run, at, NirCheck.Length);
        if (end > 0 && run.TryRead(at, end, number) && NirCheck.IsShaped(number))
        {
            var sure = NirCheck.HasKey(number) || isLabelled;
            if (sure || !IsCardShaped(run, at, total))
            {
                end = run.IsSpoken ? Leftover(run, end) : end;
                Add(scan, run, at, end, category, sure ? Confidence.Certain : Confidence.Likely);
                return end;
            }
        }

        var body = number[..NirCheck.BodyLength];
        end = EndOf(run, at, NirCheck.BodyLength);
        if (end > 0 && run.TryRead(at, end, body) && NirCheck.IsShaped(body))
        {
            if (isLabelled || !IsCardShaped(run, at, total))
            {
                end = Leftover(run, end);
                Add(
                    scan,
                    run,
                    at,
                    end,
                    category,
                    isLabelled ? Confidence.Certain : Confidence.Likely
                );
                return end;
            }
        }

        if (isLabelled && total >= 5)
        {
            Add(scan, run, at, run.Atoms.Length, category, Confidence.Likely);
            return run.Atoms.Length;
        }

        // A month that does not exist: mistyped, and still somebody's.
        if (
            total is NirCheck.BodyLength or NirCheck.Length
            && first is '1' or '2'
            && label is null
            && !IsLuhn(run, at)
        )
        {
            Add(scan, run, at, run.Atoms.Length, category, Confidence.Possible);
            return run.Atoms.Length;
        }

        return at;
    }

    private static bool IsLuhn(scoped in NumberRun run, int at)
    {
        Span<char> digits = stackalloc char[19];
        return LuhnCheck.IsValid(digits[..run.Read(at, run.Atoms.Length, digits)]);
    }

    /// <summary>Four groups of four.</summary>
    private static bool IsCardShaped(scoped in NumberRun run, int at, int total)
    {
        if (total != 16 || run.Atoms.Length - at != 4)
        {
            return false;
        }

        foreach (var atom in run.Atoms[at..])
        {
            if (atom is not { Kind: NumberAtomKind.Digits, Value: 4 })
            {
                return false;
            }
        }

        return true;
    }

    private static int Phone(
        scoped in MessageScan scan,
        scoped in NumberRun run,
        int at,
        int total,
        DataCategory? label
    )
    {
        var isAsked =
            label == DataCategory.Phone
            || (label is null && scan.Expected.Contains(DataCategory.Phone));
        if (
            label
            is not (null or DataCategory.Phone or DataCategory.Email or DataCategory.BirthDate)
        )
        {
            return at;
        }

        var first = run.FirstDigit(at);
        if (first == '0' && total >= 10)
        {
            Span<char> number = stackalloc char[10];
            var end = EndOf(run, at, 10);
            if (end > 0 && run.TryRead(at, end, number) && (number[1] != '0' || isAsked))
            {
                end = run.IsSpoken || run.IsCorrected ? Leftover(run, end) : end;
                Add(scan, run, at, end, DataCategory.Phone, Confidence.Likely);
                return end;
            }
        }

        if (!isAsked && !(first == '0' && run.IsSpoken && total is 9 or 11 or 12))
        {
            return at;
        }

        // The first zero left out, a digit too few or too many: still somebody's telephone.
        if (total is >= 6 and <= MaxPhoneDigits || (run.IsSpoken && total is >= 6 and <= 24))
        {
            Add(scan, run, at, run.Atoms.Length, DataCategory.Phone, Confidence.Possible);
            return run.Atoms.Length;
        }

        return at;
    }

    private static int Card(
        scoped in MessageScan scan,
        scoped in NumberRun run,
        int at,
        int total,
        DataCategory? label
    )
    {
        var isLabelled = label == DataCategory.Card;
        Span<char> digits = stackalloc char[19];
        foreach (var length in (ReadOnlySpan<int>)[16, 15, 19, 18, 17, 14, 13])
        {
            if (total < length)
            {
                continue;
            }

            var end = EndOf(run, at, length);
            if (
                end <= 0
                || (end < run.Atoms.Length && run.Atoms[end].Separator == '\0')
                || !run.TryRead(at, end, digits[..length])
                || digits[0] is not (>= '1' and <= '6')
                || !LuhnCheck.IsValid(digits[..length])
                || (length != 16 && end != run.Atoms.Length)
            )
            {
                continue;
            }

            Add(scan, run, at, end, DataCategory.Card, Confidence.Certain);
            return end;
        }

        if (
            isLabelled
            && (total is >= 8 and <= 24 || (total == 4 && EndsBy(scan, run.Atoms[at].Token)))
        )
        {
            Add(scan, run, at, run.Atoms.Length, DataCategory.Card, Confidence.Likely);
            return run.Atoms.Length;
        }

        return at;
    }

    /// <summary>« finit par 4212 », « les quatre derniers chiffres 4212 ».</summary>
    private static bool EndsBy(scoped in MessageScan scan, int token)
    {
        for (var i = token - 1; i >= 0 && token - i <= 4; i--)
        {
            if (scan.Word(i) is "finit" or "finissant" or "termine" or "terminant" or "chiffres")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A number that its label names: file, insurer, professional, document, account.</summary>
    private static int Labelled(
        scoped in MessageScan scan,
        scoped in NumberRun run,
        int at,
        int total,
        DataCategory? label
    )
    {
        if (
            label == DataCategory.BirthDate
            && (
                total is >= 5 and <= 8 || (total == 4 && run.IsSpoken && run.Atoms.Length - at >= 3)
            )
            && run.Atoms.Length - at >= 2
            && !IsCounted(scan, run)
        )
        {
            Add(scan, run, at, run.Atoms.Length, DataCategory.BirthDate, Confidence.Likely);
            return run.Atoms.Length;
        }

        var least = label switch
        {
            DataCategory.FileNumber or DataCategory.InsurerId => run.IsSpoken ? 5 : 4,
            DataCategory.ProId => 8,
            DataCategory.IdDocument => 6,
            DataCategory.Iban => 5,
            DataCategory.Plate => 3,
            _ => int.MaxValue,
        };
        if (total < least || IsCounted(scan, run))
        {
            return at;
        }

        // « Facture du 12 », « dossier de 2019 »: a year names no file.
        if (
            total == 4
            && run.Atoms.Length - at == 1
            && scan.Word(run.Atoms[at].Token)[0] is '1' or '2'
            && scan.Word(run.Atoms[at].Token - 1) is "de" or "en"
        )
        {
            return at;
        }

        Add(scan, run, at, run.Atoms.Length, label!.Value, Confidence.Likely);
        return run.Atoms.Length;
    }

    /// <summary>
    /// « 15 06 39 98 12 34 », « chambre 12 zéro six… »: a whole identifier a few pieces further on; what stands before it is left to
    /// itself.
    /// </summary>
    private static int Later(scoped in MessageScan scan, scoped in NumberRun run, int at, int total)
    {
        if (total is < MinSpread + 2 or > MaxLookedInto)
        {
            return at;
        }

        for (var start = at + 1; start < run.Atoms.Length && start - at <= MaxBefore; start++)
        {
            if (run.FirstDigit(start) != '0' || run.CountDigits(start, run.Atoms.Length) != 10)
            {
                continue;
            }

            if (run.CountDigits(at, start) <= MaxBefore)
            {
                return start;
            }
        }

        return at;
    }

    /// <summary>A number without a label that is too long to count anything.</summary>
    private static int Free(
        scoped in MessageScan scan,
        scoped in NumberRun run,
        int at,
        int total,
        DataCategory? label
    )
    {
        // A date of birth in digits that are said: « douze zéro trois quarante-huit ».
        if (
            scan.Expected.Contains(DataCategory.BirthDate)
            && label is null
            && total is 5 or 6 or 7 or 8
            && run.Atoms.Length - at >= 2
        )
        {
            Add(scan, run, at, run.Atoms.Length, DataCategory.BirthDate, Confidence.Likely);
            return run.Atoms.Length;
        }

        if (IsCounted(scan, run))
        {
            return run.Atoms.Length;
        }

        var first = run.Atoms[at];
        var isSolid = first is { Kind: NumberAtomKind.Digits, Value: >= MinSolid };
        var isSpread = total >= MinSpread;
        if (!isSolid && !isSpread)
        {
            return at;
        }

        // « 9 h, 12 345 678 »: a first piece that stands apart is left to itself.
        Span<char> pro = stackalloc char[11];
        var isPro =
            total == 11
            && run.TryRead(at, run.Atoms.Length, pro)
            && pro[0] is '1' or '8'
            && pro[1] is '0'
            && LuhnCheck.IsValid(pro);
        var end = isSpread ? run.Atoms.Length : at + 1;
        var category = isPro ? DataCategory.ProId : DataCategory.FileNumber;
        Add(scan, run, at, end, category, isPro ? Confidence.Likely : Confidence.Possible);
        return end;
    }

    /// <summary>« 150 000 euros », « 3 000 000 de personnes »: a count, not a number of somebody's.</summary>
    private static bool IsCounted(scoped in MessageScan scan, scoped in NumberRun run)
    {
        var last = run.Atoms[^1].Token;
        var end = scan.Tokens[last].End;
        while (end < scan.Folded.Length && scan.Folded[end] == ' ')
        {
            end++;
        }

        if (end < scan.Folded.Length && scan.Folded[end] is '€' or '%' or '$')
        {
            return true;
        }

        var unit = scan.Word(last + 1);
        return unit
            is "euros"
                or "euro"
                or "eur"
                or "personnes"
                or "habitants"
                or "centimes"
                or "km"
                or "fois";
    }

    /// <summary>« Le 15, le 17, le 18 ou le 112 »: numbers that everybody has.</summary>
    private static bool IsEmergencyList(scoped in MessageScan scan, scoped in NumberRun run)
    {
        foreach (var atom in run.Atoms)
        {
            var isEmergency =
                atom.Kind == NumberAtomKind.Digits
                    ? scan.Word(atom.Token)
                        is "15"
                            or "17"
                            or "18"
                            or "112"
                            or "114"
                            or "115"
                            or "116"
                            or "117"
                            or "119"
                            or "191"
                            or "196"
                            or "3114"
                            or "3919"
                            or "3117"
                            or "3117"
                            or "116117"
                    : atom.Value is 15 or 17 or 18 or 112 or 10 or 7 or 8;
            if (!isEmergency)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Where a number of so many digits ends. Of what is said, the whole run when it can be read so, then the plainest reading.
    /// </summary>
    private static int EndOf(scoped in NumberRun run, int at, int digits)
    {
        if (run.IsSpoken)
        {
            Span<char> read = stackalloc char[digits];
            if (run.TryRead(at, run.Atoms.Length, read))
            {
                return run.Atoms.Length;
            }

            for (
                var end = at + 1;
                end <= run.Atoms.Length && end - at <= NumberRun.MaxDigits;
                end++
            )
            {
                var count = run.CountDigits(at, end);
                var isWhole = end == run.Atoms.Length || run.CountDigits(at, end + 1) > count;
                if (count == digits && isWhole)
                {
                    return end;
                }

                if (count > digits)
                {
                    break;
                }
            }
        }

        return run.EndOfReading(at, digits);
    }

    /// <summary>Of what is said, digits left over after an identifier are hidden with it: a digit said twice, a correction.</summary>
    private static int Leftover(scoped in NumberRun run, int end)
    {
        var left = run.CountDigits(end, run.Atoms.Length);
        return left == 0 || left <= MaxLeftover || run.IsCorrected ? run.Atoms.Length : end;
    }

    private static void Add(
        scoped in MessageScan scan,
        scoped in NumberRun run,
        int first,
        int end,
        DataCategory category,
        Confidence confidence,
        int leading = 0
    )
    {
        var start = run.StartOf(first) - leading;
        var stop = run.EndOf(end - 1);
        if (start > 0 && scan.Folded[start - 1] == '(')
        {
            start -= scan.Folded[start..stop].Contains(')') ? 1 : 0;
        }

        var token = run.Atoms[first].Token;
        if (
            category
            is DataCategory.FileNumber
                or DataCategory.InsurerId
                or DataCategory.IdDocument
                or DataCategory.Secret
        )
        {
            start = Math.Min(start, scan.Tokens[LettersBefore(scan, token)].Start);
            stop = Math.Max(stop, LetterAfter(scan, run.Atoms[end - 1].Token));
        }

        var last = run.Atoms[end - 1].Token;
        if (category == DataCategory.Iban)
        {
            last = EndOfAccount(scan, last);
            stop = Math.Max(stop, scan.Tokens[last].End);
        }

        scan.AddSpan(start, stop, category, confidence);
        scan.Taken[token..(last + 1)].Fill(true);
    }

    /// <summary>« 0001234567Z 44 »: the letter in an account, and what goes on after it.</summary>
    private static int EndOfAccount(scoped in MessageScan scan, int last)
    {
        var next = last + 1;
        var isLetter =
            next + 1 < scan.Tokens.Length
            && scan.Tokens[next] is { IsNumber: false, Length: 1 }
            && scan.Gap(next).IsEmpty
            && scan.IsNumber(next + 1)
            && scan.Gap(next + 1).Length <= 1;
        return isLetter ? next + 1 : last;
    }

    /// <summary>« n° LB 55 201 4 », « c'est le d deux mille… »: letters that begin the number.</summary>
    private static int LettersBefore(scoped in MessageScan scan, int token)
    {
        var first = token;
        while (
            first > 0
            && token - first < 3
            && !scan.Taken[first - 1]
            && !scan.Tokens[first - 1].IsNumber
            && scan.Gap(first).Length <= 1
            && scan.Gap(first) is "" or " " or "-"
            && (
                (
                    scan.Tokens[first - 1].Length == 1
                    && scan.Original[scan.Tokens[first - 1].Start] is not ('à' or 'y' or 'n')
                    && scan.Word(first - 1) is not ("c" or "l" or "j" or "m" or "s")
                )
                || (
                    scan.Tokens[first - 1].Length <= 3
                    && scan.StartsWithCapital(first - 1)
                    && !scan.IsAllCapitals
                    && char.IsUpper(scan.Original[scan.Tokens[first - 1].End - 1])
                    && scan.Info(first - 1).Label is null
                )
            )
        )
        {
            first--;
        }

        return first;
    }

    /// <summary>« 00458812 R »: the offset after a capital that ends the number.</summary>
    private static int LetterAfter(scoped in MessageScan scan, int token)
    {
        var next = token + 1;
        var isLetter =
            next < scan.Tokens.Length
            && scan.Tokens[next] is { IsNumber: false, Length: 1 }
            && scan.StartsWithCapital(next)
            && scan.Gap(next) is " " or "" or "-"
            && (next + 1 == scan.Tokens.Length || scan.Gap(next + 1) is not "'");
        return isLetter ? scan.Tokens[next].End : scan.Tokens[token].End;
    }
}
