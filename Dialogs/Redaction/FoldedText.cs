using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ChatbotSante.Redaction;

/// <summary>
/// A message beside its folded form: lower case, no accents, typographic quotes straightened, of the same length, so that an
/// offset in one is an offset in the other. Split once into words and numbers.
/// </summary>
[IdentityData]
[HealthData]
public sealed class FoldedText
{
    /// <summary>Longest message read, in UTF-16 code units. What is longer is cut here, before anything looks at it.</summary>
    public const int MaxLength = 4000;

    private FoldedText(string original, string folded, ImmutableArray<TextToken> tokens)
    {
        Original = original;
        Folded = folded;
        Tokens = tokens;
    }

    /// <summary>The text as written. Never log it, never store it.</summary>
    public string Original { get; }

    /// <summary>The folded text, of the same length.</summary>
    public string Folded { get; }

    /// <summary>Words and numbers, in order.</summary>
    public ImmutableArray<TextToken> Tokens { get; }

    public static FoldedText Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var original = text.Length > MaxLength ? text[..MaxLength] : text;
        var folded = string.Create(
            original.Length,
            original,
            static (span, source) =>
            {
                for (var i = 0; i < source.Length; i++)
                {
                    span[i] = Fold(source[i]);
                }
            }
        );
        return new FoldedText(original, folded, Split(folded));
    }

    /// <summary>The folded form of one token.</summary>
    public ReadOnlySpan<char> Of(TextToken token) => Folded.AsSpan(token.Start, token.Length);

    /// <summary>The folded form of the token at an index, or an empty span past either end.</summary>
    public ReadOnlySpan<char> At(int index) =>
        (uint)index < (uint)Tokens.Length ? Of(Tokens[index]) : [];

    /// <summary>True when the tokens from an index on are these words.</summary>
    public bool Matches(int index, ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!At(index + i).SequenceEqual(words[i]))
            {
                return false;
            }
        }

        return words.Length > 0;
    }

    /// <summary>Whether any of these words stands in the message.</summary>
    public bool HasWord(params ReadOnlySpan<string> words)
    {
        foreach (var token in Tokens)
        {
            foreach (var word in words)
            {
                if (Of(token).SequenceEqual(word))
                {
                    return true;
                }
            }
        }

        return false;
    }

    public override string ToString() => PatientText.Mask;

    /// <summary>Lower case, without its accent; one code unit for one code unit.</summary>
    public static char Fold(char c)
    {
        if (c < 128)
        {
            return c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;
        }

        switch (c)
        {
            case '\u2019' or '\u2018' or '\u02BC':
                return '\'';
            case '\u00A0' or '\u202F' or '\u2009':
                return ' ';
            case '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014':
                return '-';
            case 'œ' or 'Œ':
                return 'e';
            case 'æ' or 'Æ':
                return 'e';
            default:
                break;
        }

        var lower = char.ToLowerInvariant(c);
        if (!char.IsLetter(lower) || char.IsSurrogate(lower))
        {
            return lower;
        }

        Span<char> decomposed = stackalloc char[8];
        return
            lower.ToString().TryNormalize(decomposed, out var written, NormalizationForm.FormD)
            && written > 1
            && CharUnicodeInfo.GetUnicodeCategory(decomposed[0]) != UnicodeCategory.NonSpacingMark
            ? decomposed[0]
            : lower;
    }

    /// <summary>The folded form of a word of our own (a lexicon entry, a name of the clinic's file).</summary>
    public static string FoldWord(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return string.Create(
            word.Length,
            word,
            static (span, source) =>
            {
                for (var i = 0; i < source.Length; i++)
                {
                    span[i] = Fold(source[i]);
                }
            }
        );
    }

    private static ImmutableArray<TextToken> Split(string folded)
    {
        var tokens = ImmutableArray.CreateBuilder<TextToken>((folded.Length / 4) + 1);
        var i = 0;
        while (i < folded.Length)
        {
            var c = folded[i];
            if (char.IsAsciiDigit(c))
            {
                var start = i;
                while (i < folded.Length && char.IsAsciiDigit(folded[i]))
                {
                    i++;
                }

                tokens.Add(new TextToken(start, i - start, IsNumber: true));
            }
            else if (char.IsLetter(c))
            {
                var start = i;
                while (i < folded.Length && char.IsLetter(folded[i]))
                {
                    i++;
                }

                tokens.Add(new TextToken(start, i - start, IsNumber: false));
            }
            else
            {
                i++;
            }
        }

        return tokens.DrainToImmutable();
    }
}
