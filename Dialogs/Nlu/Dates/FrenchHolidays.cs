namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>French public holidays (Code du travail, art. L. 3133-1), metropolitan France, and the other days known by a name.</summary>
public static class FrenchHolidays
{
    public static bool IsHoliday(DateOnly date)
    {
        if (
            (date.Month, date.Day)
            is
                (1, 1)
                or
                (5, 1)
                or
                (5, 8)
                or
                (7, 14)
                or
                (8, 15)
                or
                (11, 1)
                or
                (11, 11)
                or
                (12, 25)
        )
        {
            return true;
        }

        var easter = Easter(date.Year);
        return date == easter.AddDays(1)
            || date == easter.AddDays(39)
            || date == easter.AddDays(50);
    }

    /// <summary>Easter Sunday (Gregorian computus, Meeus/Jones/Butcher).</summary>
    /// <param name="year">In [1583, 9999].</param>
    public static DateOnly Easter(int year)
    {
        var a = year % 19;
        var b = year / 100;
        var c = year % 100;
        var d = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var e = (32 + (2 * (b % 4)) + (2 * (c / 4)) - d - (c % 4)) % 7;
        var f = d + e - (7 * ((a + (11 * d) + (22 * e)) / 451)) + 114;
        return new DateOnly(year, f / 31, (f % 31) + 1);
    }

    /// <summary>The next such day, today included.</summary>
    internal static DateOnly Next(NamedDay day, DateOnly today)
    {
        var date = In(today.Year, day);
        return date >= today ? date : In(today.Year + 1, day);
    }

    internal static DateOnly In(int year, NamedDay day) =>
        day switch
        {
            NamedDay.Christmas => new DateOnly(year, 12, 25),
            NamedDay.Easter => Easter(year),
            NamedDay.EasterMonday => Easter(year).AddDays(1),
            NamedDay.GoodFriday => Easter(year).AddDays(-2),
            NamedDay.Ascension => Easter(year).AddDays(39),
            NamedDay.Pentecost => Easter(year).AddDays(49),
            NamedDay.PentecostMonday => Easter(year).AddDays(50),
            NamedDay.AllSaints => new DateOnly(year, 11, 1),
            NamedDay.Assumption => new DateOnly(year, 8, 15),
            NamedDay.Armistice => new DateOnly(year, 11, 11),
            NamedDay.NewYear => new DateOnly(year, 1, 1),
            NamedDay.NewYearEve => new DateOnly(year, 12, 31),
            NamedDay.Epiphany => new DateOnly(year, 1, 6),
            NamedDay.Valentine => new DateOnly(year, 2, 14),
            NamedDay.Halloween => new DateOnly(year, 10, 31),
            NamedDay.LabourDay => new DateOnly(year, 5, 1),
            NamedDay.NationalDay => new DateOnly(year, 7, 14),
            NamedDay.Victory => new DateOnly(year, 5, 8),
            NamedDay.ChristmasEve => new DateOnly(year, 12, 24),
            _ => throw new ArgumentOutOfRangeException(nameof(day)),
        };
}
