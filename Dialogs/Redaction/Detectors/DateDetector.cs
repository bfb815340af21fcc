namespace ChatbotSante.Redaction;

/// <summary>Dates in every form that French people write and say, and whether they are somebody's birth.</summary>
internal static class DateDetector
{
    private const int MaxGap = 3;

    public static void Find(scoped in MessageScan scan)
    {
        for (var i = 0; i < scan.Tokens.Length; i++)
        {
            if (scan.Taken[i])
            {
                continue;
            }

            var end = Iso(scan, i, out var year);
            end = end > i ? end : Numeric(scan, i, out year);
            end = end > i ? end : WithMonth(scan, i, out year);
            end = end > i ? end : Said(scan, i, out year);
            end = end > i ? end : ShortNumeric(scan, i);
            end = end > i ? end : Compact(scan, i, out year);
            if (end > i)
            {
                Add(scan, i, end - 1, year);
                i = end - 1;
                continue;
            }

            end = YearAlone(scan, i);
            end = end > i ? end : Relative(scan, i);
            if (end > i)
            {
                i = end - 1;
            }
        }
    }

    private static void Add(scoped in MessageScan scan, int first, int last, int year)
    {
        // « Êtes-vous ouverts le 15 août ? » is a question to anybody; a year of long ago is somebody's.
        if (scan.IsGeneric(first) && year < 0 && !scan.Expected.Contains(DataCategory.BirthDate))
        {
            scan.Taken[first..(last + 1)].Fill(true);
            scan.Clean[first..(last + 1)].Fill(true);
            return;
        }

        var isBirth =
            Labels.Before(scan, first) == DataCategory.BirthDate
            || (
                scan.Expected.Contains(DataCategory.BirthDate)
                && !scan.Has(first - 1, WordFlags.CareEvent)
                && !scan.Has(first - 2, WordFlags.CareEvent)
            )
            || year is >= 1900 and < 2000
                && !scan.Has(first - 1, WordFlags.CareEvent)
                && !scan.Has(first - 2, WordFlags.CareEvent)
                && scan.Word(first - 1) is not ("en" or "depuis");
        if (!isBirth)
        {
            // « mardi 4 novembre à 10 h 30 » is one date.
            first -= scan.Has(first - 1, WordFlags.Weekday) && scan.IsOneStretch(first) ? 1 : 0;
            last = ClockEnd(scan, last + 1) - 1;
        }

        first = Corrected(scan, first);
        scan.Add(
            first,
            last,
            isBirth ? DataCategory.BirthDate : DataCategory.Date,
            Confidence.Likely
        );
        OtherDays(scan, first, last);
    }

    /// <summary>« neuf euh non le dix mai »: the day that was taken back belongs to the date.</summary>
    private static int Corrected(scoped in MessageScan scan, int first)
    {
        var isTakenBack = false;
        for (var i = first - 1; i >= 0 && first - i <= 5; i--)
        {
            if (scan.Has(i, WordFlags.Correction))
            {
                isTakenBack = true;
            }
            else if (isTakenBack && !scan.Taken[i] && scan.Info(i).Number is >= 1 and <= 31)
            {
                return i;
            }
            else if (!scan.Has(i, WordFlags.Filler))
            {
                break;
            }
        }

        return first;
    }

    /// <summary>The index after « à 10 h 30 », « à dix heures », « 10:22 »; the index itself when no hour stands there.</summary>
    private static int ClockEnd(scoped in MessageScan scan, int i)
    {
        var at = i;
        if (at < scan.Tokens.Length && Gaps.EndsSentence(scan.Gap(at)))
        {
            return i;
        }

        at += scan.Word(at) is "a" or "vers" ? 1 : 0;
        var hour = NumberReading.At(scan, at, out var next);
        if (hour is < 0 or > 24)
        {
            return i;
        }

        if (scan.Word(next) is "h" or "heure" or "heures")
        {
            return NumberReading.At(scan, next + 1, out var end) is >= 0 and < 60 ? end : next + 1;
        }

        return scan.IsNumber(next) && scan.Gap(next) is ":" && scan.Tokens[next].Length == 2
            ? next + 1
            : i;
    }

