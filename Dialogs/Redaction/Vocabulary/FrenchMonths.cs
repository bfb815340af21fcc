namespace ChatbotSante.Redaction;

/// <summary>The months, as people write them without accents.</summary>
public static class FrenchMonths
{
    private static readonly string[][] Names =
    [
        ["janvier", "janv", "jan"],
        ["fevrier", "fevr", "fev"],
        ["mars"],
        ["avril", "avr"],
        ["mai"],
        ["juin"],
        ["juillet", "juil"],
        ["aout"],
        ["septembre", "sept"],
        ["octobre", "oct"],
        ["novembre", "nov"],
        ["decembre", "dec"],
    ];

    /// <summary>The month's number in [1, 12], or 0 when the folded word is no month.</summary>
    public static int Number(ReadOnlySpan<char> folded)
    {
        for (var month = 0; month < Names.Length; month++)
        {
            foreach (var name in Names[month])
            {
                if (folded.SequenceEqual(name))
                {
                    return month + 1;
                }
            }
        }

        return 0;
    }
}
