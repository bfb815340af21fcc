namespace ChatbotSante.Redaction;

/// <summary>Ages, doses and measures: a number and what it counts.</summary>
internal static class QuantityDetector
{
    public static void Find(scoped in MessageScan scan)
    {
        for (var i = 0; i < scan.Tokens.Length; i++)
        {
            if (!scan.Taken[i] && scan.Word(i).EndsWith("genaire", StringComparison.Ordinal))
            {
                scan.Add(i, i, DataCategory.Age, Confidence.Likely);
                continue;
            }

            if (
                scan.Taken[i]
                || !(
                    scan.Tokens[i].IsNumber
                    || scan.Has(i, WordFlags.NumberWord)
                    || scan.Word(i) is "demi" or "un" or "une"
                )
            )
            {
                continue;
            }

            var value = NumberReading.At(scan, i, out var next);
            if (next <= i || (i > 0 && scan.IsNumber(i - 1) && scan.Gap(i) is "." or "-" or " "))
            {
                continue;
            }

            var (decimals, whole) = Decimals(scan, i, next);
            next = decimals;
            var end = Pressure(scan, i, next);
            end = end > i ? end : Term(scan, i, next, value);
            end = end > i ? end : Measure(scan, i, next, value);
            end = end > i ? end : Dose(scan, i, next);
            end = end > i || !whole ? end : Age(scan, i, next, value);
            end = end > i ? end : Bare(scan, i, next, value, whole);
            i = Math.Max(i, end - 1);
        }
    }

    /// <summary>« 38,7 ce matin », and after a question about health any number: « 7 sur 10 », « 13 8 ».</summary>
    private static int Bare(scoped in MessageScan scan, int i, int next, int value, bool whole)
    {
        var isCounted =
            scan.Has(next, WordFlags.PlainUnit | WordFlags.AgeUnit)
            || After(scan, next - 1) is '€' or '$' or '/' or ':' or '%'
            || (scan.IsNumber(next) && scan.Gap(next) is "," or "." or "-")
            || (i > 0 && scan.Gap(i).IndexOfAny("/:.,") >= 0 && scan.IsNumber(i - 1))
            || FrenchMonths.Number(scan.Word(next)) > 0;
        if (isCounted)
        {
            return i;
        }

        var isTemperature =
            !whole
            && value is >= 35 and <= 41
            && scan.IsNumber(i)
            && scan.Tokens[next - 1].Length == 1
            && !scan.IsGeneric(i)
            && !scan.Has(i - 1, WordFlags.PlainUnit);
        if (isTemperature)
        {
            scan.Add(i, next - 1, DataCategory.Measure, Confidence.Possible);
            return next;
        }

        // « sept sur dix », « cinq ou six sur dix »: how much it hurts.
        if (scan.Word(next) is "sur" && NumberReading.At(scan, next + 1, out var full) == 10)
        {
            var isAnswer = scan.Expected.Overlaps(CategorySet.Health);
            if (value is >= 0 and <= 10 && (isAnswer || scan.IsOfCare(i)))
            {
                var first =
                    i > 1
                    && scan.Word(i - 1) is "ou"
                    && !scan.Taken[i - 2]
                    && (scan.IsNumber(i - 2) || scan.Has(i - 2, WordFlags.NumberWord))
                        ? i - 2
                        : i;
                scan.Add(first, full - 1, DataCategory.Symptom, Confidence.Likely);
                return full;
            }
        }

        return scan.Expected.Overlaps(CategorySet.Health) ? Answer(scan, i, next, value) : i;
    }

