using System.Globalization;

namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>Reads weeks, weekends, months, years, and their beginnings and ends.</summary>
internal static class PeriodReader
{
    public static DateItem? Week(scoped in DateSentence said, int i, DateOnly? week)
    {
        var monday = Weekdays.Monday(said.Today);
        var next = i + 1;
        if (
            said.Kind(next) == DateWordKind.Next
            || (said.At(i - 1) is "prochaine" && said.Number(i - 2) < 0)
        )
        {
            return WeekFrom(
                i,
                said.Kind(next) == DateWordKind.Next ? next + 1 : next,
                monday.AddDays(7)
            );
        }

        if (said.Kind(next) == DateWordKind.Following)
        {
            var anchor = said.Value(next) == 1 ? monday : week ?? monday;
            return WeekFrom(i, said.After(next), anchor.AddDays(7));
        }

        if (said.Kind(next) == DateWordKind.Gone)
        {
            return DayReader.Old(i, next + 1);
        }

        if (
            said.At(next) is "du" or "de"
            && NumberedDayReader.Bare(said, said.At(next + 1) is "le" ? next + 2 : next + 1)
                is { } day
        )
        {
            return WeekFrom(i, day.Next, Weekdays.Monday(day.From));
        }

        if (said.At(next) is "de" or "du" && said.Kind(next + 1) == DateWordKind.Holiday)
        {
            var holiday = FrenchHolidays.Next((NamedDay)said.Value(next + 1), said.Today);
            return WeekFrom(i, said.After(next + 1), Weekdays.Monday(holiday));
        }

        if (
            said.Number(next) is >= 1 and <= 53 and { } number
            && said.At(i - 1) is "la" or "en" or ""
        )
        {
            var year = ISOWeek.GetYear(said.Today.ToDateTime(TimeOnly.MinValue));
            var isPast = number < ISOWeek.GetWeekOfYear(said.Today.ToDateTime(TimeOnly.MinValue));
            year = isPast ? year + 1 : year;
            return number <= ISOWeek.GetWeeksInYear(year)
                ? WeekFrom(
                    i,
                    said.After(next),
                    DateOnly.FromDateTime(ISOWeek.ToDateTime(year, number, DayOfWeek.Monday))
                )
                : null;
        }

        var before = said.At(i - 1);
        if (before is "en")
        {
            return new DateItem(DateItemKind.Weekdays, i, next) { Days = Weekdays.Working };
        }

        if (before is "cette" or "cet" or "ste" or "cte")
        {
            return This(said, i, next);
        }

        return before is "la" && said.At(i - 2) is "dans" or "de" or "courant" or "ds"
            ? This(said, i, next)
            : null;
    }

    private static DateItem This(scoped in DateSentence said, int i, int next)
    {
        next = said.At(next) is "ci" ? next + 1 : next;
        return WeekFrom(i, next, Weekdays.Monday(said.Today));
    }

    public static DateItem WeekFrom(int first, int next, DateOnly monday) =>
        new(DateItemKind.Period, first, next)
        {
            From = monday,
            To = monday.AddDays(6),
            Period = PeriodKind.Week,
        };

    public static DateItem? Weekend(scoped in DateSentence said, int i)
    {
        var next = said.After(i);
        var saturday = Weekdays.Monday(said.Today).AddDays(5);
        if (said.Kind(next) == DateWordKind.Next)
        {
            saturday = saturday <= said.Today.AddDays(1) ? saturday.AddDays(7) : saturday;
            return Saturday(i, next + 1, saturday);
        }

        if (said.Kind(next) == DateWordKind.Gone)
        {
            return DayReader.Old(i, next + 1);
        }

        if (said.Kind(next) == DateWordKind.Following)
        {
            var isNext = said.Value(next) == 1;
            return Saturday(i, said.After(next), isNext ? saturday : saturday.AddDays(7));
        }

        if (said.At(next) is "du" or "de" && NumberedDayReader.Bare(said, next + 1) is { } day)
        {
            return Saturday(i, day.Next, Weekdays.Monday(day.From).AddDays(5));
        }

        if (said.At(next) is "de" or "du" or "d")
        {
            var k = said.At(next + 1) is "l" or "la" ? next + 2 : next + 1;
            if (said.Kind(k) == DateWordKind.Holiday)
            {
                var holiday = FrenchHolidays.Next((NamedDay)said.Value(k), said.Today);
                return Saturday(i, said.After(k), Weekdays.Monday(holiday).AddDays(5));
            }
        }

        return said.At(i - 1) is "ce" or "cet"
            ? Saturday(i, next, saturday)
            : new DateItem(DateItemKind.Weekdays, i, next) { Days = Weekdays.Weekend };
    }

