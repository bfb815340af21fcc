namespace ChatbotSante.Redaction;

/// <summary>Looks for the word that announces a value: « IPP : », « mon numéro de sécu c'est le ».</summary>
internal static class Labels
{
    /// <summary>How far before its value a label stands, in words.</summary>
    private const int Reach = 8;

    /// <summary>The category announced before a token, in the same sentence; null when none is.</summary>
    public static DataCategory? Before(scoped in MessageScan scan, int index)
    {
        for (var i = index - 1; i >= 0 && index - i <= Reach; i--)
        {
            if (EndsTheReach(scan, i, index))
            {
                return null;
            }

            if (Of(scan, i) is { } label)
            {
                return label;
            }
        }

        return null;
    }

    /// <summary>Whether this very category is announced before a token.</summary>
    public static bool Before(scoped in MessageScan scan, int index, DataCategory category)
    {
        for (var i = index - 1; i >= 0 && index - i <= Reach; i--)
        {
            if (EndsTheReach(scan, i, index))
            {
                return false;
            }

            if (Of(scan, i) == category)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The category that the word at an index announces, read with its neighbours.</summary>
    public static DataCategory? Of(scoped in MessageScan scan, int i)
    {
        var word = scan.Word(i);

        // « à la MAAF sous le numéro 77 12 44 ».
        if (scan.Has(i, WordFlags.Insurer) && IsNumbered(scan, i))
        {
            return DataCategory.InsurerId;
        }

        if (
            word is "patient" or "patiente"
            && (
                scan.Word(i - 1) is "numero" or "n" or "num"
                || (scan.Word(i - 1) is "de" && scan.Word(i - 2) is "numero")
            )
        )
        {
            return DataCategory.FileNumber;
        }

        var label = scan.Info(i).Label;
        return label switch
        {
            DataCategory.Nir when word is "immatriculation" && scan.Word(i + 1) is "du" or "de" =>
                DataCategory.Plate,
            DataCategory.Nir
                when word is "securite"
                    && scan.Word(i + 1) is not ("sociale" or "social" or "soc") => null,
            DataCategory.Nir when word is "vitale" && scan.Word(i - 1) is not "carte" => null,
            DataCategory.Nir when word is "matricule" && scan.Word(i + 1) is "ins" =>
                DataCategory.Ins,
            DataCategory.Secret when word is "code" => scan.Word(i + 1) switch
            {
                "postal" => null,
                "barre"
                or "barres"
                or "civil"
                or "de" when scan.Word(i + 2) is "la" && scan.Word(i + 3) is "route" => null,
                _ => DataCategory.Secret,
            },
            DataCategory.Secret when word is "passe" => scan.Word(i - 1) is "de"
            && scan.Word(i - 2) is "mot"
                ? DataCategory.Secret
                : null,
            DataCategory.ProId when word is "am" => null,
            DataCategory.IdDocument when word is "identite" => scan.Word(i - 1) is "d"
                ? DataCategory.IdDocument
                : null,
            DataCategory.IdDocument when word is "permis" => DataCategory.IdDocument,
            DataCategory.IdDocument when word is "visa" => DataCategory.Card,
            DataCategory.Card when word is "bleue" => scan.Word(i - 1) is "carte"
                ? DataCategory.Card
                : null,
            DataCategory.Card when word is "cb" => DataCategory.Card,
            DataCategory.Phone when word is "ligne" or "fixe" or "mobile" or "rappel" => scan.Word(
                i - 1
            )
                is "en"
                ? null
                : DataCategory.Phone,
            DataCategory.FileNumber
                when word
                    is "demande"
                        or "passage"
                        or "venue"
                        or "sejour"
                        or "tube"
                        or "facture"
                        or "dossier"
                        or "prescription" => DataCategory.FileNumber,
            DataCategory.BirthDate when word is "ne" or "nee" => IsBorn(scan, i)
                ? DataCategory.BirthDate
                : null,
            _ => label,
        };
    }

    /// <summary>« Né le », « né(e) en »; not « ne » of a negation.</summary>
    private static bool IsBorn(scoped in MessageScan scan, int i) =>
        scan.Word(i + 1) is "le" or "en" or "a" or "un" or "vers" or "e" or "l"
        || scan.IsNumber(i + 1)
        || scan.Has(i + 1, WordFlags.NumberWord)
        || (i + 1 < scan.Tokens.Length && scan.Gap(i + 1).Contains(':'))
        || scan.Original[scan.Tokens[i].End - 1] is 'é' or 'É';

    private static bool EndsTheReach(scoped in MessageScan scan, int i, int index) =>
        i + 1 < index
        && scan.Gap(i + 1).IndexOfAny(".?!;") >= 0
        && scan.Gap(i + 1).TrimStart('.').IndexOfAny(' ', '\n') >= 0
        && scan.Gap(i + 1).IndexOf(':') < 0
        && !IsAbbreviation(scan, i);

    /// <summary>« Tél. 06… », « réf. 123 ».</summary>
    private static bool IsAbbreviation(scoped in MessageScan scan, int i) =>
        scan.Tokens[i].Length <= 4 || scan.Info(i).Label is not null;

    private static bool IsNumbered(scoped in MessageScan scan, int insurer)
    {
        for (var i = insurer + 1; i <= insurer + 4; i++)
        {
            if (scan.Word(i) is "numero" or "n" or "no" or "num" or "adherent" or "contrat")
            {
                return true;
            }
        }

        return false;
    }
}
