namespace ChatbotSante.Redaction;

/// <summary>One message while the detectors look at it: its text, its words, what is known of them, what was found so far.</summary>
internal ref struct MessageScan
{
    private readonly List<Detection> _found;

    public MessageScan(
        ReadOnlySpan<char> original,
        ReadOnlySpan<char> folded,
        ReadOnlySpan<TextToken> tokens,
        ReadOnlySpan<WordInfo> words,
        Span<bool> taken,
        Span<bool> clean,
        Span<SentenceTraits> sentences,
        List<Detection> found
    )
    {
        Original = original;
        Folded = folded;
        Tokens = tokens;
        Words = words;
        Taken = taken;
        Clean = clean;
        Sentences = sentences;
        _found = found;
    }

    public readonly ReadOnlySpan<char> Original { get; }

    public readonly ReadOnlySpan<char> Folded { get; }

    public readonly ReadOnlySpan<TextToken> Tokens { get; }

    /// <summary>What the vocabulary knows of each token.</summary>
    public readonly ReadOnlySpan<WordInfo> Words { get; }

    /// <summary>Tokens that a detector has spoken for: later ones leave them.</summary>
    public readonly Span<bool> Taken { get; }

    /// <summary>Tokens of idioms, floors, opening days: nobody's, whatever else is thought of them.</summary>
    public readonly Span<bool> Clean { get; }

    /// <summary>What the sentence of each token is about.</summary>
    public readonly Span<SentenceTraits> Sentences { get; }

    public CategorySet Expected { get; init; }

    public TextChannel Channel { get; init; }

    /// <summary>Whether more of the text is to come: nothing may then be judged by the message as a whole.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Whether nearly all of the text is in capitals: one more says nothing.</summary>
    public bool IsAllCapitals { get; init; }

    /// <summary>Something of degree S3 was found.</summary>
    public bool IsSensitive { get; set; }

    public readonly List<Detection> Found => _found;

    /// <summary>Whether most letters at the start of a text are capitals.</summary>
    public static bool AreCapitals(ReadOnlySpan<char> text)
    {
        var capitals = 0;
        var small = 0;
        foreach (var c in text[..Math.Min(text.Length, 400)])
        {
            capitals += char.IsUpper(c) ? 1 : 0;
            small += char.IsLower(c) ? 1 : 0;
        }

        return capitals > 3 * small;
    }

    /// <summary>The folded form of the token at an index, or an empty span past either end.</summary>
    public readonly ReadOnlySpan<char> Word(int index) =>
        (uint)index < (uint)Tokens.Length
            ? Folded.Slice(Tokens[index].Start, Tokens[index].Length)
            : [];

    /// <summary>What is known of the token at an index; nothing past either end.</summary>
    public readonly WordInfo Info(int index) =>
        (uint)index < (uint)Words.Length ? Words[index] : WordInfo.Unknown;

    public readonly bool Has(int index, WordFlags flags) => Info(index).Has(flags);

    public readonly bool IsNumber(int index) =>
        (uint)index < (uint)Tokens.Length && Tokens[index].IsNumber;

    /// <summary>What stands between a token and the one before it; all before the first token for the first.</summary>
    public readonly ReadOnlySpan<char> Gap(int index)
    {
        var start = index > 0 ? Tokens[index - 1].End : 0;
        var end = index < Tokens.Length ? Tokens[index].Start : Folded.Length;
        return Folded[start..end];
    }

    /// <summary>Whether at most a space, a hyphen or an apostrophe stands before this token.</summary>
    public readonly bool IsOneStretch(int index)
    {
        if (index <= 0 || index >= Tokens.Length)
        {
            return false;
        }

        var gap = Gap(index);
        return gap.Length <= 3 && gap.IndexOfAnyExcept(" -'") < 0;
    }

    /// <summary>Whether a sentence or a line ends before this token.</summary>
    public readonly bool IsSentenceStart(int index) => index <= 0 || Gaps.EndsSentence(Gap(index));

    /// <summary>Whether the sentence of a token says nothing of anybody: a question about the clinic or about things in general.</summary>
    public readonly bool IsGeneric(int index) =>
        !IsPartial
        && (Sentences[index] & (SentenceTraits.Question | SentenceTraits.Personal))
            == SentenceTraits.Question;

    public readonly bool IsPersonal(int index) =>
        (Sentences[index] & SentenceTraits.Personal) != SentenceTraits.None;

    public readonly bool IsOfCare(int index) =>
        (Sentences[index] & SentenceTraits.Care) != SentenceTraits.None;

    public readonly bool StartsWithCapital(int index) =>
        (uint)index < (uint)Tokens.Length && char.IsUpper(Original[Tokens[index].Start]);

    /// <summary>Adds the tokens from one index to another, both included, and speaks for them.</summary>
    public readonly void Add(int first, int last, DataCategory category, Confidence confidence)
    {
        AddSpan(Tokens[first].Start, Tokens[last].End, category, confidence);
        Taken[first..(last + 1)].Fill(true);
    }

    /// <summary>Adds a stretch of the original text.</summary>
    public readonly void AddSpan(
        int start,
        int end,
        DataCategory category,
        Confidence confidence
    ) => _found.Add(new Detection(start, end - start, category, confidence));

    /// <summary>The first token that ends after an offset.</summary>
    public readonly int TokenAt(int offset)
    {
        var low = 0;
        var high = Tokens.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Tokens[middle].End > offset)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    /// <summary>Speaks for the tokens inside a stretch of text.</summary>
    public readonly void Take(int start, int end)
    {
        for (var i = TokenAt(start); i < Tokens.Length && Tokens[i].Start < end; i++)
        {
            Taken[i] = true;
        }
    }
}
