using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu.Slots;

/// <summary>Which of the departments said is asked for.</summary>
internal static class SpecialtyChoice
{
    /// <summary>The department asked for: not the one that sends, nor the one refused; the last after a correction, else the first.</summary>
    public static string? Of(FoldedText text, List<SpecialtyMention> mentions)
    {
        string? found = null;
        string? fallback = null;
        var foundAt = -1;
        foreach (var mention in mentions)
        {
            if (IsRefused(text, mention) || IsSpeaker(text, mention))
            {
                continue;
            }

            if (IsSender(text, mention))
            {
                fallback ??= mention.Specialty;
                continue;
            }

            var corrects =
                foundAt >= 0 && CorrectionRules.IsTakenBack(text, foundAt + 1, mention.First);
            if (found is null || corrects)
            {
                (found, foundAt) = (mention.Specialty, mention.First);
            }
        }

        return found ?? fallback;
    }

    /// <summary>« Je suis infirmière à domicile »: who speaks, not whom to see.</summary>
    private static bool IsSpeaker(FoldedText text, SpecialtyMention mention) =>
        (text.At(mention.First - 1) is "suis" && text.At(mention.First - 2) is "je" or "moi")
        || (
            text.At(mention.First - 1) is "l" or "une" or "son" or "sa"
            && text.At(mention.First - 2) is "suis"
            && text.At(mention.First - 3) is "je"
        );

    /// <summary>« Mon cardiologue m'a prescrit », « de la part du kiné », « suite à une IRM ».</summary>
    private static bool IsSender(FoldedText text, SpecialtyMention mention)
    {
        for (var k = mention.Next; k < Math.Min(text.Tokens.Length, mention.Next + 3); k++)
        {
            if (
                text.At(k)
                    is "m"
                        or "me"
                        or "veut"
                        or "demande"
                        or "conseille"
                        or "prescrit"
                        or "envoie"
                        or "dit"
                        or "souhaite"
                        or "ma"
                && text.At(k - 1) is not "pour" and not "a"
            )
            {
                return text.At(k) is not "ma"
                    || text.At(k + 1)
                        is "dit"
                            or "prescrit"
                            or "demande"
                            or "envoye"
                            or "conseille";
            }

            if (text.At(k) is "pour" or "et" or "avec" or "le")
            {
                break;
            }
        }

        var before = mention.First - 1;
        while (
            text.At(before)
                is "le"
                    or "la"
                    or "l"
                    or "un"
                    or "une"
                    or "mon"
                    or "ma"
                    or "mes"
                    or "du"
                    or "de"
                    or "d"
                    or "des"
                    or "au"
                    or "a"
                    or "les"
        )
        {
            before--;
        }

        return text.At(before)
                is "part"
                    or "adresse"
                    or "adressee"
                    or "suite"
                    or "courrier"
                    or "lettre"
                    or "resultats"
                    or "resultat"
                    or "ordonnance"
                    or "demande"
                    or "par"
            || (text.At(before) is "apres" or "avant");
    }

    private static bool IsRefused(FoldedText text, SpecialtyMention mention)
    {
        var before = mention.First - 1;
        while (
            text.At(before)
                is "le"
                    or "la"
                    or "l"
                    or "un"
                    or "une"
                    or "du"
                    or "de"
                    or "d"
                    or "chez"
                    or "en"
                    or "avec"
                    or "au"
                    or "pour"
        )
        {
            before--;
        }

        // « Mon bébé ne dort pas, pédiatre »: what is denied is the verb.
        var isVerbDenied =
            text.At(before) is "pas"
            && before == mention.First - 1
            && text.At(before - 2) is "ne" or "n" or "je" or "j" or "il" or "elle";
        return (
                text.At(before) is "pas" or "sauf" or "lieu" or "oubliez" or "tomber"
                && !isVerbDenied
                && text.At(before - 1) is not "pourquoi"
            )
            || (
                text.At(before) is "place"
                && text.At(before - 1) is "la"
                && text.At(before - 2) is "a"
            )
            || (text.At(before) is "non" && text.At(before - 1) is "et" or "mais")
            || (text.At(before) is "que" && text.At(before - 1) is "plutot");
    }
}
