namespace ChatbotSante.Redaction;

/// <summary>Values beside a word of health: « CRP à 45 », « hémoglobine : 8,2 g/dL », « TNM : pT2 N1 M0 », « score de Glasgow 15 ».</summary>
internal static class ResultDetector
{
    /// <summary>Most words between a name and its value.</summary>
    private const int MaxBetween = 3;

    /// <summary>Looks at the health spans found so far and takes in the value that follows.</summary>
    public static void Find(scoped in MessageScan scan, int from)
    {
        for (var k = from; k < scan.Found.Count; k++)
        {
            var detection = scan.Found[k];
            if (
                detection.Category
                is not (DataCategory.Result or DataCategory.Measure or DataCategory.Condition)
            )
            {
                continue;
            }

            var next = scan.TokenAt(detection.End);
            var end = ValueEnd(scan, next);
            if (end > next && detection.Category != DataCategory.Condition)
            {
                scan.Found[k] = detection with { Length = EndOffset(scan, end) - detection.Start };
                scan.Taken[next..end].Fill(true);
            }
            else if (
                end > next
                && scan.Word(next) is "a"
                && scan.Folded[detection.Start..].StartsWith("tension", StringComparison.Ordinal)
            )
            {
                scan.Found[k] = detection with
                {
                    Length = EndOffset(scan, end) - detection.Start,
                    Category = DataCategory.Measure,
                };
                scan.Taken[next..end].Fill(true);
            }
        }
    }

    private static int EndOffset(scoped in MessageScan scan, int end)
    {
        var offset = scan.Tokens[end - 1].End;
        return offset < scan.Folded.Length && scan.Folded[offset] == '%' ? offset + 1 : offset;
    }

    private static int ValueEnd(scoped in MessageScan scan, int next)
    {
        var at = next;
        while (
            at < scan.Tokens.Length
            && at - next < MaxBetween
            && scan.Word(at)
                is "a"
                    or "est"
                    or "de"
                    or "etait"
                    or "sont"
                    or "mesure"
                    or "mesuree"
                    or "c"
        )
        {
            if (scan.Taken[at] || !IsNear(scan, at))
            {
                return next;
            }

            at++;
        }

        if (at >= scan.Tokens.Length || scan.Taken[at] || !IsNear(scan, at))
        {
            return next;
        }

        if (
            scan.Word(at)
            is "positif"
                or "positive"
                or "negatif"
                or "negative"
                or "normal"
                or "normale"
                or "normaux"
                or "elevee"
                or "eleve"
                or "basse"
                or "bas"
                or "haute"
                or "haut"
                or "anormal"
                or "anormale"
        )
        {
            return at + 1;
        }

        if (NumberReading.At(scan, at, out var end) < 0)
        {
            return next;
        }

        // Decimals, and the unit with its slash.
        if (scan.IsNumber(end) && scan.Gap(end) is "," or ".")
        {
            end++;
        }
        else if (
            scan.Word(end) is "virgule"
            && NumberReading.At(scan, end + 1, out var decimals) >= 0
        )
        {
            end = decimals;
        }

        for (var units = 0; units < 4 && end < scan.Tokens.Length; units++)
        {
            var gap = scan.Gap(end);
            var isUnit =
                scan.Has(end, WordFlags.MeasureUnit | WordFlags.DoseUnit)
                || scan.Word(end) is "l" or "dl" or "mm" or "u" or "umol"
                || gap is "/"
                || gap is "^";
            if (!isUnit || scan.Taken[end] || gap.Length > 1)
            {
                break;
            }

            end++;
        }

        return end;
    }

    private static bool IsNear(scoped in MessageScan scan, int i)
    {
        var gap = scan.Gap(i);
        return gap.Length <= 4 && Gaps.IsValue(gap);
    }
}
