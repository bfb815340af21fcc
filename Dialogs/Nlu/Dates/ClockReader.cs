namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>Reads hours and parts of the day.</summary>
internal static class ClockReader
{
    private static readonly TimeSpan Around = TimeSpan.FromMinutes(30);

    /// <summary>The hour, window or part of the day that begins at a token; null when there is none.</summary>
    public static DateItem? At(scoped in DateSentence said, int i) =>
        Range(said, i) ?? Part(said, i) ?? Hour(said, i);

    /// <summary>The clock time that begins at a token, or null.</summary>
    public static TimeOnly? TimeAt(scoped in DateSentence said, int i, out int next)
    {
        next = i;
        if (said.Kind(i) == DateWordKind.Noon)
        {
            next = i + 1;
            var minutes = MinutesAfter(said, ref next);
            return new TimeOnly(12, 0).AddMinutes(minutes);
        }

        var hour = said.Number(i);
        if (hour is < 0 or > 23)
        {
            return null;
        }

        var unit = said.After(i);
        if (said.Kind(unit) == DateWordKind.Hour)
        {
            if (IsDuration(said, i, unit))
            {
                return null;
            }

            next = unit + 1;
            var minutes = MinutesAfter(said, ref next);
            return InDay(said, new TimeOnly(hour, 0).AddMinutes(minutes), ref next);
        }

        if (
            said.IsWritten(i)
            && said.IsWritten(i + 1)
            && said.Gap(i + 1) is ":"
            && said.Number(i + 1) is >= 0 and < 60 and { } minute
        )
        {
            next = i + 2;
            return InDay(said, new TimeOnly(hour, minute), ref next);
        }

        return null;
    }

    /// <summary>« Deux heures de retard », « pendant une heure », « toutes les quatre heures »: how long, or how often.</summary>
    private static bool IsDuration(scoped in DateSentence said, int i, int unit)
    {
        var before = said.At(i - 1);
        if (
            before
                is "pendant"
                    or "durant"
                    or "depuis"
                    or "dans"
                    or "sous"
                    or "toutes"
                    or "duree"
                    or "fait"
                    or "en"
            || (before is "a" && said.At(i - 2) is "y")
            || (before is "les" && said.At(i - 2) is "toutes" or "tous" or "dans")
        )
        {
            return !(before is "les" && said.At(i - 2) is "dans" && said.Number(i) is > 7 and < 20);
        }

        var after = said.At(unit + 1);
        if (
            said.Text.Matches(unit + 1, ["de", "retard"])
            || said.Text.Matches(unit + 1, ["de", "route"])
            || said.Text.Matches(unit + 1, ["d", "attente"])
            || said.Text.Matches(unit + 1, ["de", "sommeil"])
            || (
                after is "apres" or "avant"
                && said.At(unit + 2) is "l" or "mon" or "ma" or "le"
                && said.Kind(unit + 1) == DateWordKind.Other
                && said.Kind(unit + 3) == DateWordKind.Other
            )
        )
        {
            return true;
        }

        // « Une heure » alone is how long; « à une heure » is when.
        return !said.IsWritten(i)
            && said.Number(i) == 1
            && before
                is not (
                    "a"
                    or "vers"
                    or "entre"
                    or "avant"
                    or "apres"
                    or "des"
                    or "et"
                    or "ou"
                    or "jusqua"
                );
    }

    /// <summary>What follows an hour: « 30 », « trente », « et quart », « et demie », « moins dix ».</summary>
    private static int MinutesAfter(scoped in DateSentence said, ref int next)
    {
        var at = said.At(next);
        if (at is "et")
        {
            if (said.At(next + 1) is "quart")
            {
                next += 2;
                return 15;
            }

            if (said.At(next + 1) is "demie" or "demi" or "demies")
            {
                next += 2;
                return 30;
            }

            if (said.Text.Matches(next + 1, ["trois", "quarts"]))
            {
                next += 3;
                return 45;
            }

            return 0;
        }

        if (at is "moins")
        {
            var k = said.At(next + 1) is "le" ? next + 2 : next + 1;
            if (said.At(k) is "quart")
            {
                next = k + 1;
                return -15;
            }

            if (said.Number(k) is >= 5 and <= 29 and { } less)
            {
                next = said.After(k);
                return -less;
            }

            return 0;
        }

        if (said.Number(next) is >= 0 and < 60 and { } minutes && IsMinutes(said, next))
        {
            next = said.After(next);
            return minutes;
        }

        if (at is "pile" or "precise" or "precises")
        {
            next++;
        }

        return 0;
    }

