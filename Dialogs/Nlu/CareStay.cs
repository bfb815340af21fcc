using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu;

/// <summary>Whether an operation, an examination under anaesthesia or a stay is spoken of.</summary>
internal static class CareStay
{
    private static readonly string[] Beginnings =
    [
        "oper",
        "reoper",
        "intervention",
        "chirurgi",
        "hospitalis",
        "ambulatoire",
        "anesthesi",
        "cicatrice",
        "pansement",
        "agrafe",
        "suture",
        "coloscopie",
        "arthroscopie",
        "cataracte",
        "hernie",
        "prothese",
    ];

    private static readonly string[] Words =
    [
        "fils",
        "points",
        "sorti",
        "sortie",
        "bloc",
        "suivi",
        "questionnaire",
    ];

    public static bool IsSaid(FoldedText text)
    {
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            var word = text.At(i);
            foreach (var beginning in Beginnings)
            {
                if (word.StartsWith(beginning, StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return text.HasWord(Words);
    }
}
