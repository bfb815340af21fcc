namespace ChatbotSante.Redaction;

/// <summary>Length and key of an IBAN (ISO 13616, key by ISO 7064 mod 97-10).</summary>
internal static class IbanCheck
{
    public const int MinLength = 15;
    public const int MaxLength = 34;

    /// <summary>Countries and the length of their account numbers, as the registry gives them.</summary>
    private const string Lengths =
        "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 "
        + "FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 "
        + "LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 "
        + "SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30";

    private static readonly byte[] LengthOf = Build();

    /// <summary>Length of a country's account numbers, or 0 when it has none.</summary>
    public static int CountryLength(char first, char second) =>
        char.IsAsciiLetterLower(first) && char.IsAsciiLetterLower(second)
            ? LengthOf[((first - 'a') * 26) + (second - 'a')]
            : 0;

    /// <summary>Whether the key of a compact number, in small letters, is right.</summary>
    public static bool HasKey(ReadOnlySpan<char> compact)
    {
        var remainder = 0;
        for (var i = 0; i < compact.Length; i++)
        {
            var c = compact[(i + 4) % compact.Length];
            if (char.IsAsciiDigit(c))
            {
                remainder = ((remainder * 10) + (c - '0')) % 97;
            }
            else
            {
                remainder = ((remainder * 100) + (c - 'a' + 10)) % 97;
            }
        }

        return remainder == 1;
    }

    private static byte[] Build()
    {
        var lengths = new byte[26 * 26];
        foreach (var entry in Lengths.Split(' '))
        {
            var at = ((entry[0] - 'A') * 26) + (entry[1] - 'A');
            lengths[at] = (byte)(((entry[2] - '0') * 10) + (entry[3] - '0'));
        }

        return lengths;
    }
}
