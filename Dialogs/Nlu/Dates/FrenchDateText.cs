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

    /// <summary>« dès que possible », « le jeudi 26 novembre, le matin », « du lundi 30 novembre au dimanche 6 décembre ».</summary>
    public static string Wish(DateWish wish)
    {
        ArgumentNullException.ThrowIfNull(wish);
        var days = (wish.From, wish.To) switch
        {
            ({ } from, { } to) when from == to => $"le {Day(from)}",
            ({ } from, { } to) => $"du {Day(from)} au {Day(to)}",
            ({ } from, null) => $"à partir du {Day(from)}",
            (null, { } to) => $"au plus tard le {Day(to)}",
            _ => wish.HasWindow ? "dès que possible" : null,
        };
        var hours = (wish.Earliest, wish.Latest) switch
        {
            ({ Hour: 8, Minute: 0 }, { Hour: 12, Minute: 0 }) => "le matin",
            ({ Hour: 12, Minute: 0 }, { Hour: 18, Minute: 0 }) => "l'après-midi",
            ({ } from, { } to) when to == from.AddMinutes(1) => $"à {Time(from)}",
            ({ } from, { } to) => $"de {Time(from)} à {Time(to)}",
            ({ } from, null) => $"à partir de {Time(from)}",
            (null, { } to) => $"avant {Time(to)}",
            _ => null,
        };
        var said = hours is null ? days ?? "dès que possible" : $"{days}, {hours}";
        return wish.Except == 0 ? said : $"{said}, sauf le {Excepted(wish)}";
    }

    private static string Excepted(DateWish wish) =>
        string.Join(
            " et le ",
            Enum.GetValues<DayOfWeek>()
                .Where(day => (wish.Except & DateWish.Bit(day)) != 0)
                .Select(day => French.DateTimeFormat.GetDayName(day))
        );
}
