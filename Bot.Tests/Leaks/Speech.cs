using ChatbotSante.Tests.Support;

namespace ChatbotSante.Tests.Leaks;

/// <summary>How people say a value when they do not simply type it: spelled, in words, in two messages.</summary>
internal static class Speech
{
    private static readonly string[] Names =
    [
        "anatole",
        "berthe",
        "célestin",
        "denis",
        "eugène",
        "françois",
        "gaston",
        "henri",
        "irma",
        "joseph",
        "kléber",
        "louis",
        "marcel",
        "nicolas",
        "oscar",
        "pierre",
        "quintal",
        "raoul",
        "suzanne",
        "thérèse",
        "ursule",
        "victor",
        "william",
        "xavier",
        "yvonne",
        "zoé",
    ];

    /// <summary>« d comme denis, u comme ursule ».</summary>
    public static string Spelled(string word) =>
        string.Join(
            ", ",
            word.ToLowerInvariant()
                .Where(char.IsAsciiLetter)
                .Select(letter => $"{letter} comme {Names[letter - 'a']}")
        );

    /// <summary>« zéro six trente-neuf quatre-vingt-dix-huit »: digits by two, as telephone numbers are said.</summary>
    public static string InWords(string digits) => FrenchNumberWords.ByTwo(digits);

    /// <summary>Two messages that make one value.</summary>
    public static (string First, string Second) Split(string text) =>
        (text[..(text.Length / 2)], text[(text.Length / 2)..]);
}
