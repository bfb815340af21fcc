using ChatbotSante.Redaction;

namespace ChatbotSante.Training.Rendering;

/// <summary>How words come out of thumbs in a hurry, and of transcripts of speech.</summary>
internal static class SpellingSlips
{
    private const int ShortestMistyped = 5;
    private const string Keyboard = "azertyuiopqsdfghjklmwxcvbn";

    private static readonly Dictionary<string, string[]> Abbreviations = new(StringComparer.Ordinal)
    {
        ["bonjour"] = ["bjr", "bonjour", "slt"],
        ["bonsoir"] = ["bsr", "bonsoir"],
        ["pour"] = ["pr", "pour"],
        ["avec"] = ["avc", "ac", "avec"],
        ["dans"] = ["ds", "dans"],
        ["vous"] = ["vs", "vous"],
        ["nous"] = ["ns", "nous"],
        ["que"] = ["ke", "q", "que"],
        ["quand"] = ["qd", "quand"],
        ["depuis"] = ["dps", "depui", "depuis"],
        ["beaucoup"] = ["bcp", "beaucoup"],
        ["toujours"] = ["tjrs", "tjs", "toujours"],
        ["docteur"] = ["dr", "doc", "docteur"],
        ["demain"] = ["2main", "dem1", "demain"],
        ["merci"] = ["mrc", "mci", "merci"],
        ["problème"] = ["pb", "probleme"],
        ["quelque"] = ["qlq", "quelque"],
        ["tout"] = ["tt", "tout"],
        ["tous"] = ["ts", "tous"],
        ["très"] = ["tres", "tré"],
        ["peut"] = ["pe", "peu", "peut"],
        ["suis"] = ["sui", "suis"],
        ["mais"] = ["mé", "mai", "mais"],
        ["est"] = ["é", "est", "est"],
        ["pas"] = ["pa", "pas"],
        ["téléphone"] = ["tel", "telephone"],
        ["prendre"] = ["prdre", "prendre"],
        ["pendant"] = ["pdt", "pendant"],
        ["madame"] = ["mme", "madame"],
        ["monsieur"] = ["mr", "m", "monsieur"],
        ["jours"] = ["jrs", "j", "jours"],
        ["semaine"] = ["sem", "semaine"],
        ["heures"] = ["h", "heures"],
        ["médicament"] = ["medoc", "medicament"],
        ["médicaments"] = ["medocs", "medicaments"],
        ["hôpital"] = ["hopital", "hosto"],
        ["médecin"] = ["medecin", "doc"],
        ["ai"] = ["é", "ai", "ai"],
        ["voudrais"] = ["voudrai", "voudrais"],
        ["aujourd"] = ["ojd", "aujourd"],
    };

    private static readonly Dictionary<string, string[]> Homophones = new(StringComparer.Ordinal)
    {
        ["et"] = ["est", "et"],
        ["est"] = ["et", "est"],
        ["a"] = ["à"],
        ["à"] = ["a"],
        ["ma"] = ["m'a"],
        ["mes"] = ["mais", "mes"],
        ["mais"] = ["mes", "mais"],
        ["ces"] = ["ses", "c'est"],
        ["ses"] = ["ces", "c'est"],
        ["sa"] = ["ça"],
        ["ça"] = ["sa"],
        ["mal"] = ["mal", "mâle"],
        ["où"] = ["ou"],
        ["on"] = ["ont"],
        ["ont"] = ["on"],
        ["du"] = ["dû"],
        ["peu"] = ["peux"],
        ["peux"] = ["peut"],
        ["son"] = ["sont"],
        ["sont"] = ["son"],
        ["quand"] = ["qu'en"],
        ["mon"] = ["m'ont", "mon"],
        ["foie"] = ["fois", "foi"],
        ["pouls"] = ["pou"],
        ["sang"] = ["sans"],
        ["rein"] = ["rien"],
        ["reins"] = ["rhin", "reins"],
        ["cœur"] = ["chœur", "coeur"],
        ["opéré"] = ["opérer"],
        ["opérée"] = ["opérer"],
        ["tombé"] = ["tomber"],
        ["gonflé"] = ["gonfler"],
        ["douleur"] = ["douleurs"],
    };

    public static string Abbreviate(string word, SeededRandom random) =>
        Abbreviations.TryGetValue(word, out var forms) ? random.Pick(forms) : word;

    public static string Mishear(string word, SeededRandom random) =>
        Homophones.TryGetValue(word, out var forms) ? random.Pick(forms) : word;

    /// <summary>One slip of the finger, in a word long enough to bear it.</summary>
    public static string Mistype(string word, SeededRandom random)
    {
        if (word.Length < ShortestMistyped)
        {
            return word;
        }

        var at = random.Between(1, word.Length - 2);
        return random.Below(6) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, word[at].ToString()),
            2 => $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}",
            3 => $"{word[..at]}{Keyboard[random.Below(Keyboard.Length)]}{word[(at + 1)..]}",
            4 => word[^1] is 's' or 'e' or 't'
                ? word[..^1]
                : word + (random.Chance(0.5) ? "s" : "e"),
            _ => Phonetic(word, random),
        };
    }

    public static string WithoutAccents(string word) =>
        string.Concat(
            word.Select(c =>
                c switch
                {
                    'œ' => "oe",
                    'Œ' => "OE",
                    'æ' => "ae",
                    'Æ' => "AE",
                    _ when c < 128 => c.ToString(),
                    _ => char.IsUpper(c)
                        ? char.ToUpperInvariant(FoldedText.Fold(c)).ToString()
                        : FoldedText.Fold(c).ToString(),
                }
            )
        );

    /// <summary>Spelled by ear.</summary>
    private static string Phonetic(string word, SeededRandom random)
    {
        (string From, string To)[] rules =
        [
            ("ph", "f"),
            ("th", "t"),
            ("eau", "o"),
            ("au", "o"),
            ("qu", "k"),
            ("ai", "é"),
            ("ss", "s"),
            ("mm", "m"),
            ("nn", "n"),
            ("ll", "l"),
            ("tt", "t"),
            ("pp", "p"),
            ("rr", "r"),
            ("ch", "sh"),
            ("y", "i"),
            ("ée", "é"),
            ("er", "é"),
            ("h", ""),
            ("en", "an"),
            ("an", "en"),
            ("in", "ain"),
            ("ss", "c"),
            ("ti", "si"),
            ("x", "s"),
            ("z", "s"),
        ];
        var first = random.Below(rules.Length);
        for (var i = 0; i < rules.Length; i++)
        {
            var (from, to) = rules[(first + i) % rules.Length];
            var at = word.IndexOf(from, 1, StringComparison.Ordinal);
            if (at > 0)
            {
                return word[..at] + to + word[(at + from.Length)..];
            }
        }

        return word;
    }
}
