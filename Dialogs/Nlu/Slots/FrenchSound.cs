namespace ChatbotSante.Dialogs.Nlu.Slots;

/// <summary>How a folded word sounds in French, roughly: « opthalmo » and « oftalmo », « gérare » and « Girard » come near each other.</summary>
internal static class FrenchSound
{
    private const int MaxLength = 32;

    /// <summary>Groups of letters and their sound, the longest first; capitals are nasal vowels and « ch ».</summary>
    private static readonly (string Written, char Sound)[] Groups =
    [
        ("eaux", 'o'),
        ("eau", 'o'),
        ("ault", 'o'),
        ("aux", 'o'),
        ("ain", 'I'),
        ("ein", 'I'),
        ("oeu", 'e'),
        ("sch", 'C'),
        ("ph", 'f'),
        ("th", 't'),
        ("ch", 'C'),
        ("qu", 'k'),
        ("ck", 'k'),
        ("gu", 'g'),
        ("au", 'o'),
        ("ai", 'e'),
        ("ei", 'e'),
        ("ou", 'u'),
        ("eu", 'e'),
        ("an", 'A'),
        ("am", 'A'),
        ("en", 'A'),
        ("em", 'A'),
        ("in", 'I'),
        ("im", 'I'),
        ("yn", 'I'),
        ("on", 'O'),
        ("om", 'O'),
        ("rh", 'r'),
        ("gn", 'n'),
    ];

    /// <summary>The sound of a word; the word itself when it is very long.</summary>
    public static string Of(ReadOnlySpan<char> word)
    {
        if (word.Length > MaxLength)
        {
            return word.ToString();
        }

        Span<char> sound = stackalloc char[MaxLength];
        var length = 0;
        for (var i = 0; i < word.Length; )
        {
            var (next, c) = At(word, i);
            i = next;
            if (c != '\0' && (length == 0 || sound[length - 1] != c))
            {
                sound[length++] = c;
            }
        }

        // What ends a word is seldom heard.
        while (length > 2 && sound[length - 1] is 't' or 'd' or 's' or 'x' or 'p' or 'z' or 'e')
        {
            length--;
        }

        return sound[..length].ToString();
    }

    private static (int Next, char Sound) At(ReadOnlySpan<char> word, int i)
    {
        foreach (var (written, sound) in Groups)
        {
            if (!word[i..].StartsWith(written, StringComparison.Ordinal))
            {
                continue;
            }

            var after = i + written.Length;

            // « Ana »: no nasal vowel before another.
            var isNasal = char.IsAsciiLetterUpper(sound) && sound != 'C';
            if (
                isNasal
                && after < word.Length
                && word[after] is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'n' or 'm'
            )
            {
                continue;
            }

            return (after, sound);
        }

        var next = i + 1 < word.Length ? word[i + 1] : '\0';
        return (
            i + 1,
            word[i] switch
            {
                'h' => '\0',
                'y' => 'i',
                'w' => 'v',
                'q' => 'k',
                'c' => next is 'e' or 'i' or 'y' ? 's' : 'k',
                'g' => next is 'e' or 'i' or 'y' ? 'j' : 'g',
                'z' => 's',
                var c => c,
            }
        );
    }
}