    /// <summary>« 13 8 », « trente-neuf cinq », « 120 »: the whole of an answer that is a number, to a question about health.</summary>
    private static int Answer(scoped in MessageScan scan, int i, int next, int value)
    {
        var isWord = scan.Word(i) is "un" or "une" or "demi";
        if (
            isWord
            || value < 0
            || (scan.IsNumber(i) && scan.Tokens[i].Length > 4)
            || IsSpan(scan, i)
        )
        {
            return i;
        }

        _ = NumberReading.At(scan, next, out var second);
        var end = second > next && scan.Gap(next) is " " ? second : next;
        if (scan.Has(end, WordFlags.PlainUnit | WordFlags.AgeUnit) || scan.Tokens.Length - end > 6)
        {
            return i;
        }

        // « deux comprimés », « une fois »: counted by the word after it, which others know.
        var isAlone =
            end == scan.Tokens.Length
            || scan.Info(end).Has(WordFlags.Ordinary)
            || scan.Gap(end) is not " ";
        if (!isAlone)
        {
            return i;
        }

        scan.Add(i, end - 1, DataCategory.Measure, Confidence.Possible);
        return end;
    }

    /// <summary>« depuis 3 jours », « le 12 », « à 8 h »: a time, not a measure.</summary>
    private static bool IsSpan(scoped in MessageScan scan, int i) =>
        scan.Word(i - 1)
            is "depuis"
                or "pendant"
                or "dans"
                or "le"
                or "lundi"
                or "mardi"
                or "mercredi"
                or "jeudi"
                or "vendredi"
                or "samedi"
                or "dimanche";

    /// <summary>« enceinte de 7 mois », « à 28 semaines », « 39 SA », « trois semaines de retard ».</summary>
    private static int Term(scoped in MessageScan scan, int i, int next, int value)
    {
        if (value is < 1 or > 42)
        {
            return i;
        }

        var unit = scan.Word(next);
        if (
            unit is "sa"
            && (scan.IsNumber(i) || scan.Channel == TextChannel.Speech)
            && value >= 4
            && scan.Word(next + 1) is not ("mere" or "fille" or "femme" or "soeur")
        )
        {
            var end = next + 1;
            if (end < scan.Tokens.Length && scan.Gap(end).Contains('+') && scan.IsNumber(end))
            {
                end++;
            }

            scan.Add(i, end - 1, DataCategory.Pregnancy, Confidence.Likely);
            return end;
        }

        if (unit is not ("mois" or "semaines" or "semaine" or "jours"))
        {
            return i;
        }

        var isLate =
            scan.Word(next + 1) is "de"
            && scan.Word(next + 2) is "retard"
            && scan.Word(next + 3) is not ("de" or "pour" or "dans")
            && unit is not "jours";
        var isOf =
            scan.Word(next + 1) is "de" && scan.Word(next + 2) is "grossesse"
            || scan.Word(next + 1) is "d" && scan.Word(next + 2) is "amenorrhee";
        var isWith = scan.Word(i - 1) is "de" && scan.Word(i - 2) is "enceinte" or "grossesse";
        if (isWith)
        {
            scan.Add(i - 2, next, DataCategory.Pregnancy, Confidence.Likely);
            return next + 1;
        }

        if (isLate && !scan.IsPersonal(i))
        {
            return i;
        }

        if (isLate || isOf)
        {
            scan.Add(i, next + 2, DataCategory.Pregnancy, Confidence.Likely);
            return next + 3;
        }

        return i;
    }

    /// <summary>« 38,5 », « trente-huit cinq »: the index after the decimals.</summary>
    private static (int Next, bool IsWhole) Decimals(scoped in MessageScan scan, int i, int next)
    {
        if (scan.IsNumber(i) && scan.IsNumber(next) && scan.Gap(next) is "," or ".")
        {
            return (next + 1, false);
        }

        if (scan.Word(next) is "virgule")
        {
            _ = NumberReading.At(scan, next + 1, out var after);
            return (after > next + 1 ? after : next, false);
        }

        return (next, true);
    }