    private static bool IsMinutes(scoped in DateSentence said, int i)
    {
        var isJoined = said.IsWritten(i)
            ? said.Text.Tokens[i].Start - said.Text.Tokens[i - 1].End <= 1
                && said.Text.Tokens[i].Length == 2
                && !said.IsHyphen(i)
            : said.Gap(i) is " " or "" or "-" && said.Number(i) > 4 | said.At(i) is "zero";
        var after = said.After(i);
        return isJoined
            && said.Kind(after) is not (DateWordKind.Month or DateWordKind.Hour)
            && said.Gap(after) is not (":" or "/");
    }

    /// <summary>Bare hours from 1 to 6 are of the afternoon; « du matin », « du soir » decide.</summary>
    private static TimeOnly InDay(scoped in DateSentence said, TimeOnly time, ref int next)
    {
        var k = next;
        while (said.At(k) is "du" or "de" or "l" or "d" or "dans" or "la" or "le" or "en")
        {
            k++;
        }

        var isPart = said.Kind(k) == DateWordKind.Part && !said.IsApart(k);
        if (isPart && (k > next || said.Kind(next) == DateWordKind.Part))
        {
            var part = (DayPart)said.Value(k);
            if (k > next && said.At(next) is "du" or "de" or "d")
            {
                next = said.After(k);
            }

            return part switch
            {
                DayPart.Morning => time,
                _ => time.Hour is >= 1 and < 12 ? time.AddHours(12) : time,
            };
        }

        return time.Hour is >= 1 and <= 6 ? time.AddHours(12) : time;
    }

    /// <summary>« Entre 10 et 11 h », « de 14 h à 16 h », « 9-11h », « entre midi et deux ».</summary>
    private static DateItem? Range(scoped in DateSentence said, int i)
    {
        if (said.Number(i) < 0 && said.Kind(i) != DateWordKind.Noon)
        {
            return null;
        }

        var clock = TimeAt(said, i, out var end);
        if (clock is null && said.Number(i) is < 0 or > 23)
        {
            return null;
        }

        end = clock is null ? said.After(i) : end;
        var before = said.At(i - 1);
        var isBetween = before is "entre" || (before is "les" && said.At(i - 2) is "entre");
        int second;
        if (said.IsHyphen(end) || (said.IsSlash(end) && clock is not null))
        {
            second = end;
            if (clock is null && (before is "le" || said.Kind(i - 1) is DateWordKind.Weekday))
            {
                // « Le 8 - 10 h »: the eighth.
                return null;
            }
        }
        else if (
            (said.At(end) is "et" && isBetween)
            || (said.At(end) is "a" && (clock is not null || before is "de"))
            || (said.At(end) is "jusqu" && said.At(end + 1) is "a" && clock is not null)
        )
        {
            second = said.At(end) is "jusqu" ? end + 2 : end + 1;
        }
        else
        {
            return null;
        }

        var to = TimeAt(said, second, out var next);
        if (
            to is null
            && isBetween
            && said.Kind(i) == DateWordKind.Noon
            && said.Number(second) is 1 or 2 or 13 or 14
        )
        {
            to = new TimeOnly(12 + (said.Number(second) % 12), 0);
            next = said.After(second);
        }

        if (to is not { } last)
        {
            return null;
        }

        // « Entre 2 et 4 h »: both of the afternoon; « de 9 à 11 h du soir » is not said here.
        var bare = new TimeOnly(Math.Clamp(said.Number(i), 0, 23), 0);
        var first =
            clock ?? (bare.Hour is >= 1 and <= 6 && last.Hour > 12 ? bare.AddHours(12) : bare);
        if (first >= last)
        {
            return null;
        }

        return new DateItem(DateItemKind.Time, i, next) { Window = new ClockWindow(first, last) };
    }

