using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu;

/// <summary>Reads a name, a date of birth, a telephone number out of the spans a classifier found.</summary>
[SuppressMessage(
    "Privacy",
    "CBS0002:Patient data is made part of a text",
    Justification = "The words of a name are put together here to become a PersonName."
)]
internal static class IdentityRules
{
    /// <summary>Common first names: which of two words is the first name, when the order does not say it.</summary>
    private static readonly FrozenSet<string> GivenNames = FrozenSet.ToFrozenSet(
        (
            "jean jeanne pierre marie michel andre philippe alain bernard nathalie isabelle sylvie catherine francoise martine christine "
            + "monique jacqueline nicole anne claude daniel patrick nicolas christophe laurent frederic stephane sebastien julien david thomas "
            + "alexandre olivier eric pascal thierry valerie sophie sandrine veronique celine stephanie aurelie julie camille lea manon chloe emma "
            + "lucie louis louise gabriel raphael arthur hugo jules adam lucas paul victor leon antoine maxime romain kevin mathieu guillaume "
            + "fatima mohamed mohammed ahmed karim said youssef ines sarah laura marine pauline charlotte juliette alice rose jade anna eva "
            + "simone suzanne yvonne odette denise genevieve colette paulette therese madeleine marguerite germaine henri georges roger rene "
            + "marcel lucien raymond robert maurice gerard jacques serge gilles yves guy francois luc marc noel denis bruno didier dominique "
            + "corinne brigitte chantal annie josette ginette huguette renee lucienne georgette helene agnes florence laurence delphine emilie "
            + "augustin auguste gaston leonard theodore theo ethan noah liam gabin sacha tom mathis nathan enzo timeo malo axel robin baptiste "
            + "valentin quentin clement florian jeremy jerome cedric fabrice ludovic franck regis herve joel yannick loic gwenael gwendal "
            + "ronan erwan tanguy thibault thibaut bastien damien fabien gregory aurelien arnaud benoit vincent xavier yann alexis corentin "
            + "dylan jordan jonathan anthony benjamin samuel simon tristan ulysse achille edouard emile eugene ferdinand fernand leopold "
            + "armand raoul roland rodolphe sylvain tony yohan zacharie abdel abdallah ali amine bilal brahim farid hakim hamza hassan "
            + "ibrahim ismael khaled kamel malik mehdi mourad mustapha nabil omar rachid samir sofiane yacine younes mamadou moussa ousmane "
            + "amelie anais angele angelique annabelle annette apolline ariane armelle astrid audrey beatrice benedicte berenice bernadette "
            + "blandine capucine carole caroline cecile cindy clara clarisse claire clemence clotilde constance coralie danielle deborah "
            + "diane edith edwige elea eleonore eliane elisa elisabeth elise elodie eloise elsa emeline estelle esther eugenie fabienne "
            + "fanny flavie flora france frederique gabrielle gaelle gisele gwenaelle henriette honorine hortense irene jacinthe janine "
            + "jeannine jennifer jessica joelle jocelyne josephine josiane judith justine karine laetitia leonie lena leslie lilou lina lise "
            + "loane lola ludivine lydia lydie maelle maeva magali margaux margot marianne marielle mathilde maud megane melanie melissa "
            + "mireille muriel mylene myriam nadege nadia nadine nina noemie nora ophelie oceane patricia pascale perrine raymonde regine "
            + "romane rosalie roxane sabine sabrina salome samia sandra simonne solange solene sonia stella suzie sylviane tatiana thais "
            + "tiphaine valentine vanessa victoire victoria violette virginie viviane yolande zelie zoe aicha amina asma fatou fatoumata "
            + "hanane karima khadija latifa leila malika mariam mina nabila naima rachida salima samira souad yasmina yasmine zahra zohra"
        ).Split(' ')
    );

    /// <summary>Words that belong to the one after them, and are no name alone.</summary>
    private static readonly FrozenSet<string> Particles = FrozenSet.ToFrozenSet([
        "de",
        "du",
        "des",
        "d",
        "le",
        "la",
        "les",
        "l",
    ]);

    private static readonly string[] Announcements =
    [
        "appelle",
        "nom est",
        "nom c'est",
        "nom",
        "madame",
        "monsieur",
        "mme",
        "mlle",
        " mr",
    ];

    /// <summary>The last name said; an answer, or words of health, hold one only where its words show that it is one.</summary>
    public static PersonName? Name(FoldedText text, TextClassification classification)
    {
        var isDoubtful =
            classification.Categories.Overlaps(CategorySet.Health)
            || AnswerRules.YesOrNo(text) is not null;
        PersonName? found = null;
        foreach (var detection in classification.Detections)
        {
            if (detection.Category != DataCategory.Name || IsStaff(text, detection))
            {
                continue;
            }

            var words = text.Original.Substring(detection.Start, detection.Length);
            if (!isDoubtful || IsAnnounced(text, detection) || LooksLikeName(words))
            {
                found = Split(words, IsGivenFirst(text, detection)) ?? found;
            }
        }

        return found;
    }