    private static DateItem Saturday(int i, int next, DateOnly saturday) =>
        new(DateItemKind.Period, i, next) { From = saturday, To = saturday.AddDays(1) };

    /// <summary>« Ce mois-ci », « le mois prochain », « dans le mois ».</summary>
    public static DateItem? ThisMonth(scoped in DateSentence said, int i)
    {
        var next = i + 1;
        var first = new DateOnly(said.Today.Year, said.Today.Month, 1);
        if (
            said.Kind(next) is DateWordKind.Next or DateWordKind.Following
            || said.At(i - 1) is "prochain"
        )
        {
            next = said.Kind(next) is DateWordKind.Next or DateWordKind.Following
                ? said.After(next)
                : next;
            return MonthFrom(i, next, first.AddMonths(1));
        }

        if (said.Kind(next) == DateWordKind.Gone)
        {
            return DayReader.Old(i, next + 1);
        }

        var isThis =
            said.At(i - 1) is "ce" or "du"
            || (said.At(i - 1) is "le" && said.At(i - 2) is "dans" or "courant");
        return
            isThis
            && said.Kind(said.At(next) is "de" or "d" ? next + 1 : next) != DateWordKind.Month
            ? MonthFrom(i, said.At(next) is "ci" ? next + 1 : next, first)
            : null;
    }

    public static DateItem? Month(scoped in DateSentence said, int i)
    {
        if (said.At(i - 1) is "sept" && said.At(i) is "sept")
        {
            return null;
        }

        var number = said.Value(i);
        var next = i + 1;
        var year = said.Today.Year + (number < said.Today.Month ? 1 : 0);
        if (
            said.Number(next) is >= 1900 and < 2100 and { } written
            && (said.IsWritten(next) || written >= 2000)
        )
        {
            year = written;
            next = said.After(next);
        }
        else if (said.Kind(next) == DateWordKind.Gone)
        {
            return DayReader.Old(i, next + 1);
        }
        else if (said.Kind(next) is DateWordKind.Next or DateWordKind.Following)
        {
            year += number == said.Today.Month ? 1 : 0;
            next = said.After(next);
        }

        var first = new DateOnly(year, number, 1);
        return first.AddMonths(1) <= said.Today
            ? DayReader.Old(i, next)
            : MonthFrom(i, next, first);
    }

    private static DateItem MonthFrom(int i, int next, DateOnly first) =>
        new(DateItemKind.Period, i, next)
        {
            From = first,
            To = first.AddMonths(1).AddDays(-1),
            Period = PeriodKind.Month,
        };

    public static DateItem? Year(scoped in DateSentence said, int i)
    {
        if (said.At(i) is not "annee")
        {
            return null;
        }

        var next = i + 1;
        var year = said.Today.Year;
        if (said.Kind(next) is DateWordKind.Next or DateWordKind.Following)
        {
            return YearOf(i, said.After(next), year + 1);
        }

        if (said.Kind(next) == DateWordKind.Gone)
        {
            return DayReader.Old(i, next + 1);
        }

        return
            said.At(i - 1) is "cette" || (said.At(i - 1) is "l" && said.At(i - 2) is "dans" or "de")
            ? YearOf(i, next, year)
            : null;
    }

    private static DateItem YearOf(int i, int next, int year) =>
        new(DateItemKind.Period, i, next)
        {
            From = new DateOnly(year, 1, 1),
            To = new DateOnly(year, 12, 31),
        };

