namespace ChatbotSante.Redaction;

/// <summary>A health insurer and the number it gave: « Harmonie Prévoyance adhérent 00458812 R ».</summary>
internal static class InsurerDetector
{
    private const int Reach = 6;

    public static void Find(scoped in MessageScan scan)
    {
        for (var i = 0; i < scan.Tokens.Length; i++)
        {
            var isAnnounced =
                scan.Word(i - 1) is "mutuelle" or "complementaire" or "prevoyance"
                && scan.StartsWithCapital(i)
                && !scan.IsAllCapitals
                && !scan.IsSentenceStart(i);
            if (
                !(scan.Has(i, WordFlags.Insurer) || isAnnounced)
                || scan.Taken[i]
                || scan.IsGeneric(i)
                || scan.Tokens[i].IsNumber
            )
            {
                continue;
            }

            var last = i;
            while (
                last + 1 < scan.Tokens.Length
                && !scan.Taken[last + 1]
                && scan.IsOneStretch(last + 1)
                && scan.Word(last + 1)
                    is "mutuelle"
                        or "prevoyance"
                        or "sante"
                        or "assurance"
                        or "assurances"
                        or "humanis"
                        or "mondiale"
                        or "vie"
                        or "life"
            )
            {
                last++;
            }

            // The number that follows belongs to it.
            for (var j = last + 1; j < scan.Tokens.Length && j - last <= Reach; j++)
            {
                if (scan.Taken[j])
                {
                    for (var k = scan.Found.Count - 1; k >= 0; k--)
                    {
                        var found = scan.Found[k];
                        if (
                            found.Start <= scan.Tokens[j].Start
                            && scan.Tokens[j].Start < found.End
                            && found.Category is DataCategory.InsurerId or DataCategory.FileNumber
                        )
                        {
                            var start = scan.Tokens[i].Start;
                            scan.Found[k] = new Detection(
                                start,
                                found.End - start,
                                DataCategory.InsurerId,
                                found.Confidence
                            );
                            last = j;
                            break;
                        }
                    }

                    break;
                }

                var isBetween =
                    scan.Info(j).Label is not null
                    || scan.Word(j)
                        is "numero"
                            or "n"
                            or "no"
                            or "d"
                            or "sous"
                            or "le"
                            or "contrat";
                if (!isBetween)
                {
                    break;
                }
            }

            scan.Add(i, last, DataCategory.InsurerId, Confidence.Possible);
            i = last;
        }
    }
}
