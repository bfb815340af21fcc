using System.Diagnostics.CodeAnalysis;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu;

/// <summary>Takes names and numbers of people out of a message before days and hours are looked for: « Martin » is no morning, « 06-39 » no time.</summary>
internal static class PersonalWords
{
    /// <summary>What a word in their place is made of.</summary>
    public const char Blank = 'x';

    private static readonly CategorySet Personal = CategorySet.Of(
        DataCategory.Name,
        DataCategory.Phone,
        DataCategory.BirthDate,
        DataCategory.Nir,
        DataCategory.Ins,
        DataCategory.FileNumber,
        DataCategory.Email,
        DataCategory.Address,
        DataCategory.Iban,
        DataCategory.Card,
        DataCategory.IdDocument,
        DataCategory.Plate,
        DataCategory.ProId,
        DataCategory.InsurerId
    );

    /// <summary>The message with a word that means nothing in their place; the message itself when it holds none.</summary>
    [SuppressMessage(
        "Privacy",
        "CBS0002:Patient data is made part of a text",
        Justification = "The copy lives as long as the dates in it are read."
    )]
    public static FoldedText Blanked(FoldedText text, TextClassification classification)
    {
        if (!classification.Categories.Overlaps(Personal))
        {
            return text;
        }

        var blanked = text.Original.ToCharArray();
        foreach (var detection in classification.Detections)
        {
            if (Personal.Contains(detection.Category))
            {
                blanked.AsSpan(detection.Start, detection.Length).Fill(Blank);
            }
        }

        return FoldedText.Of(new string(blanked));
    }
}
