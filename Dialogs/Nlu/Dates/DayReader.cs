namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>Reads days, weeks and months that are said by their name or their distance.</summary>
internal static class DayReader
{
    /// <summary>The days that begin at a token; null when there are none.</summary>
    /// <param name="said">The message.</param>
    /// <param name="i">Where to read.</param>
    /// <param name="week">The Monday of the last week spoken of, for « la semaine d'après ».</param>
    public static DateItem? At(scoped in DateSentence said, int i, DateOnly? week) =>
        said.Kind(i) switch
        {
            DateWordKind.Today => Relative(said, i),
            DateWordKind.Weekday or DateWordKind.Weekdays => Weekday(said, i),
            DateWordKind.Number => AmountReader.At(said, i) ?? NumberedDayReader.At(said, i),
            DateWordKind.Span => AmountReader.At(said, i),
            DateWordKind.Week => PeriodReader.Week(said, i, week),
            DateWordKind.Weekend => PeriodReader.Weekend(said, i),
            DateWordKind.MonthUnit => PeriodReader.ThisMonth(said, i),
            DateWordKind.Month => PeriodReader.Month(said, i),
            DateWordKind.Year => PeriodReader.Year(said, i),
            DateWordKind.Edge => PeriodReader.Edge(said, i, week),
            DateWordKind.Ordinal => OrdinalReader.At(said, i) ?? NumberedDayReader.At(said, i),
            DateWordKind.Holiday => Holiday(said, i),
            DateWordKind.Gone => Gone(said, i),
            DateWordKind.Other => Other(said, i, week),
            _ => null,
        };

    private static DateItem Relative(scoped in DateSentence said, int i)
    {
        var next = said.After(i);
        var day = said.Today.AddDays(said.Value(i));
        var weeks = InWeeks(said, next);
        return One(i, weeks > 0 ? next + 2 : next, day.AddDays(7 * weeks));
    }

    private static DateItem? Weekday(scoped in DateSentence said, int i)
    {
        var day = (DayOfWeek)said.Value(i);
        var next = i + 1;
        if (NumberedDayReader.AfterWeekday(said, i, day) is { } numbered)
        {
            return numbered;
        }

        if (said.At(next) is "sur" && said.Number(next + 1) is >= 2 and <= 8 and { } every)
        {
            return new DateItem(DateItemKind.Weekdays, i, said.After(next + 1))
            {
                Days = DateWish.Bit(day),
                IntervalWeeks = every,
            };
        }

        var coming = Weekdays.After(said.Today, day);
        var weeks = InWeeks(said, next);
        if (weeks > 0)
        {
            return One(i, next + 2, coming.AddDays(7 * weeks));
        }

        var isNext =
            said.Kind(next) == DateWordKind.Next
            || (
                said.At(i - 1) is "prochain" or "prochains" && said.Kind(next) != DateWordKind.Next
            );
        if (isNext)
        {
            next = said.Kind(next) == DateWordKind.Next ? next + 1 : next;
            coming = coming == said.Today.AddDays(1) ? coming.AddDays(7) : coming;
            return One(i, next, coming);
        }

        if (said.Kind(next) == DateWordKind.Following)
        {
            // « Mardi qui vient » is the next one, « le mardi suivant » comes after what was said.
            return new DateItem(DateItemKind.Weekday, i, said.After(next))
            {
                From = coming,
                To = coming,
                Days = DateWish.Bit(day),
            };
        }

        if (said.Kind(next) == DateWordKind.Gone)
        {
            return Old(i, next + 1);
        }

        return new DateItem(IsEach(said, i) ? DateItemKind.Weekdays : DateItemKind.Weekday, i, next)
        {
            From = coming,
            To = coming,
            Days = DateWish.Bit(day),
        };
    }

    /// <summary>« Le mardi », « les mardis », « chaque mardi », « un mardi »: each of them; « mardi », « ce mardi », « mardi de la semaine prochaine »: one.</summary>
    private static bool IsEach(scoped in DateSentence said, int i)
    {
        if (said.Kind(i) == DateWordKind.Weekdays || said.At(i - 1) is "chaque" or "tous" or "les")
        {
            return true;
        }

        var isOfWeek =
            said.At(i + 1) is "de" or "cette" or "dans" && said.Kind(i + 1) == DateWordKind.Other;
        return said.At(i - 1) is "le" or "un" or "l" or "ke"
            && said.At(i - 2)
                is not ("pour" or "avant" or "apres" or "des" or "jusque" or "entre" or "soit")
            && !isOfWeek;
    }

    private static int InWeeks(scoped in DateSentence said, int i) =>
        said.At(i) is not ("en" or "an") ? 0
        : said.Number(i + 1) == 8 ? 1
        : said.Number(i + 1) == 15 ? 2
        : 0;

    private static DateItem? Holiday(scoped in DateSentence said, int i)
    {
        var k = i - 1;
        while (said.IsArticle(k))
        {
            k--;
        }

        if (said.At(k) is "vacances" or "vacance" or "marche" or "cadeau" or "cadeaux" or "prenom")
        {
            return null;
        }

        var day = FrenchHolidays.Next((NamedDay)said.Value(i), said.Today);
        var next = said.After(i);
        if (said.Number(next) is >= 2000 and < 2100 and { } year)
        {
            day = FrenchHolidays.In(year, (NamedDay)said.Value(i));
            next = said.After(next);
        }
        else if (said.Kind(next) == DateWordKind.Gone)
        {
            return Old(i, next + 1);
        }
        else if (said.Kind(next) == DateWordKind.Next)
        {
            next++;
        }

        return day < said.Today ? Old(i, next) : One(i, next, day);
    }

    private static DateItem? Gone(scoped in DateSentence said, int i)
    {
        if (said.Value(i) == 1)
        {
            return Old(i, said.After(i));
        }

        // « Le dernier vendredi du mois » is to come.
        return OrdinalReader.Last(said, i);
    }

    private static DateItem? Other(scoped in DateSentence said, int i, DateOnly? week)
    {
        var word = said.At(i);
        if (word is "lendemain" or "veille" && said.At(i + 1) is "de" or "du" or "d")
        {
            var k = i + 1;
            while (said.At(k) is "de" or "du" or "d" or "l" or "la")
            {
                k++;
            }

            var shift = word is "veille" ? -1 : 1;
            return At(said, k, week) is { Kind: DateItemKind.Day } day
                ? day with
                {
                    First = i,
                    From = day.From.AddDays(shift),
                    To = day.From.AddDays(shift),
                }
                : null;
        }

        if (word is "fetes" && said.At(i - 1) is "les" or "des")
        {
            var from = new DateOnly(said.Today.Year, 12, 24);
            return new DateItem(DateItemKind.Period, i, i + 1)
            {
                From = from,
                To = from.AddDays(8),
            };
        }

        if (word is "celle" or "suivante" && week is { } monday)
        {
            var isAfter =
                word is "suivante"
                || said.Kind(i + 1) == DateWordKind.Following
                || said.Text.Matches(i + 1, ["qui", "suit"]);
            return isAfter
                ? PeriodReader.WeekFrom(
                    i,
                    word is "suivante" ? i + 1 : said.After(i + 1),
                    monday.AddDays(7)
                )
                : null;
        }

        return SoonReader.At(said, i);
    }

    internal static DateItem One(int first, int next, DateOnly day) =>
        new(DateItemKind.Day, first, next) { From = day, To = day };

    internal static DateItem Old(int first, int next) =>
        new(DateItemKind.Day, first, next) { IsOld = true, Trouble = DateTrouble.Past };
}
