namespace ChatbotSante.Redaction;

/// <summary>Reads one number at a place in a message, in digits or in words.</summary>
internal static class NumberReading
{
    private const int MaxWords = 8;

    /// <summary>The number that begins at a token.</summary>
    /// <param name="scan">The message.</param>
    /// <param name="index">Where to read.</param>
    /// <param name="next">The index after it; the index itself when there is none.</param>
    /// <returns>The number, in [0, 9999], or -1.</returns>
    public static int At(scoped in MessageScan scan, int index, out int next)
    {
        next = index;
        if (index >= scan.Tokens.Length)
        {
            return -1;
        }

        if (scan.Tokens[index].IsNumber)
        {
            if (scan.Tokens[index].Length > 4)
            {
                return -1;
            }

            var value = 0;
            foreach (var digit in scan.Word(index))
            {
                value = (value * 10) + (digit - '0');
            }

            next = index + 1;
            return value;
        }

        if (scan.Word(index) is "premier" or "1er")
        {
            next = index + 1;
            return 1;
        }

        return Words(scan, index, out next);
    }

    private static int Words(scoped in MessageScan scan, int index, out int next)
    {
        Span<short> words = stackalloc short[MaxWords];
        Span<int> at = stackalloc int[MaxWords];
        var count = 0;
        next = index;
        for (var i = index; i < scan.Tokens.Length && count < MaxWords; i++)
        {
            if (count > 0 && !scan.IsOneStretch(i))
            {
                break;
            }

            if (
                count > 0
                && scan.Word(i) is "et"
                && words[count - 1] is >= 20 and <= 60
                && scan.Info(i + 1).Number is 1 or 11
            )
            {
                continue;
            }

            var number = scan.Info(i).Number;
            if (number < 0)
            {
                break;
            }

            at[count] = i;
            words[count++] = (short)number;
        }

        var value = SpokenNumberGrammar.LongestOf(words[..count], out var used);
        if (value < 0 || used == 0)
        {
            return -1;
        }

        next = at[used - 1] + 1;
        return value;
    }
}
