using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu;

/// <summary>Which answer somebody wants to give again, named alone: « le jour », « c'est le numéro », « le prénom ».</summary>
internal static class FieldRules
{
    private static readonly string[] Beside =
    [
        "c",
        "est",
        "le",
        "la",
        "l",
        "les",
        "mon",
        "ma",
        "mes",
        "de",
        "changer",
        "corriger",
        "juste",
        "seulement",
        "s",
        "il",
        "vous",
        "plait",
        "svp",
        "non",
    ];

    /// <summary>The field, or null when none is named or more than that is said.</summary>
    public static AnsweredField? In(FoldedText text)
    {
        AnsweredField? found = null;
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            var word = text.At(i);
            var field = Of(word, isBirth: text.Matches(i, ["date", "de", "naissance"]));
            if (field is null && !IsBeside(word))
            {
                return null;
            }

            // « La date de naissance » is no day; its last word says nothing more.
            found = found == AnsweredField.BirthDate ? found : field ?? found;
        }

        return found;
    }

    private static bool IsBeside(ReadOnlySpan<char> word)
    {
        foreach (var known in Beside)
        {
            if (word.SequenceEqual(known))
            {
                return true;
            }
        }

        return false;
    }

    private static AnsweredField? Of(ReadOnlySpan<char> word, bool isBirth) =>
        isBirth || word is "naissance" ? AnsweredField.BirthDate
        : word is "jour" or "date" ? AnsweredField.When
        : word is "heure" or "horaire" or "creneau" ? AnsweredField.Slot
        : word is "nom" or "prenom" or "identite" ? AnsweredField.Name
        : word is "numero" or "telephone" or "tel" or "portable" ? AnsweredField.Phone
        : word is "medecin" or "docteur" or "specialite" or "praticien" ? AnsweredField.With
        : word is "motif" ? AnsweredField.Reason
        : null;
}
