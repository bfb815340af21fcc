namespace ChatbotSante.Redaction;

/// <summary>Reads the facts of tokens.</summary>
internal static class TokenFactsReader
{
    /// <summary>Stands for every word that training did not know.</summary>
    public const uint Stranger = 0x51ED270B;
    private const int MostSize = 15;
    private const WordClasses Cues = WordClasses.Speaker | WordClasses.Clinic | WordClasses.General;

    /// <summary>How much of a message is looked at to say whether its capitals mean anything.</summary>
    private const int CaseSample = 512;

    /// <summary>Whether the message is written in lower and upper case, so that a capital says something.</summary>
    public static bool CaseSpeaks(ReadOnlySpan<char> original)
    {
        int lower = 0,
            upper = 0;
        foreach (var c in original[..Math.Min(original.Length, CaseSample)])
        {
            if (char.IsUpper(c))
            {
                upper++;
            }
            else if (char.IsLower(c))
            {
                lower++;
            }
        }

        return upper > 0 && lower > 2 * upper;
    }

    public static TokenFacts Read(
        ReadOnlySpan<char> original,
        ReadOnlySpan<char> folded,
        TextToken token,
        int previousEnd,
        bool caseSpeaks,
        WordTable words
    )
    {
        var text = folded.Slice(token.Start, token.Length);
        var gap = Gap(folded, previousEnd, token.Start);
        var facts = new TokenFacts
        {
            Gap = gap,
            Size = (byte)Math.Min(token.Length, MostSize),
            IsNumber = token.IsNumber,
        };
        if (token.IsNumber)
        {
            Number(text, ref facts);
            return facts;
        }

        Word(text, ref facts);
        facts.Classes = words.Find(facts.Word);
        facts.Known =
            (facts.Classes & WordClasses.Known) != WordClasses.None ? facts.Word : Stranger;
        facts.Case = caseSpeaks
            ? Case(original.Slice(token.Start, token.Length), gap >= TokenGap.Sentence)
            : TokenCase.Silent;
        return facts;
    }

    /// <summary>Tells each token of a message what sort of sentence it stands in.</summary>
    public static void ReadSentences(Span<TokenFacts> facts)
    {
        var first = 0;
        while (first < facts.Length)
        {
            var end = first + 1;
            var cues = facts[first].Classes;
            while (end < facts.Length && facts[end].Gap < TokenGap.Sentence)
            {
                cues |= facts[end++].Classes;
            }

            foreach (ref var fact in facts[first..end])
            {
                fact.Sentence = cues & Cues;
            }

            first = end;
        }
    }

    private static void Word(ReadOnlySpan<char> text, ref TokenFacts facts)
    {
        var hash = WordHash.Start;
        for (var i = 0; i < text.Length; i++)
        {
            hash = WordHash.Next(hash, text[i]);
            switch (i)
            {
                case 2:
                    facts.Prefix3 = hash;
                    break;
                case 3:
                    facts.Prefix4 = hash;
                    break;
                case 4:
                    facts.Prefix5 = hash;
                    break;
                default:
                    break;
            }
        }

        facts.Word = WordHash.Mix(hash);
        hash = WordHash.Start;
        for (var i = 1; i <= Math.Min(5, text.Length); i++)
        {
            hash = WordHash.Next(hash, text[^i]);
            switch (i)
            {
                case 2:
                    facts.Suffix2 = hash;
                    break;
                case 3:
                    facts.Suffix3 = hash;
                    break;
                case 4:
                    facts.Suffix4 = hash;
                    break;
                case 5:
                    facts.Suffix5 = hash;
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>A number is its length and, when short, its size: 38 is a temperature more often than 12 is.</summary>
    private static void Number(ReadOnlySpan<char> digits, ref TokenFacts facts)
    {
        var value = 0u;
        foreach (var digit in digits[..Math.Min(digits.Length, 4)])
        {
            value = (value * 10) + (uint)(digit - '0');
        }

        facts.Word = WordHash.Feature(101, (uint)Math.Min(digits.Length, MostSize));
        facts.Known = facts.Word;
        facts.Prefix3 = digits.Length <= 3 ? WordHash.Feature(102, value / 10) : 0;
        facts.Prefix4 = digits.Length <= 3 ? WordHash.Feature(103, value) : 0;
    }

    private static TokenCase Case(ReadOnlySpan<char> word, bool startsSentence)
    {
        if (!char.IsUpper(word[0]))
        {
            return word.IndexOfAnyInRange('A', 'Z') >= 0 ? TokenCase.Mixed : TokenCase.Lower;
        }

        if (word.Length == 1)
        {
            return startsSentence ? TokenCase.First : TokenCase.Title;
        }

        var upper = 0;
        foreach (var c in word)
        {
            upper += char.IsUpper(c) ? 1 : 0;
        }

        return upper == word.Length ? TokenCase.Upper
            : upper > 1 ? TokenCase.Mixed
            : startsSentence ? TokenCase.First
            : TokenCase.Title;
    }

    private static TokenGap Gap(ReadOnlySpan<char> folded, int from, int to)
    {
        if (from < 0)
        {
            return TokenGap.Edge;
        }

        var gap = from == to ? TokenGap.Nothing : TokenGap.Space;
        foreach (var c in folded[from..to])
        {
            var one = c switch
            {
                ' ' or '\t' => TokenGap.Space,
                '\'' => TokenGap.Apostrophe,
                '-' => TokenGap.Hyphen,
                ',' => TokenGap.Comma,
                ':' or '=' => TokenGap.Colon,
                '/' => TokenGap.Slash,
                '.' or '!' or '?' or ';' => TokenGap.Sentence,
                '\n' or '\r' => TokenGap.Line,
                _ => TokenGap.Other,
            };
            gap = one > gap ? one : gap;
        }

        return gap;
    }
}
