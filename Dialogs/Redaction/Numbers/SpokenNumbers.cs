using System.Globalization;
using System.Runtime.InteropServices;

namespace ChatbotSante.Redaction;

/// <summary>
/// Reads digits out of what people write or say: « 06 39 98 12 34 », « zéro six trente-neuf quatre-vingt-dix-huit douze
/// trente-quatre », « double zéro », « euh », « non pardon ». The same reader serves redaction and understanding.
/// </summary>
public static class SpokenNumbers
{
    private const int MaxDigits = 40;

    /// <summary>Most words of one number: « mille neuf cent quatre-vingt-dix-neuf ».</summary>
    private const int MaxWords = 8;

    /// <summary>Reads a text as exactly so many digits, where it can be read so.</summary>
    /// <param name="text">Digits, number words, separators and fillers; what else stands around the number is passed over.</param>
    /// <param name="digits">Receives the digits; its length says how many are wanted.</param>
    /// <returns>False when no number of the text has a reading of that length.</returns>
    public static bool TryReadDigits(ReadOnlySpan<char> text, Span<char> digits)
    {
        var folded = new char[text.Length];
        CharacterFolding.Fold(text, folded);
        var tokens = Array.Empty<TextToken>();
        var count = Tokenizer.Split(folded, ref tokens);
        var words = new WordInfo[count];
        for (var i = 0; i < count; i++)
        {
            words[i] = tokens[i].IsNumber
                ? WordInfo.Unknown
                : FrenchVocabulary.Shared.Find(folded.AsSpan(tokens[i].Start, tokens[i].Length));
        }

        var atoms = new List<NumberAtom>();
        var reader = new NumberRunReader(
            folded,
            tokens.AsSpan(0, count),
            words,
            new bool[count],
            atoms
        );
        while (reader.MoveNext())
        {
            var run = new NumberRun(
                folded,
                tokens.AsSpan(0, count),
                CollectionsMarshal.AsSpan(atoms)
            );
            // « 2A » in a NIR is read too: its letter is no digit.
            if (TryRead(run, digits) && !digits.ContainsAnyExceptInRange('0', '9'))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The number that begins at a token, in digits or in words: « 26 », « vingt-six », « quatre-vingt-dix ».</summary>
    /// <param name="text">The message.</param>
    /// <param name="token">Where to read.</param>
    /// <param name="next">The token after it; the token itself when there is none.</param>
    /// <returns>The number, in [0, 9999], or -1.</returns>
    public static int NumberAt(FoldedText text, int token, out int next)
    {
        ArgumentNullException.ThrowIfNull(text);
        next = token;
        if ((uint)token >= (uint)text.Tokens.Length)
        {
            return -1;
        }

        return text.Tokens[token].IsNumber
            ? Written(text, token, out next)
            : Said(text, token, out next);
    }

    private static int Written(FoldedText text, int token, out int next)
    {
        next = token;
        var digits = text.At(token);
        if (digits.Length > 4)
        {
            return -1;
        }

        next = token + 1;
        return int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private static int Said(FoldedText text, int token, out int next)
    {
        Span<short> words = stackalloc short[MaxWords];
        Span<int> at = stackalloc int[MaxWords];
        var count = 0;
        next = token;
        for (var i = token; i < text.Tokens.Length && count < MaxWords; i++)
        {
            if (text.Tokens[i].IsNumber || (count > 0 && !IsOneStretch(text, i)))
            {
                break;
            }

            var number = FrenchVocabulary.Shared.Find(text.At(i)).Number;
            if (number < 0 && count > 0 && words[count - 1] is >= 20 and <= 60 && IsAnd(text, i))
            {
                continue;
            }

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

    /// <summary>« Vingt et un », « soixante et onze »: and nowhere else.</summary>
    private static bool IsAnd(FoldedText text, int i) =>
        text.At(i) is "et" && FrenchVocabulary.Shared.Find(text.At(i + 1)).Number is 1 or 11;

    private static bool IsOneStretch(FoldedText text, int i)
    {
        var gap = text.Folded.AsSpan()[text.Tokens[i - 1].End..text.Tokens[i].Start];
        return gap.Length <= 3 && gap.IndexOfAnyExcept(" -'") < 0;
    }

    private static bool TryRead(scoped in NumberRun run, Span<char> digits)
    {
        if (run.IsCorrected)
        {
            Span<char> corrected = stackalloc char[MaxDigits];
            var count = run.ReadCorrected(corrected);
            if (count == digits.Length)
            {
                corrected[..count].CopyTo(digits);
                return true;
            }
        }

        return run.TryRead(0, run.Atoms.Length, digits);
    }
}
