using ChatbotSante.Training.Templates;

namespace ChatbotSante.Training.Tagging;

/// <summary>Forms of regular verbs, from their infinitives (rule <c>verb</c> of the grammar): ordinary words by the thousand.</summary>
internal static class FrenchVerbs
{
    private static readonly string[] First =
    [
        "er",
        "e",
        "es",
        "ons",
        "ez",
        "ent",
        "ais",
        "ait",
        "ions",
        "iez",
        "aient",
        "erai",
        "era",
        "erez",
        "erons",
        "eront",
        "erais",
        "erait",
        "eriez",
        "é",
        "ée",
        "és",
        "ées",
        "ant",
    ];

    private static readonly string[] Second =
    [
        "ir",
        "is",
        "it",
        "issons",
        "issez",
        "issent",
        "issais",
        "issait",
        "irai",
        "ira",
        "irais",
        "irait",
        "i",
        "ie",
        "is",
        "ies",
        "issant",
    ];

    public static IEnumerable<string> Infinitives(TemplateGrammar grammar) =>
        grammar.Rules["verb"].Select(one => one.Source);

    public static IEnumerable<string> Forms(TemplateGrammar grammar) =>
        from infinitive in Infinitives(grammar)
        from ending in infinitive.EndsWith("ir", StringComparison.Ordinal) ? Second : First
        select infinitive[..^2] + ending;
}
