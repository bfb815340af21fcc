namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>Reads days by their number: « le 26 », « jeudi 26 novembre », « 15/12 », « les 7 et 8 décembre ».</summary>
internal static class NumberedDayReader
{
    /// <summary>How far ahead a year that is said may lie: a later one is a slip.</summary>
    private const int Years = 11;

    /// <summary>How many words may stand between a day and the month it shares: « le 7, le 8 ou le 9 décembre ».</summary>
    private const int Borrowing = 12;

    /// <summary>The day that begins with the number at a token; null when it is none.</summary>
    public static DateItem? At(scoped in DateSentence said, int i)
    {
        var isOrdinal = said.Kind(i) == DateWordKind.Ordinal;
        var number = isOrdinal ? said.Value(i) : said.Number(i);
        if (isOrdinal && number != 1)
        {
            return null;
        }

        if (Iso(said, i) is { } iso)
        {
            return iso;
        }

        if (number is < 1 or > 99 || IsInsideNumber(said, i) || IsMeasure(said, i))
        {
            return null;
        }

        var next = Past(said, i);
        if (WithMonth(said, i, number, next) is { } named)
        {
            return named;
        }

        return IsAnnounced(said, i, next, isOrdinal) ? Alone(said, i, number, next) : null;
    }

    /// <summary>The day whose number stands at a token, whatever stands before it.</summary>
    public static DateItem? Bare(scoped in DateSentence said, int i)
    {
        var number = said.Kind(i) == DateWordKind.Ordinal ? said.Value(i) : said.Number(i);
        return number is < 1 or > 31
            ? null
            : WithMonth(said, i, number, Past(said, i)) ?? Alone(said, i, number, Past(said, i));
    }

    /// <summary>« Jeudi 26 », « jeudi le 26 novembre »; null when no number follows.</summary>
    public static DateItem? AfterWeekday(scoped in DateSentence said, int i, DayOfWeek day)
    {
        var at = said.At(i + 1) is "le" ? i + 2 : i + 1;
        if (
            (said.IsApart(at) && said.At(i + 1) is not "le")
            || said.Kind(at) is not (DateWordKind.Number or DateWordKind.Ordinal)
            || ClockReader.TimeAt(said, at, out _) is not null
            || IsInsideNumber(said, at)
            || IsMeasure(said, at)
            || IsHourRange(said, at)
        )
        {
            return null;
        }

        if (Bare(said, at) is not { } item)
        {
            return null;
        }

        var differs = item.Kind == DateItemKind.Day && item.From.DayOfWeek != day && !item.IsOld;
        return item with
        {
            First = i,
            Trouble = differs ? DateTrouble.WeekdayDiffers : item.Trouble,
            Instead = differs ? Nearest(item.From, day, said.Today) : null,
        };
    }

    /// <summary>The day of the week that is nearest to a day, and not gone by.</summary>
    private static DateOnly Nearest(DateOnly numbered, DayOfWeek day, DateOnly today)
    {
        var before = numbered.AddDays(-(((int)numbered.DayOfWeek - (int)day + 7) % 7));
        return numbered.DayNumber - before.DayNumber <= 3 && before >= today
            ? before
            : before.AddDays(7);
    }

    /// <summary>« Mardi 8 - 10 h » is the eighth, « mardi 9 à 11 h » is not.</summary>
    private static bool IsHourRange(scoped in DateSentence said, int i) =>
        said.At(said.After(i)) is "a"
        && ClockReader.TimeAt(said, said.After(i) + 1, out _) is not null;

    /// <summary>Past the number and its « er ».</summary>
    private static int Past(scoped in DateSentence said, int i)
    {
        var next = said.After(i);
        return said.At(next) is "er" ? next + 1 : next;
    }

    private static DateItem? WithMonth(scoped in DateSentence said, int i, int number, int next)
    {
        var month = MonthAt(said, i, next, out var end);
        if (month == 0)
        {
            month = Borrowed(said, next, out var year);
            return month == 0 ? null : Of(said, (i, next), (number, month, year));
        }

        var written = YearAt(said, ref end);
        return Of(said, (i, end), (number, month, written));
    }

