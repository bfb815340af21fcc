using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Commands.Redact;

/// <summary>What a question asks for, by its words: « Quel est votre nom ? » asks for a name. Categories may also be named (<c>NAME, PHONE</c>).</summary>
internal static class AskedCategories
{
    /// <summary>How the words begin that ask for something, without accents; a space stands for any gap.</summary>
    private static readonly (string Begins, CategorySet Asked)[] Wordings =
    [
        .. Ask(
            "nom |noms |prenom|appelez vous|vous appelez|qui etes|qui est|medecin|docteur|praticien",
            DataCategory.Name
        ),
        .. Ask("naissance|naiss|ne le|nee le", DataCategory.BirthDate),
        .. Ask("securite sociale|secu|carte vitale|nir", DataCategory.Nir),
        .. Ask("ins |identifiant national", DataCategory.Ins),
        .. Ask("dossier|ipp|reference|numero de facture", DataCategory.FileNumber),
        .. Ask(
            "telephone|tel |portable|mobile|joindre|joignable|rappeler|numero de fixe",
            DataCategory.Phone
        ),
        .. Ask("mail|courriel|e mail|email|adresse electronique", DataCategory.Email),
        .. Ask("adresse|habitez|domicile|rue", DataCategory.Address, DataCategory.Location),
        .. Ask("ville|commune|code postal|ou habitez", DataCategory.Location),
        .. Ask("iban|rib|coordonnees bancaires", DataCategory.Iban),
        .. Ask("carte bancaire|carte bleue|numero de carte", DataCategory.Card),
        .. Ask(
            "piece d identite|carte d identite|passeport|titre de sejour|permis",
            DataCategory.IdDocument
        ),
        .. Ask("immatriculation|plaque", DataCategory.Plate),
        .. Ask("mot de passe|code", DataCategory.Secret),
        .. Ask("age |ages ", DataCategory.Age),
        .. Ask("rpps|adeli|finess", DataCategory.ProId),
        .. Ask("mutuelle|complementaire|adherent|assurance", DataCategory.InsurerId),
        .. Ask("date|quel jour|quand|depuis combien", DataCategory.Date),
        .. Health(
            "motif|raison|douleur|mal |symptome|sante|souffrez|ressentez|sentez|allez vous|traitement|medicament|allergi|fievre|temperature|"
                + "cicatrice|pansement|plaie|saign|vomi|nausee|operation|opere|intervention|antecedent|maladie|enceinte|grossesse|examen|"
                + "resultat|tension|poids|pesez|fumez|buvez|alcool|tabac|dormez|moral|marche|mange|urin|transit|respir|gonfl|handicap"
        ),
    ];

    private static readonly Dictionary<string, DataCategory> Codes = Enum.GetValues<DataCategory>()
        .ToDictionary(DataCategories.CodeOf, StringComparer.OrdinalIgnoreCase);

    /// <summary>The categories that a question asks for; none when it asks for nothing that is known here.</summary>
    public static CategorySet Of(string question)
    {
        var named = Named(question);
        if (!named.IsEmpty)
        {
            return named;
        }

        var words = $" {Folded(question)} ";
        var asked = CategorySet.None;
        foreach (var (begins, categories) in Wordings)
        {
            asked = words.Contains(" " + begins, StringComparison.Ordinal)
                ? asked.Union(categories)
                : asked;
        }

        // « code postal » asks for no secret, « adresse mail » for no street.
        asked = words.Contains(" code postal", StringComparison.Ordinal)
            ? asked.Except(CategorySet.Of(DataCategory.Secret))
            : asked;
        return asked.Contains(DataCategory.Email)
            ? asked.Except(CategorySet.Of(DataCategory.Address, DataCategory.Location))
            : asked;
    }

    /// <summary>« NAME, PHONE », or nothing when one of the words is no category.</summary>
    private static CategorySet Named(string question)
    {
        var named = CategorySet.None;
        foreach (
            var word in question.Split(
                [' ', ',', ';', '|', '+'],
                StringSplitOptions.RemoveEmptyEntries
            )
        )
        {
            if (string.Equals(word, "HEALTH", StringComparison.OrdinalIgnoreCase))
            {
                named = named.Union(CategorySet.Health);
            }
            else if (Codes.TryGetValue(word, out var category))
            {
                named = named.With(category);
            }
            else
            {
                return CategorySet.None;
            }
        }

        return named;
    }

    private static string Folded(string question) =>
        string.Create(
            question.Length,
            question,
            static (span, source) =>
            {
                for (var i = 0; i < source.Length; i++)
                {
                    span[i] = char.IsLetterOrDigit(source[i]) ? FoldedText.Fold(source[i]) : ' ';
                }
            }
        );

    private static IEnumerable<(string Begins, CategorySet Asked)> Ask(
        string wordings,
        params DataCategory[] categories
    ) => wordings.Split('|').Select(wording => (wording, CategorySet.Of(categories)));

    private static IEnumerable<(string Begins, CategorySet Asked)> Health(string wordings) =>
        wordings.Split('|').Select(wording => (wording, CategorySet.Health));
}
