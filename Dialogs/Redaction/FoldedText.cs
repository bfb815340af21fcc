using System.Collections.Immutable;

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
            static (span, source) => CharacterFolding.Fold(source, span)
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
    public static char Fold(char c) => CharacterFolding.Fold(c);

    /// <summary>The folded form of a word of our own (a lexicon entry, a name of the clinic's file).</summary>
    public static string FoldWord(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return string.Create(
            word.Length,
            word,
            static (span, source) => CharacterFolding.Fold(source, span)
        );
    }

    private static ImmutableArray<TextToken> Split(string folded)
    {
        var buffer = new TextToken[(folded.Length / 4) + 1];
        var count = Tokenizer.Split(folded, ref buffer);
        return ImmutableArray.Create(buffer, 0, count);
    }
}