    /// <summary>« tension à 14/9 », « 12 8 de tension ».</summary>
    private static int Pressure(scoped in MessageScan scan, int i, int next)
    {
        _ = NumberReading.At(scan, next, out var second);
        var isPair =
            second > next && (scan.Gap(next) is "/" or " / " or "-" or " ")
            || (
                scan.Word(next) is "sur" && (_ = NumberReading.At(scan, next + 1, out second)) >= 0
            );
        if (!isPair)
        {
            return i;
        }

        var isAnnounced = false;
        for (var j = Math.Max(0, i - 5); j < i; j++)
        {
            isAnnounced |=
                scan.Word(j) is "tension" or "ta" or "pa" or "systolique" or "arterielle";
        }

        var isNamed = scan.Word(second) is "de" && scan.Word(second + 1) is "tension";
        if (scan.Word(second) is "mmhg")
        {
            scan.Add(Named(scan, i), second, DataCategory.Measure, Confidence.Likely);
            return second + 1;
        }

        if (!isAnnounced && !isNamed)
        {
            return i;
        }

        var last = isNamed ? second + 1 : second - 1;
        scan.Add(Named(scan, i), last, DataCategory.Measure, Confidence.Likely);
        return last + 1;
    }

    private static int Measure(scoped in MessageScan scan, int i, int next, int value)
    {
        var isHeight =
            scan.Word(next) is "m" or "metre" or "metres"
            && (value is 1 or 2)
            && (scan.IsNumber(next + 1) || scan.Has(next + 1, WordFlags.NumberWord));
        if (isHeight)
        {
            _ = NumberReading.At(scan, next + 1, out var after);
            scan.Add(i, Math.Max(next, after - 1), DataCategory.Measure, Confidence.Likely);
            return Math.Max(next + 1, after);
        }

        var percent = next < scan.Tokens.Length + 1 && After(scan, next - 1) is '%';
        var degree = After(scan, next - 1) is '°' or 'º';
        if (
            (percent || degree)
            && (scan.IsPersonal(i) || scan.IsOfCare(i) || degree)
            && !IsOrdinalSign(scan, i, degree)
        )
        {
            var start = scan.Tokens[Named(scan, i)].Start;
            var end = scan.Tokens[next - 1].End;
            while (scan.Folded[end] is ' ')
            {
                end++;
            }

            end++;
            if (scan.Word(next) is "c" && scan.Tokens[next].Start - end <= 1)
            {
                end = scan.Tokens[next].End;
            }

            scan.AddSpan(start, end, DataCategory.Measure, Confidence.Likely);
            scan.Take(start, end);
            return next;
        }

        // « 38,5 de fièvre », « 39 de température ».
        if (
            value is >= 34 and <= 43
            && scan.Word(next) is "de"
            && scan.Word(next + 1) is "fievre" or "temperature" or "temp"
        )
        {
            scan.Add(i, next + 1, DataCategory.Measure, Confidence.Likely);
            return next + 2;
        }

        // « 18 de tension », « 110 de pouls ».
        if (
            value is >= 5 and <= 260
            && scan.Word(next) is "de"
            && scan.Word(next + 1)
                is "tension"
                    or "pouls"
                    or "saturation"
                    or "diastolique"
                    or "systolique"
        )
        {
            scan.Add(i, next + 1, DataCategory.Measure, Confidence.Likely);
            return next + 2;
        }

        if (value is >= 34 and <= 43 && IsTemperature(scan, i))
        {
            scan.Add(Named(scan, i), next - 1, DataCategory.Measure, Confidence.Likely);
            return next;
        }

        if (!scan.Has(next, WordFlags.MeasureUnit) || scan.IsGeneric(i))
        {
            return i;
        }

        var last = next;
        if (
            scan.Word(next + 1) is "cinq" or "et"
            && scan.Word(next) is "kilos" or "kilo" or "degres"
        )
        {
            last =
                scan.Word(next + 1) is "et" && scan.Word(next + 2) is "demi" ? next + 2
                : scan.Word(next + 1) is "cinq" ? next + 1
                : next;
        }

        // « mmol/l », « g/dl ».
        if (scan.Gap(last + 1) is "/" && last + 1 < scan.Tokens.Length)
        {
            last++;
        }

        scan.Add(Named(scan, i), last, DataCategory.Measure, Confidence.Likely);
        return last + 1;
    }

    private static bool IsOrdinalSign(scoped in MessageScan scan, int i, bool degree) =>
        degree && scan.Word(i) is "n" or "1" or "2" or "3";

