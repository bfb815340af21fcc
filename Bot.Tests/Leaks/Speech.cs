using System.Globalization;

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

    private static readonly string[] Units =
    [
        "zéro",
        "un",
        "deux",
        "trois",
        "quatre",
        "cinq",
        "six",
        "sept",
        "huit",
        "neuf",
        "dix",
        "onze",
        "douze",
        "treize",
        "quatorze",
        "quinze",
        "seize",
        "dix-sept",
        "dix-huit",
        "dix-neuf",
    ];

    private static readonly string[] Tens =
    [
        "",
        "",
        "vingt",
        "trente",
        "quarante",
        "cinquante",
        "soixante",
        "soixante",
        "quatre-vingt",
        "quatre-vingt",
    ];

    /// <summary>« d comme denis, u comme ursule ».</summary>
    public static string Spelled(string word) =>
        string.Join(
            ", ",
            word.ToLowerInvariant()
                .Where(char.IsAsciiLetter)
                .Select(letter => $"{letter} comme {Names[letter - 'a']}")
        );

    /// <summary>« zéro six, trente-neuf, quatre-vingt-dix-huit »: digits by two, as telephone numbers are said.</summary>
    public static string InWords(string digits) =>
        string.Join(
            " ",
            digits
                .Where(char.IsAsciiDigit)
                .Chunk(2)
                .Select(pair =>
                    pair is [var only] ? Units[only - '0']
                    : pair[0] == '0' ? $"zéro {Units[pair[1] - '0']}"
                    : Number(int.Parse(pair, CultureInfo.InvariantCulture))
                )
        );

    /// <summary>Two messages that make one value.</summary>
    public static (string First, string Second) Split(string text) =>
        (text[..(text.Length / 2)], text[(text.Length / 2)..]);

    private static string Number(int number)
    {
        if (number < 20)
        {
            return Units[number];
        }

        var (ten, unit) = (number / 10, number % 10);
        if (ten is 7 or 9)
        {
            return ten == 7 && unit == 1 ? "soixante et onze" : $"{Tens[ten]}-{Units[10 + unit]}";
        }

        return unit switch
        {
            0 => ten == 8 ? "quatre-vingts" : Tens[ten],
            1 when ten < 8 => $"{Tens[ten]} et un",
            _ => $"{Tens[ten]}-{Units[unit]}",
        };
    }
}
