using System.Text.RegularExpressions;

namespace ChatbotSante.Bot.Rehearsals;

/// <summary>Compares words as a reader does: whatever the spaces, the apostrophes, the capitals.</summary>
internal static partial class Wording
{
    /// <summary>A sentence of fewer words is a courtesy, which may come again.</summary>
    private const int ShortestSentenceWords = 3;

    /// <summary>One kind of space and of apostrophe.</summary>
    public static string Plain(string text) =>
        Spaces().Replace(text.Replace('’', '\''), " ").Trim();

    public static bool Has(string text, string words) =>
        Plain(text).Contains(Plain(words), StringComparison.OrdinalIgnoreCase);

    public static bool Same(string one, string other) =>
        string.Equals(Plain(one), Plain(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>The sentences of a text, but for the shortest.</summary>
    public static IEnumerable<string> Sentences(string text) =>
        SentenceEnd()
            .Split(Plain(text))
            .Where(sentence => sentence.Split(' ').Length >= ShortestSentenceWords);

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    // « 02 61 91 10 00. » ends a sentence, « R. Martin » would too: texts have no such abbreviation.
    [GeneratedRegex(@"(?<=[.?!])\s", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SentenceEnd();
}
