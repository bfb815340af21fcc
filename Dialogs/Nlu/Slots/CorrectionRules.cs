using ChatbotSante.Dialogs.Nlu.Dates;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu.Slots;

/// <summary>Whether a value said is taken back for another.</summary>
internal static class CorrectionRules
{
    /// <summary>Whether a word takes back what stands before it for what comes after.</summary>
    /// <param name="text">The message.</param>
    /// <param name="from">First token looked at.</param>
    /// <param name="to">The token to stop at.</param>
    public static bool IsTakenBack(FoldedText text, int from, int to) =>
        Exists(text, from, to, IsCue);

    /// <summary>Whether a value is taken back for another of its kind.</summary>
    /// <param name="text">The message.</param>
    /// <param name="mentions">The departments said.</param>
    /// <param name="practitioners">Where practitioners were named.</param>
    public static bool IsCorrected(
        FoldedText text,
        List<SpecialtyMention> mentions,
        List<int> practitioners
    )
    {
        if (IsContrast(text, mentions, practitioners) || IsOwned(text))
        {
            return true;
        }

        var departments = mentions.ConvertAll(mention => mention.First);
        for (var cue = 0; cue < text.Tokens.Length; cue++)
        {
            if (
                IsCue(text, cue)
                && (
                    IsBothSides(departments, cue)
                    || IsBothSides(practitioners, cue)
                    || IsBothSides(text, cue, IsOfDate)
                    || IsBothSides(text, cue, IsWhom)
                )
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBothSides(List<int> places, int cue) =>
        places.Exists(place => place < cue) && places.Exists(place => place > cue);

    private static bool IsBothSides(FoldedText text, int cue, Func<FoldedText, int, bool> holds)
    {
        // « Mardi plutôt le matin » takes nothing back, « mardi plutôt jeudi » does.
        var isPreference =
            text.At(cue) is "plutot" && text.At(cue - 1) is not ("ou" or "non" or "euh");
        if (isPreference)
        {
            return IsBothSidesOf(text, cue, IsDay)
                || IsBothSidesOf(text, cue, IsPart)
                || IsBothSidesOf(text, cue, IsNumber);
        }

        return IsBothSidesOf(text, cue, holds);
    }

    private static bool IsBothSidesOf(
        FoldedText text,
        int cue,
        Func<FoldedText, int, bool> holds
    ) => Exists(text, 0, cue, holds) && Exists(text, cue + 1, text.Tokens.Length, holds);

    private static bool IsPart(FoldedText text, int i) =>
        DateVocabulary.Find(text.At(i)).Kind == DateWordKind.Part;

    private static bool IsNumber(FoldedText text, int i) =>
        SpokenNumbers.NumberAt(text, i, out _) > 1;

    private static bool Exists(FoldedText text, int from, int to, Func<FoldedText, int, bool> holds)
    {
        for (var i = from; i < to; i++)
        {
            if (holds(text, i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>« Je me suis trompé », « j'ai dit mardi mais », « non pas pour moi », « finalement pas jeudi »: of an earlier message too.</summary>
    private static bool IsOwned(FoldedText text)
    {
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            if (
                text.At(i)
                    is "trompe"
                        or "trompee"
                        or "confondu"
                        or "confondue"
                        or "confonds"
                        or "melange"
                        or "emmele"
                        or "embrouille"
                        or "embrouillee"
                        or "rectifie"
                        or "rectification"
                || (text.At(i) is "correction" && (i == 0 || text.At(i + 1) is not "de"))
                || (
                    text.At(i) is "erreur"
                    && (
                        i == 0
                        || text.At(i - 1) is "mon" or "fait" or "fais"
                        || text.At(i + 1) is "de" && text.At(i + 2) is "ma"
                    )
                )
                || (text.At(i) is "exprime" or "exprimee" && text.At(i - 1) is "mal")
                || (text.At(i) is "change" && text.At(i + 1) is "d" && text.At(i + 2) is "avis")
                || (text.At(i) is "lieu" && text.At(i - 1) is "au")
                || (text.At(i) is "dire" && text.At(i - 1) is "voulais")
                || (
                    text.At(i) is "dit"
                    && text.At(i - 1) is "ai" or "avais"
                    && text.HasWord("mais", "plutot", "finalement")
                )
                || text.At(i)
                    is "finalement"
                        or "oubliez"
                        or "oublions"
                        or "oups"
                        or "oops"
                        or "corrige"
                || (text.At(i) is "reprends" && text.At(i + 1) is "c")
                || (
                    text.At(i) is "place"
                    && text.At(i - 1) is "la"
                    && text.At(i - 2) is "a"
                    && text.At(i + 1) is "de" or "du" or "d"
                )
                || (text.At(i) is "laissez" && text.At(i + 1) is "tomber")
                || (text.At(i) is "voulais" && text.At(i + 1) is "mettre" or "ecrire" or "taper")
                || (text.At(i) is "non" && text.At(i - 1) is "mais" && i <= 3)
                || (
                    i <= 1
                    && text.At(i) is "non" or "nan"
                    && text.At(i + 1) is "plutot" or "pas" or "pardon" or "finalement"
                )
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>« C'est pas lundi c'est mardi », « pour mon père pas pour moi », « pas le dentiste, l'orthopédiste ».</summary>
    private static bool IsContrast(
        FoldedText text,
        List<SpecialtyMention> mentions,
        List<int> practitioners
    )
    {
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            // « Plutôt jeudi que mardi ».
            if (
                text.At(i) is "plutot"
                && text.At(i + 1) is not ("que" or "qu")
                && IsDay(text, i + 1)
                && text.At(i + 2) is "que"
                && Exists(text, i + 3, Math.Min(text.Tokens.Length, i + 6), IsDay)
            )
            {
                return true;
            }

            // « Orthopédiste et non orthoptiste ».
            var isNot = text.At(i) is "non" && text.At(i - 1) is "et";
            if (
                (text.At(i) is not "pas" && !isNot)
                || text.At(i - 1) is "pourquoi" or "peux" or "dispo" or "libre"
            )
            {
                continue;
            }

            var at = i + 1;
            while (
                text.At(at)
                    is "le"
                        or "la"
                        or "l"
                        or "pour"
                        or "ma"
                        or "mon"
                        or "chez"
                        or "un"
                        or "une"
                        or "du"
                        or "en"
                        or "avec"
                        or "docteur"
                        or "dr"
                        or "madame"
                        or "monsieur"
            )
            {
                at++;
            }

            var whom = text.At(at - 1) is "ma" or "mon" ? at - 1 : at;
            var isWhom = IsWhom(text, whom) && Any(text, whom, IsWhom);
            var isDay =
                (
                    (IsDay(text, at) || text.At(at) is "aujourd")
                    && Exists(text, at + 1, text.Tokens.Length, IsDay)
                )
                || (IsPart(text, at) && Exists(text, at + 1, text.Tokens.Length, IsPart))
                || (
                    text.Tokens.Length > at
                    && text.Tokens[at].IsNumber
                    && Exists(text, at + 3, text.Tokens.Length, IsNumber)
                );
            var isSpecialty =
                mentions.Exists(mention => mention.First == at)
                && mentions.Exists(mention => mention.First != at);
            var isPractitioner = practitioners.Contains(at) && practitioners.Count > 1;
            if (isWhom || isDay || isSpecialty || isPractitioner)
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
            "dire" => text.At(i - 1) is "voulais" or "veux",
            "finalement" => i > 0,
            "mais" => text.At(i + 1) is "c" && text.At(i + 2) is "est",
            "enfin" or "fait" => i > 0 && (text.At(i) is "enfin" || text.At(i - 1) is "en"),
            "plutot" => i > 0 && text.At(i + 1) is not ("que" or "qu"),
            "rectifie" or "corrige" or "prefere" or "attendez" or "attends" => i > 0,
            _ => false,
        };

    private static bool IsWhom(FoldedText text, int i) => RelativeRules.NamesWhom(text, i);

    private static bool IsOfDate(FoldedText text, int i) =>
        text.Tokens[i].IsNumber
        || text.At(i) is "suivante" or "suivant" or "lendemain" or "surlendemain"
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
