using System.Globalization;
using System.Text;

namespace ChatbotSante.Redaction;

/// <summary>
/// Folds one UTF-16 code unit into one: lower case, no accent, straight quotes, plain spaces and hyphens, ASCII digits and signs for
/// their full-width and foreign forms. Length never changes, so an offset in the folded text is one in the original.
/// </summary>
internal static class CharacterFolding
{
    /// <summary>Code units below this are folded by one look-up: all that French, its neighbours and typographers write.</summary>
    private const int TableLength = 0x2100;

    private static readonly char[] Table = Build();

    public static void Fold(ReadOnlySpan<char> original, Span<char> folded)
    {
        var table = Table;
        for (var i = 0; i < original.Length; i++)
        {
            var c = original[i];
            folded[i] = c < table.Length ? table[c] : FoldRare(c);
        }
    }

    public static char Fold(char c) => c < TableLength ? Table[c] : FoldRare(c);

    private static char[] Build()
    {
        var table = new char[TableLength];
        for (var c = 0; c < table.Length; c++)
        {
            table[c] = FoldRare((char)c);
        }

        return table;
    }

    private static char FoldRare(char c)
    {
        if (c < 128)
        {
            return c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;
        }

        switch (c)
        {
            case '\u2019' or '\u2018' or '\u02BC' or '\u00B4' or '\uFF07':
                return '\'';
            case '\u00A0' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u3000':
                return ' ';
            case (>= '\u2010' and <= '\u2015') or '\u2212' or '\uFE63' or '\uFF0D':
                return '-';
            case 'œ' or 'Œ' or 'æ' or 'Æ':
                return 'e';
            case >= '\uFF01' and <= '\uFF5E':
                return FoldRare((char)(c - '\uFF01' + '!'));
            default:
                break;
        }

        if (char.IsDigit(c))
        {
            return (char)('0' + (int)char.GetNumericValue(c));
        }

        var lower = char.ToLowerInvariant(c);
        if (!char.IsLetter(lower))
        {
            return lower;
        }

        ReadOnlySpan<char> source = [lower];
        Span<char> decomposed = stackalloc char[8];
        return
            source.TryNormalize(decomposed, out var written, NormalizationForm.FormD)
            && written > 1
            && CharUnicodeInfo.GetUnicodeCategory(decomposed[0]) != UnicodeCategory.NonSpacingMark
            ? decomposed[0]
            : lower;
    }
}
