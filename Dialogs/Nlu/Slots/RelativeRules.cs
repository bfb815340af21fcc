using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu.Slots;

/// <summary>Whether a relative is the one to be seen, without « pour » being said: « ma fille a mal aux dents », « mon mari voudrait ».</summary>
internal static class RelativeRules
{
    /// <summary>Whether the request is for a relative.</summary>
    public static bool IsForRelative(FoldedText text)
    {
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            if (
                text.At(i) is "mon" or "ma" or "mes" or "notre" or "nos"
                && RelativeAt(text, i + 1) is var end and > 0
            )
            {
                if (IsPatient(text, i, end))
                {
                    return true;
                }
            }
            else if (
                text.Matches(i, ["pour", "nous"])
                || text.Matches(i, ["pour", "bebe"])
                || text.Matches(i, ["pour", "quelqu"])
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The token after a relative; 0 for none.</summary>
    private static int RelativeAt(FoldedText text, int i)
    {
        var at = text.At(i)
            is "grand"
                or "petit"
                or "petite"
                or "ptit"
                or "ptite"
                or "belle"
                or "beau"
                or "jeune"
            ? i + 1
            : i;
        if (text.At(i) is "petit" or "petite" && !BookingRules.IsRelative(text.At(at)))
        {
            return text.At(i + 1) is "a" or "doit" or "est" ? i + 1 : 0;
        }

        return BookingRules.IsRelative(text.At(at)) ? at + 1 : 0;
    }

    private static bool IsPatient(FoldedText text, int first, int end)
    {
        var before = text.At(first - 1);
        if (
            before is "avec" or "chez" or "par" or "comme" or "et"
            && text.At(first - 2) is not "moi"
        )
        {
            return false;
        }

        // « Ma fille Léa a mal »: a first name may stand between.
        for (var k = end; k <= Math.Min(end + 4, text.Tokens.Length - 1); k++)
        {
            switch (text.At(k))
            {
                case "a"
                or "doit"
                or "voudrait"
                or "veut"
                or "souhaite"
                or "aimerait"
                or "souffre"
                or "se"
                or "tousse"
                or "voit"
                or "entend"
                or "est"
                or "s"
                or "n"
                or "ne"
                or "qui"
                or "besoin"
                or "peut":
                    return text.At(k + 1) is not ("dit" or "conseille" or "appele" or "pris")
                        && !(text.At(k) is "qui" && text.At(k + 1) is "m");
                case "m" or "me" or "nous" or "viendra" or "vient" or "accompagne":
                    return false;
                default:
                    break;
            }
        }

        if (
            before is "de" or "a"
            && text.At(first - 2) is "rdv" or "vous" or "nom" or "consultation"
        )
        {
            return true;
        }

        return text.At(first - 1) is "emmener" or "amener" or "faire" or "soigner";
    }
}
