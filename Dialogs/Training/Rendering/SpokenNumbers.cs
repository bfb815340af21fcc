using System.Globalization;

namespace ChatbotSante.Training.Rendering;

/// <summary>Says numbers in French words, as a transcript of speech writes them.</summary>
internal static class SpokenNumbers
{
    private const int LongestWhole = 4;

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

    /// <summary>Short numbers are said whole; long ones, and those that start with zero, two digits at a time.</summary>
    public static string Say(string digits)
    {
        if (digits.Length <= LongestWhole && (digits[0] != '0' || digits.Length == 1))
        {
            return Say(int.Parse(digits, CultureInfo.InvariantCulture));
        }

        var pairs = Enumerable
            .Range(0, (digits.Length + 1) / 2)
            .Select(i => digits.Substring(i * 2, Math.Min(2, digits.Length - (i * 2))));
        return string.Join(
            ' ',
            pairs.Select(pair =>
                pair.Length == 2 && pair[0] == '0'
                    ? $"zéro {Units[pair[1] - '0']}"
                    : Say(int.Parse(pair, CultureInfo.InvariantCulture))
            )
        );
    }

    public static string Say(int number)
    {
        if (number < 20)
        {
            return Units[number];
        }

        if (number < 100)
        {
            var (ten, unit) = (number / 10, number % 10);
            if (ten is 7 or 9)
            {
                return ten == 7 && unit == 1
                    ? "soixante et onze"
                    : $"{Tens[ten]}-{Units[10 + unit]}";
            }

            return unit switch
            {
                0 => ten == 8 ? "quatre-vingts" : Tens[ten],
                1 when ten != 8 => $"{Tens[ten]} et un",
                _ => $"{Tens[ten]}-{Units[unit]}",
            };
        }

        if (number < 1000)
        {
            var (hundred, rest) = (number / 100, number % 100);
            var start = hundred == 1 ? "cent" : $"{Units[hundred]} cent";
            return rest == 0 ? start : $"{start} {Say(rest)}";
        }

        var (thousand, below) = (number / 1000, number % 1000);
        var thousands = thousand == 1 ? "mille" : $"{Say(thousand)} mille";
        return below == 0 ? thousands : $"{thousands} {Say(below)}";
    }
}
