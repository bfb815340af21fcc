namespace ChatbotSante.Redaction;

/// <summary>
/// Lines of pasted documents that say by their first word what they hold: « Allergies : latex », « Motif : … », « Conclusion : … ».
/// What follows, up to the end of the line or sentence, is of health whatever its words.
/// </summary>
internal static class FieldDetector
{
    private const int MaxTokens = 60;

    public static void Find(scoped in MessageScan scan)
    {
        for (var i = 0; i + 1 < scan.Tokens.Length; i++)
        {
            if (
                CategoryOf(scan, i) is not { } category
                || !scan.Gap(i + 1).Contains(':')
                || scan.Gap(i + 1).Contains('?')
            )
            {
                continue;
            }

            var end = i + 1;
            while (
                end < scan.Tokens.Length
                && end - i <= MaxTokens
                && !(end > i + 1 && EndsField(scan, end))
            )
            {
                end++;
            }

            Fill(scan, i + 1, end, category);
            i = end - 1;
        }
    }

    private static DataCategory? CategoryOf(scoped in MessageScan scan, int i) =>
        scan.Word(i) switch
        {
            "allergie" or "allergies" => DataCategory.Allergy,
            "antecedent"
            or "antecedents"
            or "atcd"
            or "atcds"
            or "diagnostic"
            or "diagnostics"
            or "pathologie"
            or "pathologies"
            or "maladies" => DataCategory.Condition,
            "motif" when scan.Word(i + 1) is not ("rdv" or "rendez") => DataCategory.Condition,
            "entree" when scan.Word(i - 1) is "d" && scan.Word(i - 2) is "motif" =>
                DataCategory.Condition,
            "hospitalisation" when scan.Word(i - 1) is "d" && scan.Word(i - 2) is "motif" =>
                DataCategory.Condition,
            "indication"
            or "indications"
            or "symptomes"
            or "symptome"
            or "plaintes"
            or "clinique" => DataCategory.Symptom,
            "traitement" or "traitements" or "medicaments" or "contraception" or "prescription" =>
                DataCategory.Drug,
            "resultat"
            or "resultats"
            or "conclusion"
            or "conclusions"
            or "interpretation"
            or "biologie"
            or "bilan"
            or "coronarographie"
            or "scanner"
            or "irm"
            or "radio"
            or "radiographie"
            or "echographie"
            or "ecg"
            or "hemocultures"
            or "ecbu" => DataCategory.Result,
            "pratiquer"
            or "acte"
            or "actes"
            or "examen"
            or "examens"
            or "intervention"
            or "interventions"
            or "chirurgie"
            or "vaccins"
            or "vaccination" => DataCategory.Procedure,
            "autonomie" or "handicap" => DataCategory.Disability,
            _ => null,
        };

    private static bool EndsField(scoped in MessageScan scan, int i)
    {
        var gap = scan.Gap(i);
        var isSentence = gap.IndexOfAny("\n\r?!;") >= 0 || gap is ". ";

        // « Poids : 64 kg Taille : 165 cm »: another field.
        var isField =
            i + 1 < scan.Tokens.Length
            && scan.Gap(i + 1).Contains(':')
            && scan.StartsWithCapital(i);
        return isSentence || isField;
    }

    /// <summary>Covers what no detector has spoken for.</summary>
    private static void Fill(scoped in MessageScan scan, int first, int end, DataCategory category)
    {
        var start = -1;
        for (var i = first; i <= end; i++)
        {
            var isFree = i < end && !scan.Taken[i];
            if (isFree && start < 0)
            {
                start = i;
            }
            else if (!isFree && start >= 0)
            {
                Add(scan, start, i - 1, category);
                start = -1;
            }
        }
    }

    private static void Add(scoped in MessageScan scan, int first, int last, DataCategory category)
    {
        var isSaying = false;
        for (var i = first; i <= last; i++)
        {
            isSaying |=
                !scan.Has(i, WordFlags.Particle | WordFlags.Filler) && scan.Tokens[i].Length > 1;
        }

        if (isSaying)
        {
            scan.Add(first, last, category, Confidence.Possible);
        }
    }
}