    /// <summary>« tension à 14/9 », « poids : 64 kg »: the name of what is measured, before its value.</summary>
    private static int Named(scoped in MessageScan scan, int i)
    {
        for (var j = i - 1; j >= 0 && i - j <= 4; j--)
        {
            if (Gaps.EndsSentence(scan.Gap(j + 1)) || scan.Taken[j])
            {
                break;
            }

            if (
                scan.Word(j)
                is "tension"
                    or "ta"
                    or "pa"
                    or "poids"
                    or "taille"
                    or "temperature"
                    or "temp"
                    or "t"
                    or "pouls"
                    or "saturation"
                    or "sat"
                    or "spo2"
                    or "fc"
                    or "imc"
                    or "glycemie"
                    or "dextro"
                    or "frequence"
                    or "fievre"
                    or "pese"
                    or "mesure"
            )
            {
                return j;
            }

            var isBetween =
                scan.Word(j)
                is "a"
                    or "de"
                    or "est"
                    or "etait"
                    or "c"
                    or "la"
                    or "ma"
                    or "arterielle"
                    or "cardiaque"
                    or "prise"
                    or "environ";
            if (!isBetween)
            {
                break;
            }
        }

        return i;
    }

    /// <summary>The first character after a token that is not a space.</summary>
    private static char After(scoped in MessageScan scan, int token)
    {
        var at = scan.Tokens[token].End;
        while (at < scan.Folded.Length && scan.Folded[at] == ' ')
        {
            at++;
        }

        return at < scan.Folded.Length ? scan.Folded[at] : '\0';
    }

