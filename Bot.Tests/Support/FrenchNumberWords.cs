using System.Globalization;

namespace ChatbotSante.Tests.Support;

/// <summary>French cardinal numbers in words.</summary>
internal static class FrenchNumberWords
{
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

    /// <param name="number">In [0, 999 999 999].</param>
    public static string Of(int number) =>
        number switch
        {
            < 0 => throw new ArgumentOutOfRangeException(nameof(number)),
            < 20 => Units[number],
            < 100 => OfTens(number),
            < 1000 => OfMany(number, 100, "cent"),
            < 1_000_000 => OfMany(number, 1000, "mille"),
            _ =>
                $"{Of(number / 1_000_000)} million{(number < 2_000_000 ? "" : "s")}{Rest(number % 1_000_000)}",
        };

    /// <summary>Digits by two, as telephone numbers are said: « zéro six trente-neuf quatre-vingt-dix-huit ».</summary>
    public static string ByTwo(string text) =>
        string.Join(
            ' ',
            text.Where(char.IsAsciiDigit)
                .Chunk(2)
                .Select(pair =>
                    pair is ['0', var unit]
                        ? $"zéro {Units[unit - '0']}"
                        : Of(int.Parse(pair, CultureInfo.InvariantCulture))
                )
        );

    private static string OfTens(int number)
    {
        var ten = number / 10;
        var unit = ten is 7 or 9 ? number - (ten * 10) + 10 : number % 10;
        return unit switch
        {
            0 => ten == 8 ? "quatre-vingts" : Tens[ten],
            1 or 11 when ten < 8 => $"{Tens[ten]} et {Units[unit]}",
            _ => $"{Tens[ten]}-{Units[unit]}",
        };
    }

    private static string OfMany(int number, int scale, string name)
    {
        var count = number / scale;
        return (count == 1 ? name : $"{Of(count)} {name}") + Rest(number % scale);
    }

    private static string Rest(int rest) => rest == 0 ? "" : " " + Of(rest);
}
