namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>Reads « le premier lundi de janvier », « la dernière semaine de décembre », « la deuxième quinzaine d'avril ».</summary>
internal static class OrdinalReader
{
    /// <summary>What begins with the ordinal at a token, or null.</summary>
    public static DateItem? At(scoped in DateSentence said, int i) => Read(said, i, said.Value(i));

    /// <summary>What begins with « dernier », or null.</summary>
    public static DateItem? Last(scoped in DateSentence said, int i) => Read(said, i, -1);

    private static DateItem? Read(scoped in DateSentence said, int i, int ordinal)
    {
        var unit = i + 1;
        var kind = said.Kind(unit);
        if (
            kind
            is not (
                DateWordKind.Weekday
                or DateWordKind.Week
                or DateWordKind.Span
                or DateWordKind.DayUnit
            )
        )
        {
            return null;
        }

        if (MonthAfter(said, unit + 1, out var next) is not { } first)
        {
            return null;
        }

        var last = first.AddMonths(1).AddDays(-1);
        return kind switch
        {
            DateWordKind.Weekday => Weekday(
                said,
                i,
                next,
                (ordinal, (DayOfWeek)said.Value(unit)),
                (first, last)
            ),
            DateWordKind.Week => Period(
                i,
                next,
                ordinal < 0 ? last.AddDays(-6) : first.AddDays(7 * (ordinal - 1)),
                ordinal < 0 ? last : first.AddDays((7 * ordinal) - 1)
            ),
            DateWordKind.Span when said.Value(unit) == 14 => ordinal == 1
                ? Period(i, next, first, first.AddDays(14))
                : Period(i, next, first.AddDays(15), last),
            DateWordKind.DayUnit => DayReader.One(
                i,
                next,
                ordinal < 0 ? last : first.AddDays(ordinal - 1)
            ),
            _ => null,
        };
    }

    private static DateItem Weekday(
        scoped in DateSentence said,
        int i,
        int next,
        (int Ordinal, DayOfWeek Day) which,
        (DateOnly First, DateOnly Last) month
    )
    {
        var day =
            which.Ordinal < 0
                ? Weekdays.After(month.Last.AddDays(-7), which.Day)
                : Weekdays
                    .After(month.First.AddDays(-1), which.Day)
                    .AddDays(7 * (which.Ordinal - 1));
        return day < said.Today ? DayReader.Old(i, next) : DayReader.One(i, next, day);
    }

    private static DateItem Period(int i, int next, DateOnly from, DateOnly to) =>
        new(DateItemKind.Period, i, next) { From = from, To = to };

    /// <summary>The first of the month said after a token: « de janvier », « du mois prochain ».</summary>
    private static DateOnly? MonthAfter(scoped in DateSentence said, int i, out int next)
    {
        var k = i;
        while (
            said.At(k) is "de" or "du" or "d" or "le" or "ce" or "mois"
            && said.Kind(k) != DateWordKind.MonthUnit
        )
        {
            k++;
        }

        next = k;
        var item = said.Kind(k) switch
        {
            DateWordKind.MonthUnit => PeriodReader.ThisMonth(said, k),
            DateWordKind.Month => PeriodReader.Month(said, k),
            _ => null,
        };
        if (item is null || item.IsOld)
        {
            return null;
        }

        next = item.Next;
        return new DateOnly(item.From.Year, item.From.Month, 1);
    }
}
