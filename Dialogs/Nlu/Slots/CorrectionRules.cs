using ChatbotSante.Dialogs.Nlu.Dates;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu.Slots;

/// <summary>Whether a value said is taken back for another.</summary>
internal static class CorrectionRules
{
    /// <summary>The last word that takes something back; −1 for none.</summary>
    public static int CueIn(FoldedText text)
    {
        for (var i = text.Tokens.Length - 1; i >= 0; i--)
        {
            if (IsCue(text, i))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether a value stands on either side of the cue.</summary>
    public static bool IsCorrected(
        FoldedText text,
        int cue,
        List<SpecialtyMention> mentions,
        int? practitioner
    )
    {
        if (IsContrast(text, mentions) || IsOwned(text))
        {
            return true;
        }

        if (cue < 0)
        {
            return false;
        }

        var isBefore = mentions.Exists(mention => mention.First < cue) || practitioner < cue;
        var isAfter = mentions.Exists(mention => mention.First > cue) || practitioner > cue;
        for (var i = 0; i < text.Tokens.Length && !(isBefore && isAfter); i++)
        {
            var isValue = IsOfDate(text, i) || IsWhom(text, i);
            isBefore |= isValue && i < cue;
            isAfter |= isValue && i > cue;
        }

        return isBefore && isAfter;
    }

    /// <summary>« Je me suis trompé », « j'ai dit mardi mais », « non pas pour moi », « finalement pas jeudi »: of an earlier message too.</summary>
    private static bool IsOwned(FoldedText text)
    {
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            if (
                text.At(i) is "trompe" or "trompee"
                || (text.At(i) is "dire" && text.At(i - 1) is "voulais")
                || (text.At(i) is "dit" && text.At(i - 1) is "ai" or "avais" && text.HasWord("mais", "plutot", "finalement"))
                || (i <= 1 && text.At(i) is "finalement")
                || (i <= 1 && text.At(i) is "non" or "nan" && text.At(i + 1) is "plutot" or "pas" or "pardon" or "finalement")
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>« C'est pas lundi c'est mardi », « pour mon père pas pour moi », « pas le dentiste, l'orthopédiste ».</summary>
    private static bool IsContrast(FoldedText text, List<SpecialtyMention> mentions)
    {
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            if (text.At(i) is not "pas" || text.At(i - 1) is "pourquoi" or "peux" or "dispo" or "libre")
            {
                continue;
            }

            var at = i + 1;
            while (text.At(at) is "le" or "la" or "l" or "pour" or "ma" or "mon" or "chez" or "un" or "une" or "du" or "en")
            {
                at++;
            }

            var isWhom = IsWhom(text, at) && Any(text, at, IsWhom);
            var isDay = IsDay(text, at) && Any(text, at, (t, k) => k > at && IsDay(t, k));
            var isSpecialty = mentions.Exists(mention => mention.First == at) && mentions.Exists(mention => mention.First != at);
            if (isWhom || isDay || isSpecialty)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDay(FoldedText text, int i) =>
        i < text.Tokens.Length
        && DateVocabulary.Find(text.At(i)).Kind is DateWordKind.Weekday or DateWordKind.Today;

    private static bool Any(FoldedText text, int but, Func<FoldedText, int, bool> holds)
    {
        for (var k = 0; k < text.Tokens.Length; k++)
        {
            if (k != but && holds(text, k))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCue(FoldedText text, int i) =>
        text.At(i) switch
        {
            "non" or "nan" => text.At(i + 1) is not "plus" && i > 0,
            "pardon" or "oups" or "rectification" or "erreur" or "trompe" or "trompee" => i > 0,
            "dire" => text.At(i - 1) is "voulais",
            "finalement" => i > 0,
            "enfin" or "fait" => i > 0 && (text.At(i) is "enfin" || text.At(i - 1) is "en"),
            "plutot" => text.At(i + 1) is not ("que" or "qu") && text.At(i - 1) is "ou" or "euh" or "enfin" or "mais" or "et" && text.At(i - 1) is not "et",
            _ => false,
        };

    private static bool IsWhom(FoldedText text, int i) =>
        text.At(i) is "moi" or "mere" or "pere" or "mari" or "femme" or "fils" or "fille" or "maman" or "papa" or "seur" or "soeur" or "frere" or "enfant";

    private static bool IsOfDate(FoldedText text, int i) =>
        text.Tokens[i].IsNumber
        || DateVocabulary.Find(text.At(i)).Kind
            is DateWordKind.Weekday
                or DateWordKind.Weekdays
                or DateWordKind.Today
                or DateWordKind.Part
                or DateWordKind.Week
                or DateWordKind.Month
                or DateWordKind.Noon
                or DateWordKind.Hour
                or DateWordKind.Holiday;
}