    /// <summary>The month that stands after a day's number: by its name, or by its number after a slash.</summary>
    private static int MonthAt(scoped in DateSentence said, int i, int next, out int end)
    {
        var named =
            said.At(next) is "de" or "du" && said.Kind(next + 1) is DateWordKind.Month
                ? next + 1
                : next;
        end = named + 1;
        if (said.Kind(named) == DateWordKind.Month)
        {
            return said.Value(named);
        }

        // « Le 15 sept »: the month, where no hour follows.
        if (
            said.IsWritten(i)
            && said.At(next) is "sept"
            && said.Kind(next + 1) != DateWordKind.Hour
        )
        {
            return 9;
        }

        if (said.At(next) is "mois" or "prochain")
        {
            return 0;
        }

        var isShort = said.IsWritten(next) && said.Text.Tokens[next].Length <= 2;
        var number = said.Number(next);
        if (
            said.IsWritten(i)
            && isShort
            && number is >= 1 and <= 12
            && said.Text.Tokens[i].Length <= 2
        )
        {
            var gap = said.Gap(next);
            var hasYear = said.IsWritten(next + 1) && said.Gap(next + 1).SequenceEqual(gap);
            if (gap is "/" || (gap is "." or "-" && hasYear))
            {
                return number;
            }
        }

        return SaidMonth(said, i, next, ref end);
    }

    /// <summary>« Le douze zéro un », « le quinze douze »: the month by its number.</summary>
    private static int SaidMonth(scoped in DateSentence said, int i, int next, ref int end)
    {
        if (said.IsWritten(i) || said.At(i - 1) is not ("le" or "du" or "au"))
        {
            return 0;
        }

        if (
            said.At(next) is "zero"
            && said.Number(next + 1) is >= 1 and <= 9 and { } month
            && said.Kind(said.After(next + 1)) is not DateWordKind.Hour
        )
        {
            end = next + 2;
            return month;
        }

        var follows = said.Number(next);
        if (
            follows is >= 10 and <= 12
            && said.Kind(said.After(next)) is not (DateWordKind.Hour or DateWordKind.Month)
        )
        {
            end = said.After(next);
            return follows;
        }

        return 0;
    }

    /// <summary>A year of four digits, or of two where nothing else can be meant; null for none.</summary>
    private static int? YearAt(scoped in DateSentence said, ref int end)
    {
        var year = said.Number(end);
        if (year < 0 || ClockReader.TimeAt(said, end, out _) is not null)
        {
            return null;
        }

        var isFull = year is >= 1900 and < 2100;
        var isShort =
            said.IsWritten(end)
            && said.Text.Tokens[end].Length == 2
            && said.Kind(end + 1) != DateWordKind.Month
            && !said.IsApart(end);
        if (!isFull && !isShort)
        {
            return null;
        }

        end = said.After(end);
        return isFull ? year : year + 2000;
    }

    /// <summary>The month that a list of days shares: « le 7 ou le 8 décembre », « du 7 au 11 décembre ».</summary>
    private static int Borrowed(scoped in DateSentence said, int next, out int? year)
    {
        year = null;
        var joints = 0;
        for (var k = next; k < Math.Min(said.Count, next + Borrowing); k++)
        {
            switch (said.Kind(k))
            {
                case DateWordKind.Month:
                    if (joints == 0)
                    {
                        return 0;
                    }

                    var end = k + 1;
                    year = YearAt(said, ref end);
                    return said.Value(k);
                case DateWordKind.Number:
                    joints += said.IsHyphen(k) || said.IsApart(k) ? 1 : 0;
                    if (
                        said.Number(k) is < 1 or > 31
                        || ClockReader.TimeAt(said, k, out _) is not null
                    )
                    {
                        return 0;
                    }

                    k = said.After(k) - 1;
                    break;
                case DateWordKind.Weekday or DateWordKind.Covered or DateWordKind.Ordinal:
                    break;
                default:
                    if (said.At(k) is "et" or "ou" or "au" or "a")
                    {
                        joints++;
                    }
                    else if (
                        said.At(k) is not ("le" or "les" or "jusqu" or "er" or "bien" or "soit")
                    )
                    {
                        return 0;
                    }

                    break;
            }
        }

        return 0;
    }

    private static DateItem Of(
        scoped in DateSentence said,
        (int First, int Next) place,
        (int Day, int Month, int? Year) date
    )
    {
        var (day, month, year) = date;
        if (year is { } written)
        {
            if (day > DateTime.DaysInMonth(Math.Clamp(written, 1, 9999), month))
            {
                return Impossible(place);
            }

            var exact = new DateOnly(written, month, day);
            return exact < said.Today || written > said.Today.Year + Years
                ? DayReader.Old(place.First, place.Next)
                : DayReader.One(place.First, place.Next, exact);
        }

        for (var ahead = 0; ahead <= 8; ahead++)
        {
            var next = said.Today.Year + ahead;
            if (
                next <= 9999
                && day <= DateTime.DaysInMonth(next, month)
                && new DateOnly(next, month, day) is var found
                && found >= said.Today
            )
            {
                return DayReader.One(place.First, place.Next, found);
            }
        }

        return Impossible(place);
    }

