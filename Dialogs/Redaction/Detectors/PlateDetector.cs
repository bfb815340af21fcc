namespace ChatbotSante.Redaction;

/// <summary>Number plates written with spaces: « AB 123 CD », « 1234 AB 37 ».</summary>
internal static class PlateDetector
{
    public static void Find(scoped in MessageScan scan)
    {
        for (var i = 0; i + 2 < scan.Tokens.Length; i++)
        {
            if (
                scan.Taken[i]
                || !(IsOne(scan.Gap(i + 1)) && IsOne(scan.Gap(i + 2)))
                || !(IsNew(scan, i) || IsOld(scan, i) || IsOfMoped(scan, i))
            )
            {
                continue;
            }

            var isCapital =
                char.IsUpper(scan.Original[scan.Tokens[i].Start])
                || char.IsUpper(scan.Original[scan.Tokens[i + 1].Start]);
            var isNoWord =
                IsNew(scan, i)
                && scan.Info(i) == WordInfo.Unknown
                && scan.Info(i + 2) == WordInfo.Unknown
                && scan.Word(i)
                    is not (
                        "ai"
                        or "as"
                        or "au"
                        or "ce"
                        or "en"
                        or "il"
                        or "je"
                        or "ou"
                        or "ma"
                        or "me"
                        or "ne"
                        or "ni"
                        or "on"
                        or "sa"
                        or "se"
                        or "si"
                        or "ta"
                        or "te"
                        or "tu"
                        or "un"
                        or "va"
                        or "vu"
                        or "du"
                        or "et"
                        or "eu"
                        or "lu"
                        or "su"
                    )
                && scan.Word(i + 2)
                    is not (
                        "ai"
                        or "as"
                        or "au"
                        or "ce"
                        or "en"
                        or "il"
                        or "je"
                        or "ou"
                        or "ma"
                        or "me"
                        or "ne"
                        or "ni"
                        or "on"
                        or "sa"
                        or "se"
                        or "si"
                        or "ta"
                        or "te"
                        or "tu"
                        or "un"
                        or "va"
                        or "vu"
                        or "du"
                        or "et"
                        or "eu"
                        or "lu"
                        or "su"
                    );
            // Where all is in capitals they say nothing: « 77 05 OU 04 65 ».
            var isShaped =
                isCapital && !(scan.IsAllCapitals && IsOld(scan, i)) && !IsOfMoped(scan, i);
            if (isShaped || isNoWord || Labels.Before(scan, i, DataCategory.Plate))
            {
                scan.Add(i, i + 2, DataCategory.Plate, Confidence.Likely);
                i += 2;
            }
        }
    }

    private static bool IsOne(ReadOnlySpan<char> gap) => gap is " " or "-" or "";

    private static bool IsNew(scoped in MessageScan scan, int i) =>
        scan.Tokens[i] is { IsNumber: false, Length: 2 }
        && scan.Tokens[i + 1] is { IsNumber: true, Length: 3 }
        && scan.Tokens[i + 2] is { IsNumber: false, Length: 2 };

    /// <summary>« FH 29 K », « FH-121-K »: a moped's, where a label announces it.</summary>
    private static bool IsOfMoped(scoped in MessageScan scan, int i) =>
        scan.Tokens[i] is { IsNumber: false, Length: 1 or 2 }
        && scan.Tokens[i + 1] is { IsNumber: true, Length: 2 or 3 }
        && scan.Tokens[i + 2] is { IsNumber: false, Length: 1 };

    private static bool IsOld(scoped in MessageScan scan, int i) =>
        scan.Tokens[i] is { IsNumber: true, Length: >= 2 and <= 4 }
        && !(i > 0 && scan.IsNumber(i - 1) && IsOne(scan.Gap(i)))
        && scan.Tokens[i + 1] is { IsNumber: false, Length: 2 or 3 }
        && !scan.Has(
            i + 1,
            WordFlags.MeasureUnit
                | WordFlags.DoseUnit
                | WordFlags.AgeUnit
                | WordFlags.PlainUnit
                | WordFlags.NumberWord
        )
        && scan.Tokens[i + 2] is { IsNumber: true, Length: 2 }
        && FrenchMonths.Number(scan.Word(i + 1)) == 0;
}
