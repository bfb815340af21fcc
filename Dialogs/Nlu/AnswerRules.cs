using System.Collections.Frozen;
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

    /// <summary>What may stand beside a no without making it mean more.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BesideNo =
        FrozenSet
            .ToFrozenSet(
                (
                    "non nan nn no merci monsieur madame pas plus rien du tout maintenant en ce moment c est etait fini finie passe passee "
                    + "vieux ancien ancienne avant il y a ans an mois semaine semaines annee annees jours jour heureusement euh ah oh"
                ).Split(' '),
                StringComparer.Ordinal
            )
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A no that is all there is, or with when it was: the only one that may close a question about an emergency.</summary>
    public static bool IsPlainNo(FoldedText text)
    {
        foreach (var token in text.Tokens)
        {
            if (!token.IsNumber && !BesideNo.Contains(text.Of(token)))
            {
                return false;
            }
        }

        return !text.Folded.Contains('?', StringComparison.Ordinal)
            && (
                text.HasWord("non", "nan", "nn", "no")
                || HasPhrase(text, ["pas", "maintenant"])
                || HasPhrase(text, ["pas", "en", "ce", "moment"])
                || HasPhrase(text, ["c", "est", "fini"])
                || HasPhrase(text, ["c", "est", "passe"])
            );
    }

    public static bool DoesNotKnow(FoldedText text) =>
        HasPhrase(text, ["sais", "pas"])
        || HasPhrase(text, ["sais", "plus"])
        || HasPhrase(text, ["sait", "pas"])
        || HasPhrase(text, ["aucune", "idee"])
        || HasPhrase(text, ["pas", "d", "idee"]);

    public static bool? YesOrNo(FoldedText text)
    {
        if (IsNeither(text))
        {
            return null;
        }

        if (
            HasPhrase(text, ["pas", "de", "probleme"])
            || HasPhrase(text, ["pas", "de", "souci"])
            || HasPhrase(text, ["pas", "de", "soucis"])
            || HasPhrase(text, ["pourquoi", "pas"])
        )
        {
            return !text.HasWord("non", "nan");
        }

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

    /// <summary>« Oui et non », « je ne sais pas », « je n'ai pas compris »: words of an answer that is none.</summary>
    private static bool IsNeither(FoldedText text) =>
        DoesNotKnow(text)
        || HasPhrase(text, ["oui", "et", "non"])
        || HasPhrase(text, ["pas", "compris"])
        || HasPhrase(text, ["comprends", "pas"])
        || HasPhrase(text, ["comprend", "pas"]);

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
