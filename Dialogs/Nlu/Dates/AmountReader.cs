namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>Reads days counted from today: « dans trois semaines », « d'ici 15 jours », « sous huitaine ».</summary>
internal static class AmountReader
{
    /// <summary>What the amount at a token counts; null when it counts nothing from today.</summary>
    public static DateItem? At(scoped in DateSentence said, int i)
    {
        if (Interval(said, i) is { } interval)
        {
            return interval;
        }

        var limit = DateLimits.Before(said, i);
        var k = i - 1;
        while (said.At(k) is "environ" or "les" or "a" or "peu" or "pres" or "une" or "la" or "un")
        {
            k--;
        }

        var isWithin =
            said.At(k) is "dans" or "ds"
            && said.At(k + 1) is "les" or "la"
            && said.At(k + 1) is not "a";
        var isIn = said.At(k) is "dans" or "ds";
        if (!isIn && limit is not (DateLimit.UpTo or DateLimit.From))
        {
            return null;
        }

        if (Counted(said, i, out var next) is not { } counted)
        {
            return null;
        }

        if (limit != DateLimit.None)
        {
            return counted with { Limit = limit };
        }

        return isWithin ? counted with { Limit = DateLimit.UpTo, Next = next } : counted;
    }

    /// <summary>« Toutes les deux semaines », « tous les quinze jours », « une semaine sur deux »: of the days said beside it.</summary>
    private static DateItem? Interval(scoped in DateSentence said, int i)
    {
        var unit = said.After(i);
        var isEvery = said.At(i - 1) is "les" && said.At(i - 2) is "tous" or "toutes";
        var weeks = (said.Number(i), said.Kind(unit)) switch
        {
            (>= 2 and <= 8 and { } n, DateWordKind.Week) when isEvery => n,
            (15, DateWordKind.DayUnit) when isEvery => 2,
            (1, DateWordKind.Week) when said.At(unit + 1) is "sur" => said.Number(unit + 2),
            _ => 0,
        };
        return weeks is >= 2 and <= 8
            ? new DateItem(DateItemKind.Weekdays, i, said.Number(i) == 1 ? unit + 3 : unit + 1)
            {
                IntervalWeeks = weeks,
            }
            : null;
    }

    private static DateItem? Counted(scoped in DateSentence said, int i, out int next)
    {
        var amount = said.Kind(i) == DateWordKind.Span ? 1 : said.Number(i);
        var unit = said.Kind(i) == DateWordKind.Span ? i : said.After(i);
        next = unit;
        var most = amount;
        if (
            said.At(unit) is "ou" or "a" && said.Number(unit + 1) > amount
            || said.IsHyphen(unit) && said.Number(unit) > amount
        )
        {
            var second = said.At(unit) is "ou" or "a" ? unit + 1 : unit;
            most = said.Number(second);
            unit = said.After(second);
        }

        if (
            said.At(unit)
            is "prochains"
                or "prochaines"
                or "petits"
                or "petites"
                or "bons"
                or "bonnes"
        )
        {
            unit++;
        }

        if (said.Kind(unit) == DateWordKind.Hour && said.Kind(i) == DateWordKind.Number)
        {
            return Hours(said, i, (amount, unit));
        }

        if (
            amount is < 1 or > 400
            || Day(said, unit, amount) is not { } from
            || Day(said, unit, most) is not { } to
        )
        {
            return null;
        }

        next = unit + 1;
        if (
            said.Kind(unit) == DateWordKind.MonthUnit
            && said.At(next) is "et"
            && said.At(next + 1) is "demi"
        )
        {
            (from, to, next) = (from.AddDays(15), to.AddDays(15), next + 2);
        }

        if (
            said.Kind(unit) == DateWordKind.Span
            && said.At(next) is "de"
            && said.Kind(next + 1) == DateWordKind.DayUnit
        )
        {
            next += 2;
        }

        next = said.Kind(next) is DateWordKind.Next or DateWordKind.Following
            ? said.After(next)
            : next;
        var kind = from == to ? DateItemKind.Day : DateItemKind.Period;
        return new DateItem(kind, i, next)
        {
            From = from,
            To = to,
            Period = said.Kind(unit) is DateWordKind.Week ? PeriodKind.Week : PeriodKind.Other,
        };
    }

    /// <summary>« Dans huit jours » is a week, « quinze jours » are two.</summary>
    private static DateOnly? Day(scoped in DateSentence said, int unit, int amount) =>
        said.Kind(unit) switch
        {
            DateWordKind.DayUnit => said.Today.AddDays(amount is 8 or 15 ? amount - 1 : amount),
            DateWordKind.Week => said.Today.AddDays(7 * amount),
            DateWordKind.MonthUnit => said.Today.AddMonths(amount),
            DateWordKind.Year when amount <= 10 => said.Today.AddYears(amount),
            DateWordKind.Span => said.Today.AddDays(said.Value(unit)),
            _ => null,
        };

    /// <summary>« Sous 48 h » is a day, « dans deux heures » a time.</summary>
    private static DateItem? Hours(scoped in DateSentence said, int i, (int Amount, int Unit) hours)
    {
        var moment = said.Reference.AddHours(hours.Amount);
        var day = DateOnly.FromDateTime(moment);
        var next = hours.Unit + 1;
        if (hours.Amount >= 24)
        {
            return hours.Amount <= 200 ? DayReader.One(i, next, day) : null;
        }

        return said.At(i - 1) is "dans" && hours.Amount > 0
            ? DayReader.One(i, next, day) with
            {
                At = new TimeOnly(moment.Hour, moment.Minute),
            }
            : null;
    }
}