    /// <summary>« du 21 au 27 février », « le six mai ou le huit »: days whose month is said beside them.</summary>
    private static void OtherDays(scoped in MessageScan scan, int first, int last)
    {
        var before = first - 1;
        before -= scan.Word(before) is "le" ? 1 : 0;
        if (scan.Word(before) is "au" or "et" or "ou" && before > 0 && !scan.Taken[before - 1])
        {
            var day = before - 1;
            day -=
                scan.Has(day, WordFlags.NumberWord)
                && scan.Has(day - 1, WordFlags.NumberWord)
                && scan.Info(day - 1).Number is 10 or 20
                    ? 1
                    : 0;
            if (NumberReading.At(scan, day, out var end) is >= 1 and <= 31 && end == before)
            {
                scan.Add(day, end - 1, DataCategory.Date, Confidence.Possible);
            }
        }

        for (var i = last + 1; i < scan.Tokens.Length && i - last <= 12; i++)
        {
            if (scan.Word(i) is not ("le" or "au"))
            {
                continue;
            }

            var isDay =
                NumberReading.At(scan, i + 1, out var end) is >= 1 and <= 31
                && !scan.Taken[i + 1]
                && !scan.Has(
                    end,
                    WordFlags.PlainUnit
                        | WordFlags.Street
                        | WordFlags.NumberedStreet
                        | WordFlags.Relation
                )
                && FrenchMonths.Number(scan.Word(end)) == 0
                && !(scan.IsNumber(end) && scan.Gap(end).Length <= 1)
                && !scan.Has(end, WordFlags.NumberWord)
                && end > i + 1;
            if (
                isDay
                && scan.Word(i + 1) is not ("15" or "17" or "18" or "un" or "une" or "premier")
            )
            {
                scan.Add(i + 1, end - 1, DataCategory.Date, Confidence.Possible);
            }
        }
    }

    /// <summary>« 1948-03-12 », « 2024-03-15T14:30:00Z ».</summary>
    private static int Iso(scoped in MessageScan scan, int i, out int year)
    {
        year = -1;
        if (
            !(
                scan.Tokens[i] is { IsNumber: true, Length: 4 }
                && scan.IsNumber(i + 1)
                && scan.IsNumber(i + 2)
            )
            || scan.Gap(i + 1) is not ("-" or "/" or ".")
            || !scan.Gap(i + 2).SequenceEqual(scan.Gap(i + 1))
            || scan.Tokens[i + 1].Length > 2
            || scan.Tokens[i + 2].Length > 2
        )
        {
            return i;
        }

        year = NumberReading.At(scan, i, out _);
        if (!IsDayAndMonth(scan, i + 2, i + 1) || year is < 1800 or > 2200)
        {
            return i;
        }

        var end = i + 3;
        if (scan.Word(end) is "t" && scan.Gap(end).IsEmpty && scan.IsNumber(end + 1))
        {
            end += 2;
            while (scan.IsNumber(end) && scan.Gap(end) is ":" or "." or "+" or "-")
            {
                end++;
            }

            if (scan.Word(end) is "z" && scan.Gap(end).IsEmpty)
            {
                end++;
            }
        }

        return end;
    }

    /// <summary>« 12/03/1948 », « 12.03.48 », « 12 - 03 - 1948 », « 12 03 1948 » where a date may stand.</summary>
    private static int Numeric(scoped in MessageScan scan, int i, out int year)
    {
        year = -1;
        if (
            !(IsShort(scan, i) && IsShort(scan, i + 1) && scan.IsNumber(i + 2))
            || scan.Tokens[i + 2].Length is not (2 or 4)
        )
        {
            return i;
        }

        var first = scan.Gap(i + 1).Trim(' ');
        var second = scan.Gap(i + 2).Trim(' ');
        var isSpaced = first.IsEmpty && second.IsEmpty;
        if (
            scan.Gap(i + 1).Length > MaxGap
            || scan.Gap(i + 2).Length > MaxGap
            || !(first is "/" or "." or "-" or "," or ":" || isSpaced)
            || (
                !first.SequenceEqual(second)
                && !(first is "/" or "." or "-" && second is "/" or "." or "-")
            )
            || GoesOn(scan, i + 2)
            || (first is ":" && scan.Tokens[i + 2].Length != 4)
            || (scan.Gap(i + 1).IsEmpty || scan.Gap(i + 2).IsEmpty)
        )
        {
            return i;
        }

        year = NumberReading.At(scan, i + 2, out _);
        if (!IsDayAndMonth(scan, i, i + 1) && !IsDayAndMonth(scan, i + 1, i))
        {
            return i;
        }

        if (isSpaced)
        {
            var isAnnounced =
                scan.Expected.Contains(DataCategory.BirthDate)
                || scan.Expected.Contains(DataCategory.Date)
                || Labels.Before(scan, i) == DataCategory.BirthDate
                || scan.Word(i - 1) is "le" or "du" or "au" or "depuis" or "date";
            var isWhole = !scan.IsNumber(i + 3) && !scan.IsNumber(i - 1);
            return
                isWhole
                && (isAnnounced || (scan.Tokens[i + 2].Length == 4 && year is >= 1900 and <= 2100))
                ? i + 3
                : i;
        }

        return i + 3;
    }

