namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>French public holidays (Code du travail, art. L. 3133-1), metropolitan France.</summary>
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
}
