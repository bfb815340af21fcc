namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>Days of the week as bits, and by their names.</summary>
internal static class Weekdays
{
    public const int All = 0x7F;

    public const int Working = All & ~Weekend;

    public const int Weekend = 1 | (1 << 6);

    /// <summary>The codes of RFC 5545, from Sunday.</summary>
    private static readonly string[] Codes = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    private static readonly string[] Names =
    [
        "dimanche",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
    ];

    /// <summary>The days of some bits, from Monday.</summary>
    public static IEnumerable<DayOfWeek> Of(int days)
    {
        for (var i = 1; i <= 7; i++)
        {
            var day = (DayOfWeek)(i % 7);
            if ((days & DateWish.Bit(day)) != 0)
            {
                yield return day;
            }
        }
    }

    public static string Code(DayOfWeek day) => Codes[(int)day];

    /// <summary>The bit of a code of RFC 5545; 0 for none.</summary>
    public static int BitOf(string code) =>
        Array.IndexOf(Codes, code) is var at && at >= 0 ? 1 << at : 0;

    /// <summary>The day of the week a folded word names, one or many, from Sunday 0; or −1.</summary>
    public static int Number(ReadOnlySpan<char> word)
    {
        for (var day = 0; day < Names.Length; day++)
        {
            if (
                word.SequenceEqual(Names[day])
                || (word.Length > 4 && word[^1] == 's' && word[..^1].SequenceEqual(Names[day]))
            )
            {
                return day;
            }
        }

        return -1;
    }

    /// <summary>The first such day strictly after a day.</summary>
    public static DateOnly After(DateOnly day, DayOfWeek weekday) =>
        day.AddDays((((int)weekday - (int)day.DayOfWeek + 6) % 7) + 1);

    /// <summary>The Monday of a day's week.</summary>
    public static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
