using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu;

/// <summary>Yes, no, and which of the choices: as people answer.</summary>
internal static class AnswerRules
{
    private static readonly string[] Ordinals =
    [
        "premier",
        "deuxieme",
        "troisieme",
        "quatrieme",
        "cinquieme",
    ];
    private static readonly string[] Feminine =
    [
        "premiere",
        "seconde",
        "troisieme",
        "quatrieme",
        "cinquieme",
    ];
    private static readonly string[] Numerals = ["un", "deux", "trois", "quatre", "cinq"];

    public static bool? YesOrNo(FoldedText text)
    {
        var yes =
            text.HasWord(
                "oui",
                "ouais",
                "ouai",
                "oui",
                "ok",
                "okay",
                "exact",
                "exactement",
                "accord",
                "dac",
                "parfait",
                "confirme",
                "confirmer",
                "volontiers",
                "correct",
                "voui",
                "yes"
            )
            || HasPhrase(text, ["c", "est", "bon"])
            || HasPhrase(text, ["c", "est", "ca"])
            || HasPhrase(text, ["bien", "sur"])
            || HasPhrase(text, ["ca", "marche"])
            || HasPhrase(text, ["ca", "me", "va"]);
        var no = text.HasWord("non", "nan", "nn", "no", "pas", "aucun", "aucune");
        return no ? false
            : yes ? true
            : null;
    }

    public static int? Ordinal(FoldedText text)
    {
        int? found = null;
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            found = OrdinalAt(text, i) ?? found;
        }

        return found;
    }

    private static int? OrdinalAt(FoldedText text, int i)
    {
        var word = text.At(i);
        if (word is "dernier" or "derniere")
        {
            return -1;
        }

        for (var n = 0; n < Ordinals.Length; n++)
        {
            if (
                word.SequenceEqual(Ordinals[n])
                || word.SequenceEqual(Feminine[n])
                || (n == 1 && word is "second")
            )
            {
                return n + 1;
            }

            // « le premier, euh non, deux »
            var corrects =
                i == text.Tokens.Length - 1 && text.At(i - 1) is ("non" or "plutot" or "euh");
            var announced =
                text.At(i - 1) is "le" or "la" or "numero" or "choix"
                || text.Tokens.Length == 1
                || corrects;
            if (announced && word.SequenceEqual(Numerals[n]))
            {
                return n + 1;
            }
        }

        if (!text.Tokens[i].IsNumber || text.Tokens[i].Length != 1)
        {
            return null;
        }

        var number = text.At(i)[0] - '0';
        var suffix = text.At(i + 1) is "er" or "ere" or "e" or "eme" or "ieme" or "nd" or "nde";
        return
            number is >= 1 and <= 5
            && (suffix || text.Tokens.Length == 1 || text.At(i - 1) is "numero" or "choix")
            ? number
            : null;
    }

    private static bool HasPhrase(FoldedText text, string[] phrase)
    {
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            if (text.Matches(i, phrase))
            {
                return true;
            }
        }

        return false;
    }
}