    private static bool IsTemperature(scoped in MessageScan scan, int i)
    {
        for (var j = Math.Max(0, i - 4); j < i; j++)
        {
            if (scan.Word(j) is "fievre" or "temperature" or "temp" or "thermometre" or "t")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>« 500 mg », « deux comprimés par jour », « 1 g trois fois par jour ».</summary>
    private static int Dose(scoped in MessageScan scan, int i, int next)
    {
        if (!scan.Has(next, WordFlags.DoseUnit) || scan.IsGeneric(i))
        {
            return i;
        }

        var isShort = scan.Tokens[next].Length == 1;
        if (isShort && scan.Gap(next).Length > 1)
        {
            return i;
        }

        // « une prise », « une dose », « une unité » alone are anything.
        if (
            scan.Word(i) is "un" or "une"
            && scan.Word(next) is "prise" or "dose" or "unite" or "patch" or "injection"
            && !scan.IsPersonal(i)
        )
        {
            return i;
        }

        var last = next;
        if (last + 1 < scan.Tokens.Length && scan.Gap(last + 1) is "/")
        {
            last++;
        }

        last = Frequency(scan, last);
        scan.Add(i, last, DataCategory.Dose, Confidence.Likely);
        return last + 1;
    }

    /// <summary>« par jour », « matin midi et soir », « trois fois par jour », « pendant 5 jours », « toutes les six heures ».</summary>
    private static int Frequency(scoped in MessageScan scan, int last)
    {
        for (
            var at = last + 1;
            at < scan.Tokens.Length && at - last <= 4 && !Gaps.EndsSentence(scan.Gap(at));

        )
        {
            var end = FrequencyEnd(scan, at);
            if (end == at)
            {
                return last;
            }

            last = end - 1;
            at = end;
        }

        return last;
    }

    private static int FrequencyEnd(scoped in MessageScan scan, int at)
    {
        if (
            scan.Word(at) is "par" or "/"
            && scan.Word(at + 1)
                is "jour"
                    or "semaine"
                    or "mois"
                    or "prise"
                    or "nuit"
                    or "j"
                    or "heure"
        )
        {
            return at + 2;
        }

        if (scan.Word(at) is "matin" or "midi" or "soir" or "coucher" or "matins" or "soirs")
        {
            return at + 1;
        }

        if (
            scan.Word(at) is "le" or "et" or "au" or "les"
            && scan.Word(at + 1) is "matin" or "midi" or "soir" or "coucher" or "matins" or "soirs"
        )
        {
            return at + 2;
        }

        if (scan.Word(at) is "tous" or "toutes" && scan.Word(at + 1) is "les")
        {
            _ = NumberReading.At(scan, at + 2, out var unit);
            return
                scan.Has(unit, WordFlags.AgeUnit)
                || scan.Word(unit) is "heures" or "h" or "matins" or "soirs"
                ? unit + 1
                : at;
        }

        var count = NumberReading.At(scan, at, out var next);
        if (count >= 0 && scan.Word(next) is "fois" && scan.Word(next + 1) is "par")
        {
            return Math.Min(next + 3, scan.Tokens.Length);
        }

        if (
            scan.Word(at) is "pendant"
            && NumberReading.At(scan, at + 1, out next) >= 0
            && scan.Has(next, WordFlags.AgeUnit)
        )
        {
            return next + 1;
        }

        return at;
    }

    /// <summary>« j'ai 78 ans », « un homme de 54 ans », « âgée de quatre-vingt-deux ans », « bébé de 3 mois ».</summary>
    private static int Age(scoped in MessageScan scan, int i, int next, int value)
    {
        var unit = scan.Word(next);
        var isYears =
            unit is "ans" or "an" or "balais" or "piges"
            || (unit is "a" && scan.Gap(next).IsEmpty && scan.Has(i - 1, WordFlags.Personal));
        var isMonths = unit is "mois" or "semaines" or "jours" or "semaine";
        if (!(isYears || isMonths) || value > 125 || value < 0 || scan.IsGeneric(i))
        {
            return i;
        }

        var before = scan.Word(i - 1);
        var isSpan =
            before
                is "depuis"
                    or "dans"
                    or "pendant"
                    or "pour"
                    or "sous"
                    or "par"
                    or "les"
                    or "pdt"
                    or "apres"
                    or "avant"
                    or "dernieres"
                    or "derniers"
            || (before is "a" && scan.Word(i - 2) is "y")
            || (
                before is "de"
                && scan.Word(i - 2)
                    is "moins"
                        or "plus"
                        or "partir"
                        or "garantie"
                        or "bout"
                        or "experience"
                        or "delai"
                        or "attente"
                        or "arret"
            )
            || (before is "a" && scan.Word(i - 2) is "jusqu")
            || (
                before is "bientot" or "environ" or "presque"
                && scan.Word(i - 2) is "a"
                && scan.Word(i - 3) is "y"
            );
        if (isSpan)
        {
            return i;
        }

        var isAged =
            before is "age" or "agee"
            || scan.Word(i - 2) is "age" or "agee"
            || scan.Word(i - 1) is "ai" or "a" or "as" or "avait" or "aura" or "avais" or "fete"
            || (before is "fait" && scan.Word(i - 2) is not ("ca" or "cela"))
            || scan.Expected.Contains(DataCategory.Age);
        var isSomebody =
            before is "de"
            && (
                scan.Has(i - 2, WordFlags.Relation | WordFlags.Personal)
                || scan.Word(i - 2)
                    is "homme"
                        or "femme"
                        or "garcon"
                        or "fillette"
                        or "fille"
                        or "nourrisson"
                        or "dame"
                        or "monsieur"
                        or "enfant"
                        or "patient"
                        or "patiente"
                        or "adolescent"
                        or "adolescente"
                        or "age"
                        or "agee"
                        or "personne"
                        or "vieillard"
            );
        var isFree =
            isYears
            && before is not ("tous" or "chaque" or "fait" or "moins" or "plus")
            && !(
                before is "de"
                && scan.Word(i - 2)
                    is "contrat"
                        or "bail"
                        or "abonnement"
                        or "garantie"
                        or "etudes"
                        or "carriere"
                        or "ans"
            );
        if (
            !(isAged || isSomebody || isFree)
            || (isMonths && !(isSomebody || (isAged && scan.IsPersonal(i))))
        )
        {
            return i;
        }

        var last = next;
        if (scan.Word(next + 1) is "et" && scan.Word(next + 2) is "demi" or "demie")
        {
            last = next + 2;
        }

        scan.Add(i, last, DataCategory.Age, Confidence.Likely);
        return last + 1;
    }
}
