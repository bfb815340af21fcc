namespace ChatbotSante.Redaction;

/// <summary>French numbers in words, up to 9999: « quatre-vingt-dix-huit », « mille neuf cent quarante-huit », « septante-deux ».</summary>
internal static class SpokenNumberGrammar
{
    /// <summary>What some number words mean together.</summary>
    /// <param name="words">The value of each word, in order.</param>
    /// <returns>The number, or -1 when the words are not one number.</returns>
    public static int ValueOf(ReadOnlySpan<short> words)
    {
        var at = 0;
        var value = Below10000(words, ref at);
        return at == words.Length ? value : -1;
    }

    /// <summary>The longest number at the start of some words.</summary>
    /// <param name="words">The value of each word, in order.</param>
    /// <param name="used">How many of them it takes; 0 when none.</param>
    public static int LongestOf(ReadOnlySpan<short> words, out int used)
    {
        used = 0;
        return Below10000(words, ref used);
    }

    private static int Below10000(ReadOnlySpan<short> words, ref int at)
    {
        if (at >= words.Length)
        {
            return -1;
        }

        var start = at;
        var thousands = 0;
        if (words[at] == 1000)
        {
            thousands = 1000;
            at++;
        }
        else if (words[at] is >= 2 and <= 9 && at + 1 < words.Length && words[at + 1] == 1000)
        {
            thousands = words[at] * 1000;
            at += 2;
        }

        var rest = Below1000(words, ref at, allowZero: thousands == 0);
        if (rest < 0)
        {
            return at > start ? thousands : -1;
        }

        return thousands + rest;
    }

    private static int Below1000(ReadOnlySpan<short> words, ref int at, bool allowZero)
    {
        if (at >= words.Length)
        {
            return -1;
        }

        if (words[at] == 0)
        {
            if (!allowZero)
            {
                return -1;
            }

            at++;
            return 0;
        }

        var hundreds = 0;
        if (words[at] == 100)
        {
            hundreds = 100;
            at++;
        }
        else if (words[at] is >= 2 and <= 16 && at + 1 < words.Length && words[at + 1] == 100)
        {
            // « Dix-neuf cent quarante-huit » is said of years.
            hundreds = words[at] * 100;
            at += 2;
        }
        else if (
            words[at] == 10
            && at + 2 < words.Length
            && words[at + 1] is >= 7 and <= 9
            && words[at + 2] == 100
        )
        {
            hundreds = (10 + words[at + 1]) * 100;
            at += 3;
        }

        var rest = Below100(words, ref at);
        return rest < 0 ? (hundreds > 0 ? hundreds : -1) : hundreds + rest;
    }

    private static int Below100(ReadOnlySpan<short> words, ref int at)
    {
        if (at >= words.Length)
        {
            return -1;
        }

        var word = words[at];
        switch (word)
        {
            case 4 when at + 1 < words.Length && words[at + 1] == 20:
                at += 2;
                return 80 + Under(words, ref at, 20);
            case 60:
                at++;
                return 60 + Under(words, ref at, 20);
            case 20 or 30 or 40 or 50 or 70 or 80 or 90:
                at++;
                return word + Under(words, ref at, 10);
            case 10 when at + 1 < words.Length && words[at + 1] is >= 7 and <= 9:
                at += 2;
                return 10 + words[at - 1];
            case >= 1 and <= 16:
                at++;
                return word;
            default:
                return -1;
        }
    }

    /// <summary>What follows a ten: a number in [1, limit), or nothing.</summary>
    private static int Under(ReadOnlySpan<short> words, ref int at, int limit)
    {
        if (at >= words.Length)
        {
            return 0;
        }

        var word = words[at];
        if (word is >= 1 and <= 9)
        {
            // « Soixante quatre vingt »: four belongs to what follows.
            at++;
            return word;
        }

        if (limit == 20 && word is >= 10 and <= 16)
        {
            if (word == 10 && at + 1 < words.Length && words[at + 1] is >= 7 and <= 9)
            {
                at += 2;
                return 10 + words[at - 1];
            }

            at++;
            return word;
        }

        return 0;
    }
}