    /// <summary>A number alone: the next such day; of next month where that is said.</summary>
    private static DateItem? Alone(scoped in DateSentence said, int i, int number, int next)
    {
        if (number > 31)
        {
            return number <= 39 && said.IsWritten(i) ? Impossible((i, next)) : null;
        }

        var first = new DateOnly(said.Today.Year, said.Today.Month, 1);
        var isNextMonth = false;
        if (said.Text.Matches(next, ["du", "mois", "prochain"]))
        {
            (isNextMonth, next) = (true, next + 3);
        }
        else if (said.At(next) is "prochain")
        {
            next++;
        }
        else if (said.At(next) is "de" && said.At(next + 1) is "ce" && said.At(next + 2) is "mois")
        {
            next += 3;
        }

        for (var ahead = isNextMonth ? 1 : 0; ahead < 4; ahead++)
        {
            var month = first.AddMonths(ahead);
            if (
                number <= DateTime.DaysInMonth(month.Year, month.Month)
                && month.AddDays(number - 1) is var day
                && day > said.Today
            )
            {
                return DayReader.One(i, next, day);
            }
        }

        return null;
    }

    private static DateItem Impossible((int First, int Next) place) =>
        new(DateItemKind.Impossible, place.First, place.Next) { Trouble = DateTrouble.Impossible };

    private static DateItem? Iso(scoped in DateSentence said, int i)
    {
        if (
            !said.IsWritten(i)
            || said.Text.Tokens[i].Length != 4
            || !said.IsWritten(i + 1)
            || !said.IsWritten(i + 2)
            || said.Gap(i + 1) is not ("-" or "/")
            || said.Gap(i + 2) is not ("-" or "/")
        )
        {
            return null;
        }

        var (year, month, day) = (said.Number(i), said.Number(i + 1), said.Number(i + 2));
        return year is >= 1900 and < 2100 && month is >= 1 and <= 12 && day >= 1
            ? Of(said, (i, i + 3), (day, month, year))
            : null;
    }

    /// <summary>Whether the words around say that a number alone is a day.</summary>
    private static bool IsAnnounced(scoped in DateSentence said, int i, int next, bool isOrdinal)
    {
        if (
            ClockReader.TimeAt(said, i, out _) is not null
            || said.At(next) is "e" or "eme" or "ieme" or "nd" or "nde" or "ere" or "h"
        )
        {
            return false;
        }

        var before = said.At(i - 1);
        var isListed = before is "et" or "ou" or "a" or "au" && IsDayBefore(said, i - 2);
        var isInList =
            isListed
            || (said.IsApart(i) && IsDayBefore(said, i - 1))
            || (said.IsHyphen(i) && IsDayBefore(said, i - 1));
        if (before is not ("le" or "du" or "au") && !isInList)
        {
            return before is "les" && said.At(next) is "et" or "ou" && said.Number(next + 1) > 0;
        }

        // « Le deux », « le premier » choose among what was offered, unless more is said of the day.
        var isChoice =
            (
                isOrdinal
                || !said.IsWritten(i) && said.Number(i) <= 5
                || said.At(said.After(i)) is "er"
            ) && before is "le";
        return !isChoice || HasMore(said, i, next);
    }

    private static bool HasMore(scoped in DateSentence said, int i, int next)
    {
        var after = next;
        while (
            said.At(after) is "a" or "au" or "le" or "l" or "dans" or "en" or "vers" or "de" or "d"
        )
        {
            after++;
        }

        return DateLimits.Before(said, i) != DateLimit.None
            || said.Kind(after) is DateWordKind.Part or DateWordKind.Noon
            || (
                said.Kind(after) == DateWordKind.Number
                && ClockReader.TimeAt(said, after, out _) is not null
            )
            || said.At(i - 2) is "entre" or "pour";
    }