    /// <summary>Whether the number goes on with the same kind of separator: « 06.39.98.12.34 » is no date.</summary>
    private static bool GoesOn(scoped in MessageScan scan, int i)
    {
        if (!scan.IsNumber(i + 1))
        {
            return false;
        }

        var before = scan.Gap(i);
        return before[0] != ' ' && before.SequenceEqual(scan.Gap(i + 1));
    }

    private static bool IsShort(scoped in MessageScan scan, int i) =>
        scan.IsNumber(i) && scan.Tokens[i].Length <= 2;

    private static bool IsDayAndMonth(scoped in MessageScan scan, int day, int month) =>
        NumberReading.At(scan, day, out _) is >= 1 and <= 31
        && NumberReading.At(scan, month, out _) is >= 1 and <= 12;

    /// <summary>« 12 mars 1948 », « le premier mars », « douze mars quarante-huit », « mars 2020 », « en août ».</summary>
    private static int WithMonth(scoped in MessageScan scan, int i, out int year)
    {
        year = -1;
        var monthAt = i;
        var hasDay = false;
        var day = NumberReading.At(scan, i, out var next);
        if (day is >= 1 and <= 31)
        {
            monthAt = next;
            monthAt += scan.Word(monthAt) is "er" or "ere" or "e" or "eme" ? 1 : 0;
            hasDay = true;
        }
        else if (scan.Word(i) is "debut" or "mi" or "fin" or "courant")
        {
            monthAt = i + 1;
            monthAt += scan.Word(monthAt) is "du" or "de" or "mois" ? 1 : 0;
        }

        var isMonth =
            FrenchMonths.Number(scan.Word(monthAt)) > 0
            && monthAt < scan.Tokens.Length
            && !(scan.Word(monthAt) is "sept" && !scan.IsNumber(i) && !scan.IsNumber(monthAt + 1));
        if (!isMonth || (hasDay && monthAt > i && scan.Gap(monthAt).IndexOfAnyExcept(" -/.") >= 0))
        {
            return i;
        }

        var end = monthAt + 1;
        var gap = end < scan.Tokens.Length ? scan.Gap(end) : [];
        var said =
            gap.Length <= MaxGap && gap.IndexOfAnyExcept(" -/.\n") < 0
                ? NumberReading.At(scan, end, out next)
                : -1;
        var isYear =
            said is >= 1900 and <= 2100
            || (
                said is >= 0 and <= 99
                && next < scan.Tokens.Length + 1
                && hasDay
                && (!scan.IsNumber(end) || scan.Tokens[end].Length == 2)
                && scan.Word(next) is not ("h" or "heures" or "heure" or "euros" or "ans")
            );
        if (isYear)
        {
            year = said;
            return next;
        }

        if (hasDay)
        {
            return end;
        }

        // « en juillet dernier ».
        if (scan.Word(end) is "dernier" or "prochain" && !scan.IsGeneric(i))
        {
            return end + 1;
        }

        // A month alone is a date where something happened in it.
        var isEvent =
            scan.IsOfCare(i)
            && scan.Word(monthAt)
                is not (
                    "mars"
                    or "mai"
                    or "avr"
                    or "sept"
                    or "oct"
                    or "dec"
                    or "nov"
                    or "fev"
                    or "jan"
                )
            && scan.Word(i - 1)
                is "en"
                    or "de"
                    or "depuis"
                    or "d"
                    or "dernier"
                    or "fin"
                    or "debut"
                    or "mi"
                    or "mois";
        var isAlone =
            scan.IsOfCare(i)
            && (scan.Word(i - 1) is "en" or "depuis" || monthAt > i)
            && FrenchMonths.Number(scan.Word(monthAt)) is 3 or 5;
        return (isEvent || isAlone) && !scan.IsGeneric(i) ? end : i;
    }

