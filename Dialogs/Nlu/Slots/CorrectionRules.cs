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
        text.At(i) is "moi" or "mere" or "pere" or "mari" or "femme" or "fils" or "fille";

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
