namespace ChatbotSante.Benchmarks.InventedClinic;

/// <summary>Surnames made of three syllables, such as « Bavodel », that nobody bears, the same at every call.</summary>
/// <remarks>
/// The third syllable is the sum of the first two, so two names differ in at least two syllables; as all have seven letters, their
/// edit distance is at least 2. The first syllables mix the most (1, 2, 3 in the list are far apart), so that neighbours differ.
/// </remarks>
internal static class InventedSurnames
{
    private static readonly string[] First =
    [
        "Ba",
        "Ve",
        "Do",
        "Fu",
        "Gi",
        "Ka",
        "Le",
        "Mo",
        "Nu",
        "Pi",
        "Ra",
        "Se",
        "To",
        "Vu",
        "Zi",
        "Be",
        "Da",
        "Fo",
        "Gu",
        "Ki",
        "La",
        "Me",
        "No",
        "Pu",
        "Ri",
        "Sa",
        "Te",
        "Vo",
        "Zu",
        "Bi",
        "De",
        "Fa",
        "Go",
        "Ku",
        "Li",
        "Ma",
        "Ne",
    ];

    private static readonly string[] Middle =
    [
        "vo",
        "zi",
        "ka",
        "pu",
        "xe",
        "go",
        "wi",
        "ja",
        "fu",
        "zo",
        "ki",
        "va",
        "xu",
        "ge",
        "wo",
        "ju",
        "za",
        "ko",
        "vu",
        "xi",
        "ga",
        "we",
        "jo",
        "zu",
        "ke",
        "vi",
        "xa",
        "gu",
        "wa",
        "je",
        "ze",
        "ku",
        "ve",
        "xo",
        "gi",
        "ni",
        "fo",
    ];

    private static readonly string[] Last =
    [
        "lor",
        "nek",
        "dax",
        "muz",
        "bif",
        "rov",
        "tuk",
        "gaz",
        "lim",
        "vex",
        "nod",
        "duf",
        "mak",
        "bez",
        "rix",
        "tov",
        "guk",
        "laz",
        "nim",
        "dex",
        "mod",
        "buf",
        "rak",
        "tez",
        "gix",
        "lov",
        "nuk",
        "daz",
        "mif",
        "bex",
        "rod",
        "tuf",
        "gak",
        "lez",
        "nix",
        "dov",
        "muk",
    ];

    /// <summary>How many different names there are.</summary>
    public static int Count => First.Length * Middle.Length;

    /// <summary>The first names of the list, 1 to <see cref="Count"/> of them.</summary>
    public static string[] Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count);
        var names = new string[count];
        for (var i = 0; i < count; i++)
        {
            var first = i % First.Length;
            var middle = (first + (i / First.Length)) % Middle.Length;
            names[i] = First[first] + Middle[middle] + Last[(first + middle) % Last.Length];
        }

        return names;
    }
}