    private static DateItem? Part(scoped in DateSentence said, int i)
    {
        if (
            said.Text.Matches(i, ["premiere", "heure"])
            || said.Text.Matches(i, ["premieres", "heures"])
        )
        {
            return Of(DayPart.FirstHour, i, i + 2);
        }

        if (said.Text.Matches(i, ["1", "ere", "heure"]))
        {
            return Of(DayPart.FirstHour, i, i + 3);
        }

        if (said.Text.Matches(i, ["bonne", "heure"]) && said.At(i - 1) is "de")
        {
            return Of(DayPart.EarlyMorning, i, i + 2);
        }

        if (
            said.At(i) is "tot"
            && said.At(i - 1) is not ("plus" or "trop" or "aussi" or "si" or "tres")
            && IsMorningNext(said, i + 1, out var end)
        )
        {
            return Of(DayPart.EarlyMorning, i, end);
        }

        if (
            said.Text.Matches(i, ["heure", "du", "dejeuner"])
            || said.Text.Matches(i, ["pause", "dejeuner"])
        )
        {
            return Of(DayPart.Noon, i, i + (said.At(i) is "heure" ? 3 : 2));
        }

        if (said.Kind(i) == DateWordKind.Edge)
        {
            var k = i + 1;
            while (said.At(k) is "de" or "d" or "du" or "la" or "l" or "le")
            {
                k++;
            }

            if (said.Kind(k) == DateWordKind.Part)
            {
                return Of(DayParts.EdgeOf((DayPart)said.Value(k), said.Value(i)), i, said.After(k));
            }

            return said.At(k) is "journee"
                ? Of(DayParts.EdgeOf(DayPart.Daytime, said.Value(i)), i, k + 1)
                : null;
        }

        if (
            said.Text.Matches(i, ["toute", "la", "journee"])
            || said.Text.Matches(i, ["tte", "la", "journee"])
        )
        {
            return new DateItem(DateItemKind.Time, i, i + 3)
            {
                Window = new ClockWindow(null, null),
            };
        }

        if (said.At(i) is "journee" && said.At(i - 1) is "en")
        {
            return Of(DayPart.Daytime, i, i + 1);
        }

        if (said.Kind(i) == DateWordKind.Part)
        {
            var next = said.After(i);
            return said.At(next) is "tot" && (DayPart)said.Value(i) == DayPart.Morning
                ? Of(DayPart.EarlyMorning, i, next + 1)
                : Of((DayPart)said.Value(i), i, next);
        }

        // « À midi » is the hour, « jeudi midi » the part of the day.
        if (said.Kind(i) == DateWordKind.Noon)
        {
            var isHour =
                TimeAt(said, i, out var next) != new TimeOnly(12, 0)
                || said.At(i - 1) is "a" or "vers"
                || (DateLimits.Before(said, i) is var limit && limit != DateLimit.None);
            return isHour ? null : Of(DayPart.Noon, i, next);
        }

        return null;
    }

    private static bool IsMorningNext(scoped in DateSentence said, int i, out int end)
    {
        var k = said.At(i) is "le" or "dans" ? i + 1 : i;
        k = said.At(k) is "la" ? k + 1 : k;
        end = k + 1;
        return said.Kind(k) == DateWordKind.Part && (DayPart)said.Value(k) == DayPart.Morning;
    }

    private static DateItem? Hour(scoped in DateSentence said, int i)
    {
        if (TimeAt(said, i, out var next) is not { } time)
        {
            return null;
        }

        var limit = DateLimits.Before(said, i);
        if (limit == DateLimit.None)
        {
            limit = DateLimits.After(said, ref next);
        }

        var item = new DateItem(DateItemKind.Time, i, next);
        if (limit != DateLimit.None)
        {
            return item with { Window = DateLimits.Of(limit, time) };
        }

        return IsAround(said, i, ref next)
            ? item with
            {
                Next = next,
                Window = new ClockWindow(time.Add(-Around), time.Add(Around)),
            }
            : item with
            {
                At = time,
            };
    }

    private static bool IsAround(scoped in DateSentence said, int i, ref int next)
    {
        if (said.At(next) is "environ" or "approximativement")
        {
            next++;
            return true;
        }

        var k = i - 1;
        while (said.At(k) is "de" or "les" or "a" or "des")
        {
            k--;
        }

        return said.At(k)
                is "vers"
                    or "environ"
                    or "alentours"
                    or "environs"
                    or "autour"
                    or "approximativement"
                    or "verre"
                    or "vert"
            || (said.At(k) is "pres" && said.At(k - 1) is "peu")
            || (said.At(k) is "moins" && said.At(k - 1) is "ou")
            || (said.At(k) is "coups" or "coup")
            || (said.At(k) is "dans" && said.At(k + 1) is "les");
    }

    private static DateItem Of(DayPart part, int first, int next) =>
        new(DateItemKind.Time, first, next) { Window = DayParts.Of(part) };
}
