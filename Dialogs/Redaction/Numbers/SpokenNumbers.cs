using System.Runtime.InteropServices;

namespace ChatbotSante.Redaction;

/// <summary>
/// Reads digits out of what people write or say: « 06 39 98 12 34 », « zéro six trente-neuf quatre-vingt-dix-huit douze
/// trente-quatre », « double zéro », « euh », « non pardon ». The same reader serves redaction and understanding.
/// </summary>
public static class SpokenNumbers
{
    private const int MaxDigits = 40;

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
