namespace ChatbotSante.Redaction;

/// <summary>What the features look at in one token, computed once.</summary>
internal struct TokenFacts
{
    /// <summary>The folded word; for a number, its shape.</summary>
    public uint Word;

    /// <summary>The word when training knew it, else one value for all: a pair with a stranger says nothing.</summary>
    public uint Known;
    public uint Prefix3;
    public uint Prefix4;
    public uint Prefix5;
    public uint Suffix2;
    public uint Suffix3;
    public uint Suffix4;
    public uint Suffix5;
    public WordClasses Classes;

    /// <summary>Of <see cref="WordClasses.Speaker"/>, <see cref="WordClasses.Clinic"/> and <see cref="WordClasses.General"/>, those in its sentence.</summary>
    public WordClasses Sentence;
    public TokenCase Case;

    /// <summary>What stands between the token before and this one.</summary>
    public TokenGap Gap;

    /// <summary>Length in letters or digits, at most 15.</summary>
    public byte Size;
    public bool IsNumber;
}
