namespace ChatbotSante.Redaction;

/// <summary>
/// Numbers whose letters and digits are written or said apart, after the word that announces them: « passeport quatorze a v
/// cinquante-huit », « ma facture c'est la f a vingt-quatre », « plaque g h quatre cent douze k x ».
/// </summary>
internal static class SequenceDetector
{
    private const int MaxBetween = 6;
    private const int MaxTokens = 30;

    public static void Find(scoped in MessageScan scan)
    {
        for (var i = 0; i < scan.Tokens.Length; i++)
        {
            var label = Labels.Of(scan, i);
            if (
                label
                is DataCategory.IdDocument
                    or DataCategory.FileNumber
                    or DataCategory.InsurerId
                    or DataCategory.Plate
            )
            {
                After(scan, i, label.Value);
            }
            else if (scan.Word(i) is "digicode")
            {
                After(scan, i, DataCategory.Secret);
            }
            else if (SpokenPlate(scan, i) is var end and > 0)
            {
                scan.Add(i, end - 1, DataCategory.Plate, Confidence.Likely);
                i = end - 1;
            }
        }
    }

    private static void After(scoped in MessageScan scan, int label, DataCategory category)
    {
        var first = label + 1;
        while (
            first < scan.Tokens.Length
            && first - label <= MaxBetween
            && !IsPiece(scan, first, isFirst: true)
        )
        {
            var isBetween =
                scan.Has(first, WordFlags.Filler | WordFlags.Particle)
                || scan.Info(first).Label == category
                || scan.Word(first)
                    is "numero"
                        or "n"
                        or "no"
                        or "num"
                        or "est"
                        or "c"
                        or "d"
                        or "mon"
                        or "ma"
                        or "porte"
                        or "sous";
            if (
                !isBetween
                || Gaps.EndsSentence(scan.Gap(first))
                    && scan.Gap(first).IndexOf(':') < 0
                    && scan.Gap(first) is not ". "
            )
            {
                return;
            }

            first++;
        }

        var end = first;
        var digits = 0;
        var letters = 0;
        while (
            end < scan.Tokens.Length
            && end - first < MaxTokens
            && !scan.Taken[end]
            && IsPiece(scan, end, isFirst: end == first)
            && (end == first || IsNear(scan, end))
        )
        {
            digits +=
                scan.Tokens[end].IsNumber ? scan.Tokens[end].Length
                : scan.Has(end, WordFlags.NumberWord) ? 1
                : 0;
            letters += IsLetters(scan, end) ? 1 : 0;
            end++;
        }

        // Digits alone are the digit scanner's, which knows more of them.
        if (digits >= 3 && letters > 0 && end > first)
        {
            scan.Add(first, end - 1, category, Confidence.Likely);
        }
    }

    private static bool IsPiece(scoped in MessageScan scan, int i, bool isFirst) =>
        scan.Tokens[i].IsNumber
        || (scan.Has(i, WordFlags.NumberWord) && !(isFirst && scan.Word(i) is "un" or "une"))
        || IsLetters(scan, i);

    /// <summary>One letter, or two or three capitals.</summary>
    private static bool IsLetters(scoped in MessageScan scan, int i)
    {
        if (scan.Tokens[i].IsNumber)
        {
            return false;
        }

        var isNearDigits =
            scan.IsNumber(i + 1)
            || scan.IsNumber(i - 1)
            || scan.Has(i + 1, WordFlags.NumberWord)
            || scan.Has(i - 1, WordFlags.NumberWord)
            || (i + 1 < scan.Tokens.Length && scan.Tokens[i + 1].Length == 1)
            || (i > 0 && scan.Tokens[i - 1].Length == 1);
        if (scan.Tokens[i].Length == 1)
        {
            var isElided = i + 1 < scan.Tokens.Length && scan.Gap(i + 1) is "'";
            return isNearDigits
                && !isElided
                && scan.Original[scan.Tokens[i].Start] is not ('à' or 'À')
                && !(
                    scan.Word(i) is "n"
                    && scan.Folded.Length > scan.Tokens[i].End
                    && scan.Folded[scan.Tokens[i].End] is '°' or 'º'
                );
        }

        return scan.Tokens[i].Length <= 3
            && isNearDigits
            && scan.StartsWithCapital(i)
            && char.IsUpper(scan.Original[scan.Tokens[i].End - 1])
            && !scan.IsAllCapitals
            && scan.Info(i).Label is null;
    }

    private static bool IsNear(scoped in MessageScan scan, int i)
    {
        var gap = scan.Gap(i);
        return gap.Length <= 2 && gap.IndexOfAnyExcept(" -/.") < 0;
    }

    /// <summary>Two letters, three digits, two letters, said one by one.</summary>
    private static int SpokenPlate(scoped in MessageScan scan, int i)
    {
        if (
            !(IsOne(scan, i) && IsOne(scan, i + 1))
            || (scan.Word(i) is "y" && scan.Word(i + 1) is "a")
        )
        {
            return 0;
        }

        var value = NumberReading.At(scan, i + 2, out var next);
        if (value is < 0 or > 999 || next == i + 2)
        {
            return 0;
        }

        // Three digits said one by one.
        for (var more = 0; more < 2 && scan.Has(next, WordFlags.NumberWord) && value < 100; more++)
        {
            _ = NumberReading.At(scan, next, out next);
        }

        return IsOne(scan, next) && IsOne(scan, next + 1) ? next + 2 : 0;
    }

    private static bool IsOne(scoped in MessageScan scan, int i) =>
        (uint)i < (uint)scan.Tokens.Length
        && scan.Tokens[i] is { IsNumber: false, Length: 1 }
        && !scan.Taken[i];
}
