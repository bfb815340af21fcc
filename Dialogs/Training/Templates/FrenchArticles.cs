using ChatbotSante.Redaction;

namespace ChatbotSante.Training.Templates;

/// <summary>Articles and their elisions.</summary>
internal static class FrenchArticles
{
    /// <summary>For each article: masculine, feminine, plural, before a vowel in the masculine, in the feminine.</summary>
    private static readonly Dictionary<string, string[]> Forms = new(StringComparer.Ordinal)
    {
        ["le"] = ["le ", "la ", "les ", "l'", "l'"],
        ["un"] = ["un ", "une ", "des ", "un ", "une "],
        ["du"] = ["du ", "de la ", "des ", "de l'", "de l'"],
        ["de"] = ["de ", "de ", "de ", "d'", "d'"],
        ["au"] = ["au ", "à la ", "aux ", "à l'", "à l'"],
        ["mon"] = ["mon ", "ma ", "mes ", "mon ", "mon "],
        ["son"] = ["son ", "sa ", "ses ", "son ", "son "],
        ["ce"] = ["ce ", "cette ", "ces ", "cet ", "cette "],
    };

    /// <summary>Words before which nothing is elided.</summary>
    private static readonly string[] Aspirated =
    [
        "hernie",
        "hanche",
        "handicap",
        "haut",
        "hoquet",
        "huit",
        "halo",
        "hallux",
        "haschich",
        "heroine",
        "onze",
    ];

    public static bool Exists(string article) => article.Length == 0 || Forms.ContainsKey(article);

    public static string Before(string article, Gender gender, string word)
    {
        var forms = Forms[article];
        var folded = FoldedText.FoldWord(word);
        var vowel =
            folded.Length > 0
            && "aeiouyh".Contains(folded[0], StringComparison.Ordinal)
            && !Aspirated.Any(start => folded.StartsWith(start, StringComparison.Ordinal));
        return gender switch
        {
            Gender.MasculinePlural or Gender.FemininePlural => article == "de" && vowel
                ? forms[3]
                : forms[2],
            Gender.Feminine => vowel ? forms[4] : forms[1],
            _ => vowel ? forms[3] : forms[0],
        };
    }
}