    /// <summary>« le douze du trois quarante-huit »: the month by its number.</summary>
    private static int Said(scoped in MessageScan scan, int i, out int year)
    {
        year = -1;
        if (
            NumberReading.At(scan, i, out var next) is not (>= 1 and <= 31)
            || scan.Word(next) is not "du"
            || NumberReading.At(scan, next + 1, out var afterMonth) is not (>= 1 and <= 12)
        )
        {
            return i;
        }

        var said = NumberReading.At(scan, afterMonth, out var end);
        if (
            said is not ((>= 0 and <= 99) or (>= 1900 and <= 2100))
            || scan.Has(end, WordFlags.PlainUnit | WordFlags.AgeUnit)
        )
        {
            return i;
        }

        year = said;
        return end;
    }

    /// <summary>« le 09/08 », « 11/2017 ».</summary>
    private static int ShortNumeric(scoped in MessageScan scan, int i)
    {
        if (
            !(IsShort(scan, i) && scan.IsNumber(i + 1))
            || scan.Gap(i + 1) is not ("/" or "-" or ".")
        )
        {
            return i;
        }

        if (scan.IsNumber(i + 2) && scan.Gap(i + 2).Length == 1 && scan.Gap(i + 2)[0] != ' ')
        {
            return i;
        }

        var isMonthYear =
            scan.Tokens[i + 1].Length == 4
            && scan.Gap(i + 1) is "/"
            && NumberReading.At(scan, i, out _) is >= 1 and <= 12
            && NumberReading.At(scan, i + 1, out _) is >= 1900 and <= 2100;
        if (isMonthYear)
        {
            return i + 2;
        }

        var isIntroduced =
            scan.Word(i - 1)
                is "le"
                    or "du"
                    or "au"
                    or "depuis"
                    or "jusqu"
                    or "des"
                    or "rdv"
                    or "date"
            || scan.Has(i - 1, WordFlags.Weekday)
            || Labels.Before(scan, i) == DataCategory.BirthDate;
        var isWritten =
            scan.Tokens[i].Length == 2
            && scan.Tokens[i + 1].Length == 2
            && scan.Word(i + 1)[0] == '0';
        return
            scan.Gap(i + 1) is "/"
            && scan.Tokens[i + 1].Length <= 2
            && IsDayAndMonth(scan, i, i + 1)
            && (isIntroduced || isWritten)
            ? i + 2
            : i;
    }

    /// <summary>« 12031948 » where a date of birth is expected.</summary>
    private static int Compact(scoped in MessageScan scan, int i, out int year)
    {
        year = -1;
        if (scan.Tokens[i] is not { IsNumber: true, Length: 8 or 6 })
        {
            return i;
        }

        var word = scan.Word(i);
        var day = ((word[0] - '0') * 10) + word[1] - '0';
        var month = ((word[2] - '0') * 10) + word[3] - '0';
        var isDate = day is >= 1 and <= 31 && month is >= 1 and <= 12;
        var isAnnounced =
            (
                scan.Expected.Contains(DataCategory.BirthDate)
                && !(word.Length == 6 && scan.Expected.Contains(DataCategory.Secret))
            )
            || Labels.Before(scan, i) == DataCategory.BirthDate;
        if (!isDate || !isAnnounced)
        {
            return i;
        }

        return i + 1;
    }

