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
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BesideNo = Words(
        "non nan nn no merci monsieur madame pas plus rien du tout maintenant en ce moment c est etait fini finie passe passee "
            + "vieux ancien ancienne avant il y a ans an mois semaine semaines annee annees jours jour heureusement euh ah oh"
    );

    /// <summary>What may stand beside a refusal, and never beside a no to a question about an emergency.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BesideRefusal =
        Words(
            "bof pf pff pfff ben bah beh bon heu hum hmm mouais mais vraiment franchement trop envie desole desolee ca va aller "
                + "laisse laissez sans facon facons"
        );

    private static readonly string[][] Refusals =
    [
        ["prefere", "pas"],
        ["prefererais", "pas"],
        ["prefere", "ne", "pas"],
        ["prefererais", "ne", "pas"],
        ["veux", "pas", "donner"],
        ["veux", "pas", "le", "donner"],
        ["veux", "pas", "vous", "donner"],
        ["veux", "pas", "dire"],
        ["veux", "pas", "le", "dire"],
        ["veux", "pas", "vous", "dire"],
        ["souhaite", "pas", "donner"],
        ["souhaite", "pas", "le", "donner"],
        ["souhaite", "pas", "vous", "donner"],
        ["je", "refuse"],
        ["sans", "facon"],
    ];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> YesWords = Words(
        "oui ouais ouai oue voui wi yep yes ok okay okey oki exact exactement accord dac dacc parfait parfaitement impec impeccable nickel "
            + "banco volontiers correct confirme confirmer valide absolument evidemment carrement certainement entendu affirmatif "
            + "effectivement"
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NoWords = Words(
        "non nan nn no nope pas aucun aucune jamais negatif"
    );

    private static readonly string[][] YesPhrases =
    [
        ["c", "est", "bon"],
        ["c", "est", "ca"],
        ["c", "est", "cela"],
        ["bien", "sur"],
        ["ca", "marche"],
        ["ca", "roule"],
        ["ca", "colle"],
        ["ca", "me", "va"],
        ["ca", "me", "convient"],
        ["cela", "me", "va"],
        ["cela", "me", "convient"],
        ["tout", "a", "fait"],
        ["en", "effet"],
        ["je", "veux", "bien"],
        ["on", "veut", "bien"],
        ["je", "prends"],
        ["va", "pour"],
        ["avec", "plaisir"],
        ["allez", "y"],
        ["allons", "y"],
        ["sans", "probleme"],
    ];

    private static readonly string[][] NoPhrases =
    [
        ["sans", "facon"],
        ["ca", "ira"],
        ["hors", "de", "question"],
    ];

    private static readonly string[][] NoTrouble =
    [
        ["pas", "de", "probleme"],
        ["pas", "de", "problemes"],
        ["pas", "de", "souci"],
        ["pas", "de", "soucis"],
        ["aucun", "probleme"],
        ["aucun", "souci"],
        ["pourquoi", "pas"],
    ];

    private static readonly string[][] Neither =
    [
        ["oui", "et", "non"],
        ["pas", "compris"],
        ["comprends", "pas"],
        ["comprend", "pas"],
        ["pas", "sur"],
        ["pas", "sure"],
        ["pas", "certain"],
        ["pas", "certaine"],
    ];

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

    /// <summary>« Bof non », « je préfère ne pas le dire »: no to being asked at all.</summary>
    public static bool Refuses(FoldedText text)
    {
        if (IsPlainNo(text))
        {
            return true;
        }

        if (text.Folded.Contains('?', StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var token in text.Tokens)
        {
            var word = text.Of(token);
            if (token.IsNumber || (!BesideNo.Contains(word) && !BesideRefusal.Contains(word)))
            {
                return HasAny(text, Refusals);
            }
        }

        return text.HasWord("non", "nan", "nn", "no") || HasAny(text, Refusals);
    }

    public static bool DoesNotKnow(FoldedText text) =>
        HasPhrase(text, ["sais", "pas"])
        || HasPhrase(text, ["sais", "plus"])
        || HasPhrase(text, ["sait", "pas"])
        || HasPhrase(text, ["aucune", "idee"])
        || HasPhrase(text, ["pas", "d", "idee"]);

    /// <summary>Yes or no; null when neither was said. Of « oui » and « non » in one message, the last one counts.</summary>
    public static bool? YesOrNo(FoldedText text)
    {
        if (IsNeither(text))
        {
            return null;
        }

        if (HasAny(text, NoTrouble))
        {
            return !text.HasWord("non", "nan");
        }

        var yes = LastOf(text, YesWords, YesPhrases);
        var no = LastOf(text, NoWords, NoPhrases);
        if (yes < 0 && no < 0)
        {
            return IsContradiction(text) ? true : null;
        }

        // « Oui, enfin non » ; « c'est pas bon » is no yes, though « bon » comes last.
        var isTakenBack = no >= 0 && yes > no && IsPlainYes(text.At(yes)) && IsSaidNo(text.At(no));
        return no < 0 || isTakenBack;
    }

    /// <summary>« Plutôt l'autre »: of two choices, the one that was not taken.</summary>
    public static bool IsTheOther(FoldedText text) =>
        HasPhrase(text, ["l", "autre"])
        && !HasPhrase(text, ["l", "un", "ou", "l", "autre"])
        && !HasPhrase(text, ["ni", "l", "autre"]);

    /// <summary>« Si », « ah si », « si si »: yes to what was said not to be.</summary>
    private static bool IsContradiction(FoldedText text)
    {
        foreach (var token in text.Tokens)
        {
            if (text.Of(token) is not ("si" or "ah" or "mais" or "oh"))
            {
                return false;
            }
        }

        return text.HasWord("si");
    }

    private static bool IsPlainYes(ReadOnlySpan<char> word) =>
        word is "oui" or "ouais" or "ouai" or "ok" or "okay" or "yes" or "voui" or "yep";

    private static bool IsSaidNo(ReadOnlySpan<char> word) =>
        word is "non" or "nan" or "nn" or "no" or "nope";

    /// <summary>Where the last of these begins; −1 when none is there.</summary>
    private static int LastOf(
        FoldedText text,
        FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> words,
        string[][] phrases
    )
    {
        for (var i = text.Tokens.Length - 1; i >= 0; i--)
        {
            if (words.Contains(text.At(i)) && !IsTag(text, i))
            {
                return i;
            }

            foreach (var phrase in phrases)
            {
                if (text.Matches(i, phrase))
                {
                    return i;
                }
            }
        }

        return -1;
    }

    /// <summary>« N'est-ce pas », « pas mal »: a « pas » that denies nothing.</summary>
    private static bool IsTag(FoldedText text, int i) =>
        text.At(i) is "pas"
        && ((text.At(i - 1) is "ce" && text.At(i - 2) is "est") || text.At(i + 1) is "mal");

    /// <summary>« Oui et non », « je ne sais pas », « je n'ai pas compris »: words of an answer that is none.</summary>
    private static bool IsNeither(FoldedText text) => DoesNotKnow(text) || HasAny(text, Neither);

    private static bool HasAny(FoldedText text, string[][] phrases) =>
        Array.Exists(phrases, phrase => HasPhrase(text, phrase));

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

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string words) =>
        FrozenSet
            .ToFrozenSet(words.Split(' '), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

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
