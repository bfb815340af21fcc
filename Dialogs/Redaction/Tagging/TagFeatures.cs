namespace ChatbotSante.Redaction;

/// <summary>The features of one token: its word, its neighbours, the lexicons that hold them, and what was asked.</summary>
internal static class TagFeatures
{
    /// <summary>The most features that a token has.</summary>
    public const int Most = 48;

    /// <summary>Tokens looked at on either side.</summary>
    public const int Reach = 3;

    private const int ShortMessage = 4;

    /// <summary>What the lexicons say of a word, apart from what has features of its own.</summary>
    private const WordClasses Lexicons = ~(
        WordClasses.Known | WordClasses.Speaker | WordClasses.Clinic | WordClasses.General
    );

    /// <summary>Which of the tagger's questions was asked: 1 a name, 2 a place, 4 health.</summary>
    public static uint Question(CategorySet expected) =>
        (expected.Contains(DataCategory.Name) ? 1u : 0u)
        | (
            expected.Contains(DataCategory.Address) || expected.Contains(DataCategory.Location)
                ? 2u
                : 0u
        )
        | (expected.Overlaps(CategorySet.Health) ? 4u : 0u);

    /// <summary>Writes the features of one token.</summary>
    /// <param name="facts">The tokens, with <see cref="Reach"/> empty ones at either end.</param>
    /// <param name="at">Index among them.</param>
    /// <param name="question">Of <see cref="Question"/>.</param>
    /// <param name="tokens">Tokens of the message.</param>
    /// <param name="into">At least <see cref="Most"/> long.</param>
    /// <returns>How many were written.</returns>
    public static int Write(
        ReadOnlySpan<TokenFacts> facts,
        int at,
        uint question,
        int tokens,
        Span<uint> into
    )
    {
        ref readonly var word = ref facts[at];
        ref readonly var left = ref facts[at - 1];
        ref readonly var left2 = ref facts[at - 2];
        ref readonly var right = ref facts[at + 1];
        ref readonly var right2 = ref facts[at + 2];
        var classes = (uint)(word.Classes & Lexicons);
        var leftClasses = (uint)(left.Classes & Lexicons);
        var rightClasses = (uint)(right.Classes & Lexicons);
        var written = 0;

        // The word.
        into[written++] = WordHash.Feature(1, word.Known);
        into[written++] = WordHash.Feature(2, classes);
        if (word.Prefix3 != 0)
        {
            into[written++] = WordHash.Feature(3, word.Prefix3);
        }

        if (word.Prefix4 != 0)
        {
            into[written++] = WordHash.Feature(4, word.Prefix4);
        }

        if (word.Prefix5 != 0)
        {
            into[written++] = WordHash.Feature(5, word.Prefix5);
        }

        if (word.Suffix2 != 0)
        {
            into[written++] = WordHash.Feature(6, word.Suffix2);
        }

        if (word.Suffix3 != 0)
        {
            into[written++] = WordHash.Feature(7, word.Suffix3);
        }

        if (word.Suffix4 != 0)
        {
            into[written++] = WordHash.Feature(8, word.Suffix4);
        }

        if (word.Suffix5 != 0)
        {
            into[written++] = WordHash.Feature(9, word.Suffix5);
        }

        into[written++] = WordHash.Feature(10, (uint)word.Case, classes);
        into[written++] = WordHash.Feature(
            11,
            ((uint)word.Case * 8) + (uint)left.Case,
            (uint)right.Case
        );
        into[written++] = WordHash.Feature(12, word.Size, word.IsNumber ? 1u : 0u);

        // Its neighbours.
        into[written++] = WordHash.Feature(20, left.Known, (uint)word.Gap);
        into[written++] = WordHash.Feature(21, left2.Known);
        into[written++] = WordHash.Feature(22, facts[at - 3].Known);
        into[written++] = WordHash.Feature(23, right.Known, (uint)right.Gap);
        into[written++] = WordHash.Feature(24, right2.Known);
        into[written++] = WordHash.Feature(25, facts[at + 3].Known);
        into[written++] = WordHash.Feature(26, left.Known, word.Known);
        into[written++] = WordHash.Feature(27, word.Known, right.Known);
        into[written++] = WordHash.Feature(28, left2.Known, left.Known);
        into[written++] = WordHash.Feature(29, right.Known, right2.Known);
        into[written++] = WordHash.Feature(30, left.Known, right.Known);
        into[written++] = WordHash.Feature(31, left2.Known + (left.Known * 3), word.Known);
        into[written++] = WordHash.Feature(32, left.Suffix3);
        into[written++] = WordHash.Feature(33, right.Suffix3);
        into[written++] = WordHash.Feature(34, (uint)word.Gap, (uint)right.Gap);

        // The lexicons that hold it, and them.
        into[written++] = WordHash.Feature(40, classes, left.Known);
        into[written++] = WordHash.Feature(41, classes, right.Known);
        into[written++] = WordHash.Feature(42, classes, leftClasses);
        into[written++] = WordHash.Feature(43, classes, rightClasses);
        into[written++] = WordHash.Feature(44, classes + (leftClasses << 13), rightClasses);
        into[written++] = WordHash.Feature(45, classes, left2.Known + (left.Known * 3));
        into[written++] = WordHash.Feature(46, word.Suffix3, left.Known);

        // The sentence.
        into[written++] = WordHash.Feature(48, (uint)word.Sentence, classes);
        into[written++] = WordHash.Feature(49, (uint)word.Sentence, word.Known);
        into[written++] = WordHash.Feature(47, (uint)word.Sentence, left.Known);

        // What was asked.
        if (question != 0)
        {
            var brief = tokens <= ShortMessage ? 8u : 0u;
            into[written++] = WordHash.Feature(50, question | brief, classes);
            into[written++] = WordHash.Feature(51, question | brief, word.Known);
            into[written++] = WordHash.Feature(52, question | brief, left.Known);
        }
        else if (tokens <= ShortMessage)
        {
            into[written++] = WordHash.Feature(53, (uint)tokens, classes);
        }

        return written;
    }
}
