using System.Globalization;
using ChatbotSante.Dialogs.Nlu.Dates;
using CsCheck;
using NUnit.Framework;

namespace ChatbotSante.Tests.Dialogs.Nlu;

public sealed class FrenchHolidaysTests
{
    [TestCase(2024, "01-01 04-01 05-01 05-08 05-09 05-20 07-14 08-15 11-01 11-11 12-25")]
    [TestCase(2025, "01-01 04-21 05-01 05-08 05-29 06-09 07-14 08-15 11-01 11-11 12-25")]
    [TestCase(2026, "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25")]
    [TestCase(2027, "01-01 03-29 05-01 05-06 05-08 05-17 07-14 08-15 11-01 11-11 12-25")]
    [TestCase(2028, "01-01 04-17 05-01 05-08 05-25 06-05 07-14 08-15 11-01 11-11 12-25")]
    [TestCase(2038, "01-01 04-26 05-01 05-08 06-03 06-14 07-14 08-15 11-01 11-11 12-25")]
    public void The_public_holidays_of_a_year_are_known(int year, string holidays)
    {
        var days = Enumerable
            .Range(0, 366)
            .Select(n => new DateOnly(year, 1, 1).AddDays(n))
            .Where(day => day.Year == year);

        Assert.That(
            string.Join(
                ' ',
                days.Where(FrenchHolidays.IsHoliday)
                    .Select(day => day.ToString("MM-dd", CultureInfo.InvariantCulture))
            ),
            Is.EqualTo(holidays)
        );
    }

    [TestCase(1999, 4, 4)]
    [TestCase(2000, 4, 23)]
    [TestCase(2008, 3, 23)]
    [TestCase(2011, 4, 24)]
    [TestCase(2026, 4, 5)]
    [TestCase(2285, 3, 22)]
    public void Easter_is_computed(int year, int month, int day) =>
        Assert.That(FrenchHolidays.Easter(year), Is.EqualTo(new DateOnly(year, month, day)));

    [Test]
    public void Easter_is_a_Sunday_between_22_March_and_25_April() =>
        Check.Sample(
            Gen.Int[1583, 9999],
            year =>
            {
                var easter = FrenchHolidays.Easter(year);
                return easter.DayOfWeek == DayOfWeek.Sunday
                    && easter >= new DateOnly(year, 3, 22)
                    && easter <= new DateOnly(year, 4, 25);
            }
        );
}
