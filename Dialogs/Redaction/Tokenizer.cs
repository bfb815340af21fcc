namespace ChatbotSante.Redaction;

/// <summary>Cuts folded text into runs of letters and runs of ASCII digits.</summary>
internal static class Tokenizer
{
    /// <summary>Writes the tokens of a text, growing the buffer as needed.</summary>
    /// <returns>How many there are.</returns>
    public static int Split(ReadOnlySpan<char> folded, ref TextToken[] tokens)
    {
        var count = 0;
        var i = 0;
        while (i < folded.Length)
        {
            var start = i;
            var isNumber = char.IsAsciiDigit(folded[i]);
            if (isNumber)
            {
                while (i < folded.Length && char.IsAsciiDigit(folded[i]))
                {
                    i++;
                }
            }
            else
            {
                while (i < folded.Length && IsLetter(folded[i]))
                {
                    i++;
                }
            }

            if (i == start)
            {
                i++;
                continue;
            }

            if (count == tokens.Length)
            {
                Array.Resize(ref tokens, Math.Max(32, tokens.Length * 2));
            }

            tokens[count++] = new TextToken(start, i - start, isNumber);
        }

        return count;
    }

    private static bool IsLetter(char c) => c < 128 ? char.IsAsciiLetter(c) : char.IsLetter(c);
}
