namespace ChatbotSante.Redaction;

/// <summary>Values that mix letters and digits: announced ones (« dossier AB-12345 »), plates, documents.</summary>
internal static class LabelledDetector
{
    private const int MinFree = 6;
    private const int MinFreeDigits = 4;

    public static void Find(scoped in MessageScan scan)
    {
        for (var i = 0; i < scan.Tokens.Length; i++)
        {
            if (scan.Taken[i])
            {
                continue;
            }

            var last = EndOfChunk(scan, i);
            if (last > i || IsMixed(scan, i, last))
            {
                Chunk(scan, i, last);
                i = last;
            }
        }
    }

    /// <summary>The last token of a stretch without spaces, hyphens and slashes inside allowed.</summary>
    private static int EndOfChunk(scoped in MessageScan scan, int first)
    {
        var last = first;
        while (
            last + 1 < scan.Tokens.Length
            && last - first < 16
            && !scan.Taken[last + 1]
            && scan.Gap(last + 1) is "" or "-" or "/" or "_" or "."
        )
        {
            last++;
        }

        return last;
    }

    private static bool IsMixed(scoped in MessageScan scan, int first, int last)
    {
        var letters = false;
        var digits = false;
        for (var i = first; i <= last; i++)
        {
            digits |= scan.Tokens[i].IsNumber;
            letters |= !scan.Tokens[i].IsNumber;
        }

        return letters && digits;
    }

    private static void Chunk(scoped in MessageScan scan, int first, int last)
    {
        if (!IsMixed(scan, first, last))
        {
            return;
        }

        if (IsPlate(scan, first, last))
        {
            scan.Add(first, last, DataCategory.Plate, Confidence.Likely);
            return;
        }

        var digits = 0;
        var letters = 0;
        var hasWord = false;
        for (var i = first; i <= last; i++)
        {
            digits += scan.Tokens[i].IsNumber ? scan.Tokens[i].Length : 0;
            letters += scan.Tokens[i].IsNumber ? 0 : scan.Tokens[i].Length;
            hasWord |=
                !scan.Tokens[i].IsNumber
                && (
                    scan.Tokens[i].Length > 4
                    || scan.Info(i).Health is not null
                    || scan.Has(
                        i,
                        WordFlags.PlainUnit
                            | WordFlags.DoseUnit
                            | WordFlags.MeasureUnit
                            | WordFlags.AgeUnit
                    )
                );
        }

        var label = Labels.Before(scan, first);
        if (
            label
                is DataCategory.FileNumber
                    or DataCategory.InsurerId
                    or DataCategory.IdDocument
                    or DataCategory.Secret
                    or DataCategory.Plate
                    or DataCategory.Ins
            && digits >= (label is DataCategory.Secret ? 2 : 3)
            && !hasWord
            && !IsCorsicanNir(scan, first, last)
        )
        {
            scan.Add(first, last, label.Value, Confidence.Likely);
            return;
        }

        if (label is DataCategory.FileNumber or DataCategory.InsurerId && digits >= 4)
        {
            scan.Add(first, last, label.Value, Confidence.Likely);
            return;
        }

        if (IsPassport(scan, first, last))
        {
            scan.Add(first, last, DataCategory.IdDocument, Confidence.Likely);
            return;
        }

        if (
            digits >= MinFreeDigits
            && digits + letters >= MinFree
            && letters <= 6
            && (!hasWord || digits >= 6)
            && label is null
            && !scan.Has(first, WordFlags.NumberWord)
            && !IsCorsicanNir(scan, first, last)
        )
        {
            scan.Add(first, last, DataCategory.FileNumber, Confidence.Possible);
        }
    }

    /// <summary>The digits of a Corsican number hold one letter: the digit scanner reads it.</summary>
    private static bool IsCorsicanNir(scoped in MessageScan scan, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (!scan.Tokens[i].IsNumber && scan.Word(i) is not ("a" or "b" or "o"))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>« AB-123-CD », « AB123CD »; « 1234 AB 37 » is found by its spaces elsewhere.</summary>
    private static bool IsPlate(scoped in MessageScan scan, int first, int last) =>
        last == first + 2
        && scan.Tokens[first] is { IsNumber: false, Length: 2 }
        && scan.Tokens[first + 1] is { IsNumber: true, Length: 3 }
        && scan.Tokens[last] is { IsNumber: false, Length: 2 }
        && scan.Gap(first + 1) is "" or "-"
        && scan.Gap(last) is "" or "-";

    /// <summary>A French passport: two digits, two letters, five digits.</summary>
    private static bool IsPassport(scoped in MessageScan scan, int first, int last) =>
        last == first + 2
        && scan.Tokens[first] is { IsNumber: true, Length: 2 }
        && scan.Tokens[first + 1] is { IsNumber: false, Length: 2 }
        && scan.Tokens[last] is { IsNumber: true, Length: 5 };
}
