using System.Collections.Frozen;

namespace ChatbotSante.Redaction;

/// <summary>
/// The words in which platforms speak of themselves (<c>OperatorWords.txt</c>): English words and names of products. None is a
/// first name that is given in France but those of grammar (« can », « may »), none a drug, an act or a complaint.
/// </summary>
internal static class OperatorWords
{
    /// <summary>After these, a number is the machine's: « SQLite Error 5 », « line 12 ».</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Counted =
        FrozenSet
            .ToFrozenSet(
                [
                    "error",
                    "line",
                    "number",
                    "position",
                    "status",
                    "attempt",
                    "port",
                    "http",
                    "utf",
                    "sha",
                ],
                StringComparer.Ordinal
            )
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> All = Read();

    /// <summary>Longest word of the list.</summary>
    private const int MaxLength = 24;

    /// <summary>Whether this very word is one of the list, not written together with another.</summary>
    public static bool IsOne(ReadOnlySpan<char> word) => Contains(word, All);

    /// <summary>Whether a run of ASCII letters is made of these words alone: one, or several in CamelCase.</summary>
    public static bool Has(ReadOnlySpan<char> letters) => Has(letters, All);

    /// <summary>Whether a number after this run of letters is the machine's.</summary>
    public static bool CountsAfter(ReadOnlySpan<char> letters)
    {
        var start = letters.Length - 1;
        while (start > 0 && !char.IsAsciiLetterUpper(letters[start]))
        {
            start--;
        }

        return Has(letters, Counted) || (start > 0 && Has(letters[start..], Counted));
    }

    private static bool Has(
        ReadOnlySpan<char> letters,
        FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> words
    )
    {
        if (Contains(letters, words))
        {
            return true;
        }

        var start = 0;
        for (var i = 1; i <= letters.Length; i++)
        {
            var isEnd =
                i == letters.Length
                || (
                    char.IsAsciiLetterUpper(letters[i])
                    && (
                        !char.IsAsciiLetterUpper(letters[i - 1])
                        || (i + 1 < letters.Length && !char.IsAsciiLetterUpper(letters[i + 1]))
                    )
                );
            if (isEnd)
            {
                if (start == 0 && i == letters.Length)
                {
                    return false;
                }

                if (!Contains(letters[start..i], words))
                {
                    return false;
                }

                start = i;
            }
        }

        return start > 0;
    }

    private static bool Contains(
        ReadOnlySpan<char> word,
        FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> words
    )
    {
        if (word.Length > MaxLength)
        {
            return false;
        }

        Span<char> lower = stackalloc char[MaxLength];
        for (var i = 0; i < word.Length; i++)
        {
            lower[i] = (char)(word[i] | 0x20);
        }

        return words.Contains(lower[..word.Length]);
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Read()
    {
        using var stream = typeof(OperatorWords).Assembly.GetManifestResourceStream(
            "OperatorWords.txt"
        )!;
        using var reader = new StreamReader(stream);
        return FrozenSet
            .ToFrozenSet(
                reader.ReadToEnd().Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries),
                StringComparer.Ordinal
            )
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
