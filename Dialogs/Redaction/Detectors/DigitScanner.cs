namespace ChatbotSante.Redaction;

/// <summary>Finds dates, telephone, social-security, card and file numbers in the digit runs of a message, left to right.</summary>
internal static class DigitScanner
{
    private const int NirDigits = 13;
    private const int NirWithKeyDigits = 15;

    public static void Find(FoldedText text, CategorySet expected, List<Detection> found)
    {
        var tokens = text.Tokens;
        var i = 0;
        while (i < tokens.Length)
        {
            if (!tokens[i].IsNumber)
            {
                i++;
                continue;
            }

            i = Date(text, i, expected, found) ?? Number(text, i, expected, found) ?? (i + 1);
        }
    }

    /// <summary>A numeric date, or one whose month is a word; the index after it, or null.</summary>
    private static int? Date(FoldedText text, int i, CategorySet expected, List<Detection> found)
    {
        var tokens = text.Tokens;
        if (i + 2 >= tokens.Length || tokens[i].Length > 2)
        {
            return expected.Contains(DataCategory.BirthDate) && tokens[i].Length == 8
                ? Add(text, i, i, DataCategory.BirthDate, Confidence.Likely, found)
                : null;
        }

        // « 1er mars 1948 »
        var yearAt = text.At(i + 1) is "er" && i + 3 < tokens.Length ? i + 3 : i + 2;
        var year = tokens[yearAt];
        var spelled = !tokens[yearAt - 1].IsNumber && FrenchMonths.Number(text.At(yearAt - 1)) > 0;
        var numeric =
            tokens[i + 1].IsNumber
            && tokens[i + 1].Length <= 2
            && IsDateSeparated(text, i, expected)
            && !GoesOn(text, i + 2);
        if (!(spelled || numeric) || !year.IsNumber || year.Length is not (2 or 4))
        {
            return null;
        }

        var born =
            expected.Contains(DataCategory.BirthDate)
            || text.HasWord("ne", "nee", "naissance")
            || (year.Length == 4 && text.At(yearAt)[0] == '1');
        var category = born ? DataCategory.BirthDate : DataCategory.Date;
        return Add(text, i, yearAt, category, Confidence.Likely, found);
    }

    private static bool IsDateSeparated(FoldedText text, int i, CategorySet expected)
    {
        var first = text.Folded.AsSpan()[text.Tokens[i].End..text.Tokens[i + 1].Start];
        var second = text.Folded.AsSpan()[text.Tokens[i + 1].End..text.Tokens[i + 2].Start];
        if (!first.SequenceEqual(second) || first.Length != 1)
        {
            return false;
        }

        return first[0] is '/' or '.' or '-'
            || (
                first[0] == ' '
                && expected.Contains(DataCategory.BirthDate)
                && text.Tokens[i + 2].Length == 4
            );
    }

    /// <summary>Whether the number goes on after this token, with the same kind of separator: « 06.39.98.12.34 » is no date.</summary>
    private static bool GoesOn(FoldedText text, int index)
    {
        if (index + 1 >= text.Tokens.Length || !text.Tokens[index + 1].IsNumber)
        {
            return false;
        }

        var before = text.Folded.AsSpan()[text.Tokens[index - 1].End..text.Tokens[index].Start];
        var after = text.Folded.AsSpan()[text.Tokens[index].End..text.Tokens[index + 1].Start];
        return before[0] != ' ' && before.SequenceEqual(after);
    }

    /// <summary>A run of digits and separators long enough to be somebody's number; the index after it, or null.</summary>
    private static int? Number(FoldedText text, int i, CategorySet expected, List<Detection> found)
    {
        var tokens = text.Tokens;
        var end = i;
        var digits = tokens[i].Length;
        var phoneEnd = digits == 10 ? i : -1;
        while (end + 1 < tokens.Length && IsJoined(text, end) && digits < NirWithKeyDigits + 1)
        {
            // The department of a Corsican number is 2A or 2B: one letter inside the digits.
            var corsican =
                !tokens[end + 1].IsNumber
                && tokens[end + 1].Length == 1
                && text.At(end + 1)[0] is ('a' or 'b');
            if (!tokens[end + 1].IsNumber && !corsican)
            {
                break;
            }

            end++;
            digits += tokens[end].Length;
            phoneEnd = digits == 10 && phoneEnd < 0 ? end : phoneEnd;
        }

        // A code was asked for: what is exactly as long is taken for one, before any other number.
        if (digits == OneTimeCode.Digits && expected.Contains(DataCategory.Secret))
        {
            return Add(text, i, end, DataCategory.Secret, Confidence.Likely, found);
        }

        var first = text.At(i)[0];
        if (
            digits is >= NirDigits and <= NirWithKeyDigits
            && first is ('1' or '2' or '3' or '4' or '7' or '8')
        )
        {
            return Add(text, i, end, DataCategory.Nir, Confidence.Likely, found);
        }

        if (phoneEnd >= 0 && first == '0')
        {
            return Add(text, i, phoneEnd, DataCategory.Phone, Confidence.Likely, found);
        }

        if (
            first == '3'
            && digits == 11
            && tokens[i].Start > 0
            && text.Folded[tokens[i].Start - 1] == '+'
        )
        {
            return Add(text, i, end, DataCategory.Phone, Confidence.Likely, found, leading: 1);
        }

        if (digits >= 16)
        {
            return Add(text, i, end, DataCategory.Card, Confidence.Possible, found);
        }

        if (tokens[i].Length >= 6)
        {
            var expectedPhone = expected.Contains(DataCategory.Phone);
            return Add(
                text,
                i,
                i,
                expectedPhone ? DataCategory.Phone : DataCategory.FileNumber,
                Confidence.Possible,
                found
            );
        }

        return null;
    }

    /// <summary>Whether only a space, a dot or a hyphen, or nothing, stands between this token and the next.</summary>
    private static bool IsJoined(FoldedText text, int index)
    {
        var between = text.Folded.AsSpan()[text.Tokens[index].End..text.Tokens[index + 1].Start];
        return between.Length <= 2 && between.IndexOfAnyExcept(" .-") < 0;
    }

    private static int Add(
        FoldedText text,
        int first,
        int last,
        DataCategory category,
        Confidence confidence,
        List<Detection> found,
        int leading = 0
    )
    {
        var start = text.Tokens[first].Start - leading;
        found.Add(new Detection(start, text.Tokens[last].End - start, category, confidence));
        return last + 1;
    }
}