    public static BirthDate? BirthDate(
        FoldedText text,
        TextClassification classification,
        DateOnly today
    )
    {
        foreach (var detection in classification.Detections)
        {
            if (
                detection.Category == DataCategory.BirthDate
                && Date(text, detection, today) is { } date
            )
            {
                return Redaction.BirthDate.TryCreate(date, today, out var birthDate)
                    ? birthDate
                    : null;
            }
        }

        return null;
    }

    public static PhoneNumber? Phone(FoldedText text, TextClassification classification)
    {
        foreach (var detection in classification.Detections)
        {
            if (
                detection.Category == DataCategory.Phone
                && PhoneNumber.TryParse(
                    text.Original.Substring(detection.Start, detection.Length),
                    out var phone
                )
            )
            {
                return phone;
            }
        }

        return null;
    }

    /// <summary>The code in a message; the last one wins.</summary>
    public static OneTimeCode? Code(FoldedText text, TextClassification classification)
    {
        OneTimeCode? found = null;
        foreach (var detection in classification.Detections)
        {
            if (
                detection.Category == DataCategory.Secret
                && OneTimeCode.TryParse(
                    text.Original.Substring(detection.Start, detection.Length),
                    out var code
                )
            )
            {
                found = code;
            }
        }

        return found;
    }

    private static bool IsStaff(FoldedText text, Detection detection)
    {
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            if (text.Tokens[i].Start >= detection.Start)
            {
                return text.At(i - 1) is "docteur" or "dr" or "doc";
            }
        }

        return false;
    }

    private static bool IsGivenFirst(FoldedText text, Detection detection)
    {
        var before = text.Folded.AsSpan(0, detection.Start).TrimEnd();
        return before.EndsWith("appelle", StringComparison.Ordinal);
    }

    /// <summary>« Mon nom est », « je m'appelle », « madame ».</summary>
    private static bool IsAnnounced(FoldedText text, Detection detection)
    {
        var before = text.Folded.AsSpan(0, detection.Start).TrimEnd(" :'");
        foreach (var announcement in Announcements)
        {
            if (before.EndsWith(announcement, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a known first name, or a capital at each word and only there, shows that this is a name.</summary>
    private static bool LooksLikeName([IdentityData] string words)
    {
        var parts = Units(words);
        return parts.Exists(IsGiven)
            || (parts.TrueForAll(part => part.Any(char.IsUpper)) && words.Any(char.IsLower));
    }

    private static PersonName? Split([IdentityData] string words, bool givenFirst)
    {
        var parts = Units(words);
        if (parts.Count < 2)
        {
            return null;
        }

        var firstIsGiven = IsGiven(parts[0]);
        var lastIsGiven = IsGiven(parts[^1]);
        var capitals = parts[^1].Length > 1 && parts[^1].All(IsCapital) && !parts[0].All(IsCapital);
        var given =
            capitals
            || (firstIsGiven && !lastIsGiven)
            || (givenFirst && firstIsGiven == lastIsGiven);
        var name = given
            ? PersonName.TryCreate(string.Join(' ', parts.Skip(1)), parts[0], out var a)
                ? a
                : null
            : PersonName.TryCreate(string.Join(' ', parts.SkipLast(1)), parts[^1], out var b)
                ? b
                : null;
        return name;
    }

    private static bool IsCapital(char c) => !char.IsLetter(c) || char.IsUpper(c);

    /// <summary>A first name of the list, or one made of it: « Anne-Sophie ».</summary>
    private static bool IsGiven([IdentityData] string word)
    {
        var folded = FoldedText.FoldWord(word);
        return GivenNames.Contains(folded) || GivenNames.Contains(folded.Split('-')[0]);
    }

    /// <summary>The words of a name, each with the particles before it: « De La Tour » is one, a particle alone is none.</summary>
    [return: IdentityData]
    private static List<string> Units([IdentityData] string words)
    {
        var units = new List<string>();
        var particles = string.Empty;
        foreach (
            var word in words.Split(
                [' ', ','],
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            )
        )
        {
            if (Particles.Contains(FoldedText.FoldWord(word).TrimEnd('\'')))
            {
                particles += word + " ";
            }
            else
            {
                units.Add(particles + word);
                particles = string.Empty;
            }
        }

        return units;
    }

    private static DateOnly? Date(FoldedText text, Detection detection, DateOnly today) =>
        DateText.TryRead(
            text.Original.AsSpan(detection.Start, detection.Length),
            today,
            out var date
        )
            ? date
            : null;
}
