using System.Globalization;

namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>Writes days and times as a patient reads them.</summary>
public static class FrenchDateText
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>« jeudi 26 novembre »; the first of a month is « 1er ».</summary>
    public static string Day(DateOnly day)
    {
        var weekday = French.DateTimeFormat.GetDayName(day.DayOfWeek);
        var month = French.DateTimeFormat.GetMonthName(day.Month);
        return string.Create(
            French,
            $"{weekday} {(day.Day == 1 ? "1er" : day.Day.ToString(French))} {month}"
        );
    }

    /// <summary>« 9 h », « 10 h 40 ».</summary>
    public static string Time(TimeOnly time) =>
        time.Minute == 0
            ? string.Create(French, $"{time.Hour} h")
            : string.Create(French, $"{time.Hour} h {time.Minute:00}");

    /// <summary>« jeudi 26 novembre à 10 h 30 ».</summary>
    public static string Moment(DateTime local) =>
        $"{Day(DateOnly.FromDateTime(local))} à {Time(TimeOnly.FromDateTime(local))}";
}