    /// <summary>« Début janvier », « fin de semaine prochaine », « mi-décembre », « en fin de mois ».</summary>
    public static DateItem? Edge(scoped in DateSentence said, int i, DateOnly? week)
    {
        var edge = said.Value(i);
        var k = i + 1;
        while (said.At(k) is "de" or "d" or "du" or "la" or "l" or "le" or "ce" or "cette")
        {
            k++;
        }

        if (said.Kind(k) == DateWordKind.Week)
        {
            var whole = Week(said, k, week);
            return
                whole is { Period: PeriodKind.Week, IsOld: false }
                    && said.Kind(k + 1) is DateWordKind.Next or DateWordKind.Following
                || said.At(k - 1) is "cette"
                || (said.At(k + 1) is "du" && whole is { Period: PeriodKind.Week })
                ? EdgeOf(whole!, edge) with
                {
                    First = i,
                }
                : Current(said, i, k + 1, edge);
        }

        if (said.Kind(k) is DateWordKind.MonthUnit)
        {
            var month =
                ThisMonth(said, k)
                ?? MonthFrom(k, k + 1, new DateOnly(said.Today.Year, said.Today.Month, 1));
            if (said.At(k + 1) is "de" or "d" && said.Kind(k + 2) == DateWordKind.Month)
            {
                month = Month(said, k + 2) ?? month;
            }

            if (month.IsOld)
            {
                return month;
            }

            var part = EdgeOf(month, edge) with { First = i };
            var isOver = part.To < said.Today;
            return isOver
                ? EdgeOf(MonthFrom(k, part.Next, month.From.AddMonths(1)), edge) with
                {
                    First = i,
                }
                : part;
        }

        if (said.Kind(k) == DateWordKind.Month)
        {
            return Month(said, k) switch
            {
                { IsOld: true } old => old,
                { } month when EdgeOf(month, edge).To < said.Today => EdgeOf(
                    MonthFrom(k, month.Next, month.From.AddYears(1)),
                    edge
                ) with
                {
                    First = i,
                },
                { } month => EdgeOf(month, edge) with { First = i },
                _ => null,
            };
        }

        if (said.At(k) is "annee")
        {
            return YearEdge(said, i, k, edge);
        }

        var isAlone = said.At(i - 1) is "vers" or "en" or "au" or "la" or "plutot" or "le" or "a";
        return isAlone && said.Kind(k) is not (DateWordKind.Part or DateWordKind.DayUnit)
            ? new DateItem(DateItemKind.Edge, i, i + 1) { Edge = edge }
            : null;
    }

    private static DateItem? YearEdge(scoped in DateSentence said, int i, int k, int edge)
    {
        var isNext = said.Kind(k + 1) is DateWordKind.Next or DateWordKind.Following;
        var year = said.Today.Year + (isNext || edge == 0 ? 1 : 0);
        var next = isNext ? said.After(k + 1) : k + 1;
        return edge switch
        {
            0 => MonthFrom(i, next, new DateOnly(year, 1, 1)),
            2 => MonthFrom(i, next, new DateOnly(year, 12, 1)),
            _ => null,
        };
    }

    /// <summary>« En fin de semaine »: of this one unless it is over.</summary>
    private static DateItem Current(scoped in DateSentence said, int i, int next, int edge)
    {
        var monday = Weekdays.Monday(said.Today);
        var part = EdgeOf(WeekFrom(i, next, monday), edge);
        return part.To < said.Today ? EdgeOf(WeekFrom(i, next, monday.AddDays(7)), edge) : part;
    }

    /// <summary>The beginning, middle or end of a week or a month.</summary>
    public static DateItem EdgeOf(DateItem whole, int edge)
    {
        var (from, to) = whole.Period switch
        {
            PeriodKind.Week => edge switch
            {
                0 => (whole.From, whole.From.AddDays(1)),
                1 => (whole.From.AddDays(2), whole.From.AddDays(3)),
                _ => (whole.From.AddDays(3), whole.From.AddDays(4)),
            },
            PeriodKind.Month => edge switch
            {
                0 => (whole.From, whole.From.AddDays(9)),
                1 => (whole.From.AddDays(10), whole.From.AddDays(19)),
                _ => (whole.From.AddDays(20), whole.From.AddMonths(1).AddDays(-1)),
            },
            _ => (whole.From, whole.To ?? whole.From),
        };
        return whole with { From = from, To = to, Period = PeriodKind.Other, Edge = edge };
    }
}