    private static bool IsDayBefore(scoped in DateSentence said, int k)
    {
        while (
            k >= 0 && said.Kind(k) is DateWordKind.Month or DateWordKind.Covered
            || (said.At(k) is "le" or "er")
        )
        {
            k--;
        }

        // The last token of a number said in several.
        var first = k;
        while (first > 0 && said.Number(first - 1) > 0 && said.After(first - 1) > k)
        {
            first--;
        }

        return said.Number(first) is >= 1 and <= 31
            && (
                said.At(first - 1) is "le" or "du" or "les" or "entre" or "au" or "et" or "ou"
                || said.Kind(first - 1) == DateWordKind.Weekday
                || said.IsApart(first)
            );
    }

    /// <summary>« Le 06 39 98 12 34 »: a telephone number, not the sixth.</summary>
    private static bool IsInsideNumber(scoped in DateSentence said, int i)
    {
        var next = said.After(i);
        var isAfter =
            said.IsWritten(i - 1) && said.IsWritten(i) && said.Gap(i) is " " or "." or "-" or "";
        var isBefore =
            said.IsWritten(i)
            && said.IsWritten(next)
            && said.Gap(next) is " " or "."
            && ClockReader.TimeAt(said, next, out _) is null
            && !(said.IsWritten(next + 1) && said.Number(next + 1) >= 1000);
        var isOfPhone =
            said.At(i - 1) is "zero"
            || (
                said.IsWritten(i)
                && said.Text.Tokens[i].Length > 2
                && said.Text.Tokens[i].Length != 4
            );
        return (
                isAfter
                && !(
                    said.Kind(i - 1) == DateWordKind.Number && said.Kind(next) == DateWordKind.Month
                )
            )
            || isBefore
            || isOfPhone;
    }

    /// <summary>« Le 12 rue des Lilas », « 8/10 », « la 2 fois »: counted or measured, no day.</summary>
    private static bool IsMeasure(scoped in DateSentence said, int i)
    {
        var next = said.After(i);
        var word = said.At(next);
        if (
            word
            is "rue"
                or "avenue"
                or "av"
                or "bd"
                or "boulevard"
                or "place"
                or "impasse"
                or "chemin"
                or "allee"
                or "route"
                or "bis"
                or "ter"
                or "ans"
                or "an"
                or "euros"
                or "euro"
                or "mg"
                or "g"
                or "kg"
                or "kilos"
                or "ml"
                or "cm"
                or "km"
                or "comprime"
                or "comprimes"
                or "cachet"
                or "cachets"
                or "gelules"
                or "fois"
                or "personnes"
                or "enfants"
                or "minutes"
                or "minute"
                or "min"
                or "mn"
                or "degres"
                or "dents"
                or "points"
                or "jours"
                or "jour"
                or "semaines"
                or "semaine"
                or "mois"
                or "sur"
                or "virgule"
        )
        {
            return true;
        }

        if (said.IsSlash(next) && said.IsWritten(next))
        {
            var over = said.Number(next);
            return said.At(i - 1) is "tension" or "tensions" or "ta" or "a"
                    && said.Text.HasWord("tension", "vision", "acuite", "oeil", "ta")
                || (
                    over is 10 or 7
                    && said.Text.HasWord(
                        "douleur",
                        "douleurs",
                        "mal",
                        "note",
                        "echelle",
                        "fievre",
                        "j",
                        "vision",
                        "acuite",
                        "tension"
                    )
                )
                || said.Text.HasWord("tension", "acuite", "comprime", "cachet", "systole")
                || (said.Number(i) == 7 && over == 7 && said.Text.Tokens[i].Length == 1)
                // « 24/24 », « 24/7 ».
                || (
                    said.Number(i) == 24
                    && (over == 24 || (over == 7 && said.Text.Tokens[next].Length == 1))
                );
        }

        return said.At(i - 1)
                is "numero"
                    or "appelle"
                    or "appele"
                    or "appeler"
                    or "faites"
                    or "composer"
                    or "compose"
                    or "composez"
            || IsEmergencyNumber(said, i);
    }

    /// <summary>« J'ai appelé le 15 ».</summary>
    private static bool IsEmergencyNumber(scoped in DateSentence said, int i)
    {
        if (said.Number(i) is not (15 or 17 or 18) || said.At(i - 1) is not ("le" or "au" or "du"))
        {
            return false;
        }

        var verb = said.At(i - 2);
        return verb.StartsWith("appel", StringComparison.Ordinal)
            || verb.StartsWith("compos", StringComparison.Ordinal)
            || verb.StartsWith("contact", StringComparison.Ordinal)
            || verb.StartsWith("telephon", StringComparison.Ordinal)
            || verb.StartsWith("joindre", StringComparison.Ordinal)
            || verb is "fait" or "faites" or "faire" or "fais";
    }
}