    /// <summary>« en 2019 », « née en 48 », « né l'été 2019 ».</summary>
    private static int YearAlone(scoped in MessageScan scan, int i)
    {
        // « né l'été 2019 », « je suis de soixante-quatorze ».
        var isSeason = scan.Word(i - 1) is "ete" or "hiver" or "automne" or "printemps";
        var isOf = scan.Word(i - 1) is "de" && scan.Word(i - 2) is "suis" or "est";
        var isBorn =
            Labels.Of(scan, i - 2) == DataCategory.BirthDate
            || Labels.Of(scan, i - 1) == DataCategory.BirthDate
            || (isSeason && Labels.Of(scan, i - 3) == DataCategory.BirthDate)
            || isOf;
        if (scan.Word(i - 1) is not ("en" or "depuis" or "annee" or "de" or "vers") && !isBorn)
        {
            return i;
        }

        var year = NumberReading.At(scan, i, out var next);
        var isFull =
            year is >= 1900 and <= 2100 && (scan.Tokens[i].Length == 4 || !scan.IsNumber(i));
        if (
            isBorn
            && (
                isFull
                || (
                    year is >= 10 and <= 99
                    && scan.Word(next) is not ("h" or "heures" or "garde" or "jours" or "km")
                    && !(isOf && (scan.Word(next) is "ans" || scan.Word(i - 2) is "est"))
                )
            )
        )
        {
            scan.Add(isSeason ? i - 2 : i, next - 1, DataCategory.BirthDate, Confidence.Likely);
            return next;
        }

        if (
            !isFull
            || scan.Has(next, WordFlags.PlainUnit)
            || scan.IsGeneric(i)
            || scan.Word(i - 1) is "de" or "vers"
        )
        {
            return i;
        }

        scan.Add(i, next - 1, DataCategory.Date, Confidence.Possible);
        return next;
    }

    /// <summary>« il y a trois semaines », « depuis 3 mois », « la semaine dernière », where care is spoken of.</summary>
    private static int Relative(scoped in MessageScan scan, int i)
    {
        if (!scan.IsOfCare(i) || scan.IsGeneric(i))
        {
            return i;
        }

        var end = RelativeEnd(scan, i);
        if (end > i)
        {
            scan.Add(i, end - 1, DataCategory.Date, Confidence.Likely);
        }

        return end;
    }

    private static int RelativeEnd(scoped in MessageScan scan, int i)
    {
        var from = i;
        if (scan.Word(i) is "il" && scan.Word(i + 1) is "y" && scan.Word(i + 2) is "a")
        {
            from = i + 3;
        }
        else if (scan.Word(i) is "y" && scan.Word(i + 1) is "a")
        {
            from = i + 2;
        }
        else if (scan.Word(i) is "depuis" or "pendant" or "pdt")
        {
            from = i + 1;
        }

        if (from > i)
        {
            from += scan.Word(from)
                is "environ"
                    or "a"
                    or "presque"
                    or "bientot"
                    or "plus"
                    or "de"
                    or "peu"
                ? 1
                : 0;
            _ = NumberReading.At(scan, from, out var next);
            if (next == from && scan.Word(from) is "quelques" or "plusieurs")
            {
                next = from + 1;
            }

            if (
                next > from
                && (scan.Has(next, WordFlags.AgeUnit) || scan.Word(next) is "heures" or "heure")
            )
            {
                return next + 1;
            }

            if (scan.Word(i) is "depuis")
            {
                var point = PointEnd(scan, from);
                return point > from ? point : i;
            }

            return i;
        }

        return PointEnd(scan, i);
    }

    /// <summary>« hier », « la semaine dernière », « lundi dernier ».</summary>
    private static int PointEnd(scoped in MessageScan scan, int i)
    {
        var at = i + (scan.Word(i) is "la" or "le" or "l" or "au" or "en" ? 1 : 0);
        if (scan.Word(i) is "avant" && scan.Word(i + 1) is "hier")
        {
            return i + 2;
        }

        if (scan.Word(i) is "hier" or "avanthier")
        {
            return i + (scan.Word(i + 1) is "soir" or "matin" ? 2 : 1);
        }

        var isUnit =
            scan.Word(at)
                is "semaine"
                    or "mois"
                    or "annee"
                    or "an"
                    or "ete"
                    or "hiver"
                    or "automne"
                    or "printemps"
            || scan.Has(at, WordFlags.Weekday);
        return isUnit && scan.Word(at + 1) is "dernier" or "derniere" or "passe" or "passee"
            ? at + 2
            : i;
    }
}
