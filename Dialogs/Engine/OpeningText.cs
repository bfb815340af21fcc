using System.Globalization;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Nlu.Dates;

namespace ChatbotSante.Dialogs.Engine;

/// <summary>Writes opening hours as a patient reads them.</summary>
public static class OpeningText
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    private static readonly DayOfWeek[] Week =
    [
        DayOfWeek.Monday,
        DayOfWeek.Tuesday,
        DayOfWeek.Wednesday,
        DayOfWeek.Thursday,
        DayOfWeek.Friday,
        DayOfWeek.Saturday,
        DayOfWeek.Sunday,
    ];

    /// <summary>« de 8 h à 19 h », « de 8 h à 12 h et de 14 h à 18 h ».</summary>
    public static string Of(IEnumerable<OpeningPeriod> periods) =>
        string.Join(
            " et ",
            periods.Select(period =>
                $"de {FrenchDateText.Time(period.From)} à {FrenchDateText.Time(period.To)}"
            )
        );

    /// <summary>One line per run of days with the same hours: « du lundi au vendredi, de 8 h à 19 h ».</summary>
    public static IReadOnlyList<string> Lines(IReadOnlyList<OpeningPeriod> week)
    {
        ArgumentNullException.ThrowIfNull(week);
        var lines = new List<string>();
        for (var i = 0; i < Week.Length; )
        {
            var hours = HoursOf(week, Week[i]);
            var last = i;
            while (last + 1 < Week.Length && HoursOf(week, Week[last + 1]) == hours)
            {
                last++;
            }

            if (hours.Length > 0)
            {
                lines.Add($"{Days(Week[i], Week[last])}, {hours}");
            }

            i = last + 1;
        }

        return lines;
    }

    private static string HoursOf(IReadOnlyList<OpeningPeriod> week, DayOfWeek day) =>
        Of(week.Where(period => period.Day == day));

    private static string Days(DayOfWeek first, DayOfWeek last)
    {
        var from = French.DateTimeFormat.GetDayName(first);
        return first == last
            ? $"le {from}"
            : $"du {from} au {French.DateTimeFormat.GetDayName(last)}";
    }
}
