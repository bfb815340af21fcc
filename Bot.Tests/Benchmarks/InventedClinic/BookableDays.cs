namespace ChatbotSante.Benchmarks.InventedClinic;

/// <summary>The days that the load program asks for: weekdays 30 to 80 days ahead, without the public holidays of France.</summary>
internal static class BookableDays
{
    private const int FirstDay = 30;
    private const int LastDay = 80;

    private static readonly (int Month, int Day)[] Fixed =
    [
        (1, 1),
        (5, 1),
        (5, 8),
        (7, 14),
        (8, 15),
        (11, 1),
        (11, 11),
        (12, 25),
    ];

    public static DateOnly[] After(DateOnly today) =>
        [
            .. Enumerable
                .Range(FirstDay, LastDay - FirstDay + 1)
                .Select(today.AddDays)
                .Where(IsWorked),
        ];

    private static bool IsWorked(DateOnly day)
    {
        var sinceEaster = day.DayNumber - Easter(day.Year).DayNumber;
        return day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
            && !Fixed.Contains((day.Month, day.Day))
            && sinceEaster is not (1 or 39 or 50);
    }

    // Anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).
    private static DateOnly Easter(int year)
    {
        var a = year % 19;
        var (b, c) = Math.DivRem(year, 100);
        var (d, e) = Math.DivRem(b, 4);
        var g = (b - ((b + 8) / 25) + 1) / 3;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var (i, k) = Math.DivRem(c, 4);
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var (month, day) = Math.DivRem(h + l - (7 * m) + 114, 31);
        return new DateOnly(year, month, day + 1);
    }
}
