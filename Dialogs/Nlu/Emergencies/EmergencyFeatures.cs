using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu.Emergencies;

/// <summary>
/// What the learned detector looks at: words, words as they sound, pairs and triples of those, and runs of letters, each hashed
/// to one of <see cref="Rows"/> rows. Part of the format of the weights: a change here asks for another training.
/// </summary>
internal static class EmergencyFeatures
{
    /// <summary>Rows of the weights; a power of two.</summary>
    public const int Rows = 1 << 17;

    /// <summary>Words looked at together; a longer message is looked at in windows that overlap by half.</summary>
    public const int Window = 28;

    /// <summary>Most features of one window.</summary>
    public const int Most = Window * PerWord;

    private const int PerWord = 8 + (LongestKey * 3);

    /// <summary>Letters of a word that are looked at.</summary>
    private const int LongestKey = 14;

    private const uint Edge = 0x51ED270B;

    /// <summary>Writes the rows of the features of a window.</summary>
    /// <param name="text">The message.</param>
    /// <param name="start">First token of the window.</param>
    /// <param name="end">Token after the last; at most <see cref="Window"/> further.</param>
    /// <param name="rows">Where to write, <see cref="Most"/> long.</param>
    /// <returns>How many were written.</returns>
    public static int Write(FoldedText text, int start, int end, Span<int> rows)
    {
        var written = 0;
        Span<char> key = stackalloc char[LongestKey + 2];
        uint before = Edge,
            beforeThat = Edge,
            longBefore = Edge;
        for (var i = start; i < end; i++)
        {
            var word = text.At(i);
            var length = FrenchSound.Write(word, key[1..^1]);
            key[0] = '<';
            key[length + 1] = '>';
            var bounded = key[..(length + 2)];
            var sound = Hash(bounded);
            rows[written++] = Row(1, Hash(word));
            rows[written++] = Row(2, sound);
            rows[written++] = Row(3, before, sound);
            rows[written++] = Row(4, beforeThat, sound);
            rows[written++] = Row(5, Pair(beforeThat, before), sound);
            rows[written++] = Row(6, longBefore, sound);
            for (var size = 3; size <= 5; size++)
            {
                for (var at = 0; at + size <= bounded.Length; at++)
                {
                    rows[written++] = Row(7, Hash(bounded.Slice(at, size)));
                }
            }

            (longBefore, beforeThat, before) = (beforeThat, before, sound);
        }

        if (end == text.Tokens.Length && end > start)
        {
            rows[written++] = Row(3, before, Edge);
            rows[written++] = Row(5, Pair(beforeThat, before), Edge);
        }

        return written;
    }

    private static uint Hash(ReadOnlySpan<char> letters)
    {
        var hash = 0x811C9DC5u;
        foreach (var c in letters)
        {
            hash = (hash ^ c) * 0x01000193;
        }

        return hash;
    }

    private static uint Pair(uint first, uint second) =>
        (uint.RotateLeft(first, 7) * 0x9E3779B1) ^ second;

    private static int Row(uint kind, uint value) =>
        (int)(Mix(value + (kind * 0x9E3779B1)) & (Rows - 1));

    private static int Row(uint kind, uint first, uint second) => Row(kind, Pair(first, second));

    private static uint Mix(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x7FEB352D;
        hash ^= hash >> 15;
        hash *= 0x846CA68B;
        return hash ^ (hash >> 16);
    }
}
