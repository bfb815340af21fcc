namespace ChatbotSante.Redaction;

/// <summary>What stands beside a card's number: its expiry (« exp. 04/28 ») and the three digits of its back (« crypto 481 »).</summary>
internal static class CardDetailDetector
{
    private const int Reach = 8;

    public static void Find(scoped in MessageScan scan)
    {
        for (var k = scan.Found.Count - 1; k >= 0; k--)
        {
            if (scan.Found[k].Category == DataCategory.Card)
            {
                After(scan, scan.TokenAt(scan.Found[k].End));
            }
        }
    }

    private static void After(scoped in MessageScan scan, int from)
    {
        for (var i = from; i < scan.Tokens.Length && i - from < Reach; i++)
        {
            var isExpiry =
                scan.IsNumber(i)
                && scan.IsNumber(i + 1)
                && scan.Gap(i + 1) is "/" or "-" or " / "
                && scan.Tokens[i].Length <= 2
                && scan.Tokens[i + 1].Length is 2 or 4;
            if (isExpiry)
            {
                var first = scan.Word(i - 1) is "fin" && i - 1 >= from ? i - 1 : i;
                scan.Add(first, i + 1, DataCategory.Card, Confidence.Likely);
                i++;
                continue;
            }

            var isCode =
                scan.Tokens[i] is { IsNumber: true, Length: 3 or 4 }
                && !scan.Taken[i]
                && (
                    scan.Word(i - 1)
                        is "crypto"
                            or "cvv"
                            or "cvc"
                            or "code"
                            or "cryptogramme"
                            or "dos"
                    || (i == from && scan.Gap(i).Length <= 2)
                );
            if (isCode)
            {
                scan.Add(i, i, DataCategory.Secret, Confidence.Likely);
            }
        }
    }
}
