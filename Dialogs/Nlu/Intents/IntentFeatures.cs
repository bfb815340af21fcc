using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu.Intents;

/// <summary>
/// What a classifier sees of a message: its words, each two that follow one another, each two with one between them, runs of three
/// to five letters inside a word, how long it is. They are part of the weights' format.
/// </summary>
internal static class IntentFeatures
{
    /// <summary>Words looked at: what is longer is rambling, and its end is looked at by clauses.</summary>
    public const int MostTokens = 120;

    private const int ShortestCut = 4;
    private const int LongestCut = 24;
    private const int LeastRun = 3;
    private const int MostRun = 5;
    private const short OfWord = 2;
    private const short OfRun = 1;
    private const uint Number = 0x51ED270B;
    private const uint Edge = 0x2545F491;

    private enum Kind : uint
    {
        Word = 1,
        Pair,
        Skip,
        Run,
        Length,
        Alone,
    }

    /// <summary>Gives the features of the tokens from one on up to another.</summary>
    public static void Visit<TSink>(FoldedText text, int from, int to, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        to = Math.Min(to, from + MostTokens);
        uint before = Edge,
            twoBefore = 0;
        for (var i = from; i < to; i++)
        {
            var token = text.Tokens[i];
            var word = text.Of(token);
            var hash = token.IsNumber ? Number + (uint)Math.Min(word.Length, 4) : Of(word);
            sink.Add(Feature(Kind.Word, hash), OfWord);
            sink.Add(Feature(Kind.Pair, before, hash), OfWord);
            if (twoBefore != 0)
            {
                sink.Add(Feature(Kind.Skip, twoBefore, hash), OfWord);
            }

            if (!token.IsNumber && word.Length >= ShortestCut)
            {
                Runs(word, ref sink);
            }

            (twoBefore, before) = (before, hash);
        }

        sink.Add(Feature(Kind.Pair, before, Edge), OfWord);
        var length = to - from;
        sink.Add(Feature(Kind.Length, (uint)Bucket(length)), OfRun);
        if (length == 1)
        {
            sink.Add(Feature(Kind.Alone, before), OfWord);
        }
    }

    private static int Bucket(int length) =>
        length switch
        {
            <= 4 => length,
            <= 6 => 5,
            <= 9 => 6,
            <= 14 => 7,
            <= 22 => 8,
            _ => 9,
        };

    /// <summary>Runs of letters, the word's two ends counting as a letter each.</summary>
    private static void Runs<TSink>(ReadOnlySpan<char> word, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        Span<char> bounded = stackalloc char[LongestCut + 2];
        var length = Math.Min(word.Length, LongestCut);
        bounded[0] = '^';
        word[..length].CopyTo(bounded[1..]);
        bounded[length + 1] = '$';
        bounded = bounded[..(length + 2)];
        for (var start = 0; start + LeastRun <= bounded.Length; start++)
        {
            var hash = 0x811C9DC5u;
            var end = Math.Min(start + MostRun, bounded.Length);
            for (var i = start; i < end; i++)
            {
                hash = (hash ^ bounded[i]) * 0x01000193;
                if (i - start + 1 >= LeastRun)
                {
                    sink.Add(Feature(Kind.Run, hash), OfRun);
                }
            }
        }
    }

    private static uint Of(ReadOnlySpan<char> word)
    {
        var hash = 0x811C9DC5u;
        foreach (var c in word)
        {
            hash = (hash ^ c) * 0x01000193;
        }

        return hash;
    }

    private static uint Feature(Kind kind, uint value) => Mix(value + ((uint)kind * 0x9E3779B1));

    private static uint Feature(Kind kind, uint first, uint second) =>
        Mix(first + ((uint)kind * 0x9E3779B1) + uint.RotateLeft(second * 0x85EBCA6B, 13));

    private static uint Mix(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x7FEB352D;
        hash ^= hash >> 15;
        hash *= 0x846CA68B;
        return hash ^ (hash >> 16);
    }
}
