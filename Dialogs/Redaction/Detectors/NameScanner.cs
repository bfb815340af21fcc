using System.Collections.Frozen;

namespace ChatbotSante.Redaction;

/// <summary>Finds names after words that announce one, in capitalised pairs, and wherever a name was asked for.</summary>
internal static class NameScanner
{
    private const int MaxWords = 6;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OrdinaryWords =
        FrozenSet
            .ToFrozenSet([
                .. "a ai ah alors alo allo allez apres au aujourd aussi autre aux avec avez avoir bah bas bien bon bonjour bonsoir bjr c ca".Split(
                    ' '
                ),
                .. "ce celui cela ces cest cet cette chez clinique comment d dac dans date de demain depuis des dis donc dr du docteur".Split(
                    ' '
                ),
                .. "elle en encore enfin est et euh eux fait faut fils fille fixe heure heures h hein hier ici il ils j je jeudi jour l la".Split(
                    ' '
                ),
                .. "le les lui lundi ma mais maman mardi matin me mercredi mere merci mes moi mon mr mme m madame monsieur mari femme midi".Split(
                    ' '
                ),
                .. "ne nee ni naissance nom non nos note notre nous numero num n o oh ok on ont ou oui ouais ouai pas papa par parce pardon".Split(
                    ' '
                ),
                .. "pere peu peut plait plus plutot portable pour pouvez prenom prendre presente puis q qu que quel quelle quelqu quand qui".Split(
                    ' '
                ),
                .. "rdv rendez resto s sa samedi se semaine ses si soir son sont sur suis svp stp t tel telephone tres tu un une va vais".Split(
                    ' '
                ),
                .. "vendredi veut veux vie vient voila vos votre vous voudrais y accord appelle appel exact exactement parfait correct".Split(
                    ' '
                ),
                .. "confirme annule annuler reserve reserver reservation humain personne quelquun aide retour stop repete repeter rappel".Split(
                    ' '
                ),
                .. "premier premiere deuxieme second seconde troisieme dernier choix creneau dispo disponible horaire horaires adresse".Split(
                    ' '
                ),
                .. "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre dimanche prochain prochaine".Split(
                    ' '
                ),
                .. "apresmidi midi aprem lieu medecin secretariat secretaire voir possible besoin vite tot soit vendre passe fois rien tout".Split(
                    ' '
                ),
                .. "laisse laissez tomber abandonner abandonne arrete arretez arreter annulez oublie oubliez rappelez rappeler parler".Split(
                    ' '
                ),
                .. "habite habitons demeure securite secu mail courriel gmail conseiller conseillere secretaire standard operateur deplacer decaler reporter changer modifier vraie humaine".Split(
                    ' '
                ),
                .. "date nee comme dit appeler mail email joindre joignable sinon mobile urgent urgence samu question bonne journee".Split(
                    ' '
                ),
            ])
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Numbers in words, and what people say while they talk of something else: no names, but streets may have them.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> CommonWords =
        FrozenSet
            .ToFrozenSet([
                .. "zero deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts trente".Split(
                    ' '
                ),
                .. "quarante cinquante soixante septante huitante octante nonante cent cents mille er ere eme ieme premiers premieres".Split(
                    ' '
                ),
                .. "probleme problemes souci soucis chose choses truc trucs idee idees message messages reponse reponses demande".Split(
                    ' '
                ),
                .. "information informations info infos renseignement renseignements temps moment minute minutes instant jours jour".Split(
                    ' '
                ),
                .. "mois an ans annee annees age semaines matinee soiree weekend consultation consultations visite examen examens".Split(
                    ' '
                ),
                .. "ordonnance ordonnances carte vitale mutuelle dossier resultat resultats creneaux dates places code sms numeros".Split(
                    ' '
                ),
                .. "ventre genou genoux dos dent dents oreille oreilles gorge jambe jambes yeux poitrine peau patient patiente".Split(
                    ' '
                ),
                .. "sais sait savoir savez connais connait comprends comprend compris crois croyais pense pensais attends attend attendre".Split(
                    ' '
                ),
                .. "attendez donne donner donnez dites dire disais faire fais faites font peux pouvoir pourrais pourrait pourriez".Split(
                    ' '
                ),
                .. "voudrait aimerais aimerait prefere preferais prefererais souhaite souhaiterais cherche reviens revenir sommes etes".Split(
                    ' '
                ),
                .. "ete etre etait etais sera serait avons avais avait aura aurait aurais auriez dois doit devez devoir viens venir".Split(
                    ' '
                ),
                .. "venez arrive arriver aller irai iras allons prends prend prenez mets mettre mettez envoie envoyer envoyez ecris".Split(
                    ' '
                ),
                .. "ecrire ecrit entends entendu regarde regarder trouve trouver verifier verifie trompe trompee valide valider refuse".Split(
                    ' '
                ),
                .. "occupe occupee toujours jamais souvent deja bientot tard trop assez beaucoup moins vraiment".Split(
                    ' '
                ),
                .. "seulement ainsi sans contre vers jusque jusqu pendant avant maintenant mieux pire meme memes egal pareil desole".Split(
                    ' '
                ),
                .. "desolee complique compliquee facile difficile impossible super genial cool nickel salut coucou soiree revoir bye".Split(
                    ' '
                ),
                .. "quoi laquelle lequel lesquels quelques chaque plusieurs aucun aucune certain certaine certains mienne leur leurs".Split(
                    ' '
                ),
                .. "toi nos vos tes ton ta cela ceux celle celles eux autres peut etre volontiers evidemment certainement absolument".Split(
                    ' '
                ),
                .. "lundis mardis mercredis jeudis vendredis samedis dimanches sauf hormis uniquement depend prix payer voyons".Split(
                    ' '
                ),
                .. "loin pourquoi combien lorsque parce puisque chacun eh euhh hum mmh nan nn ouf zut bof dacc okay".Split(
                    ' '
                ),
            ])
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Particles =
        FrozenSet
            .ToFrozenSet([
                "le",
                "la",
                "les",
                "de",
                "du",
                "des",
                "d",
                "l",
                "van",
                "von",
                "ben",
                "el",
                "al",
                "da",
                "dos",
                "di",
                "saint",
                "sainte",
            ])
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Words after which a name comes.</summary>
    private static readonly string[][] Triggers =
    [
        ["je", "m", "appelle"],
        ["m", "appelle"],
        ["mappelle"],
        ["mon", "nom", "est"],
        ["mon", "nom", "c", "est"],
        ["nom", "de"],
        ["nom", "est"],
        ["prenom", "est"],
        ["prenom", "c", "est"],
        ["madame"],
        ["monsieur"],
        ["mme"],
        ["mr"],
        ["mlle"],
        ["docteur"],
        ["dr"],
        ["voisin"],
        ["voisine"],
    ];

    public static bool IsOrdinary(ReadOnlySpan<char> folded) => OrdinaryWords.Contains(folded);

    public static bool IsParticle(ReadOnlySpan<char> folded) => Particles.Contains(folded);

    public static void Find(FoldedText text, CategorySet expected, List<Detection> found)
    {
        var asked = expected.Contains(DataCategory.Name);
        var i = 0;
        while (i < text.Tokens.Length)
        {
            var trigger = TriggerLength(text, i);
            if (trigger > 0)
            {
                i = Take(
                    text,
                    i + trigger,
                    needCapital: false,
                    atLeast: 1,
                    Confidence.Likely,
                    found
                );
            }
            else if (asked)
            {
                i = Take(text, i, needCapital: false, atLeast: 1, Confidence.Likely, found);
            }
            else
            {
                i = Take(text, i, needCapital: true, atLeast: 2, Confidence.Possible, found);
            }
        }
    }

    private static int TriggerLength(FoldedText text, int index)
    {
        foreach (var trigger in Triggers)
        {
            if (text.Matches(index, trigger))
            {
                return trigger.Length;
            }
        }

        return 0;
    }

    /// <summary>Takes a run of words that can be a name; the index to go on from.</summary>
    private static int Take(
        FoldedText text,
        int from,
        bool needCapital,
        int atLeast,
        Confidence confidence,
        List<Detection> found
    )
    {
        var first = from;
        var named = AfterParticles(text, first);
        if (named > first && CanBeName(text, named, needCapital, found))
        {
            first = named;
        }

        var last = first;
        var words = 0;
        while (
            words < MaxWords
            && last < text.Tokens.Length
            && (words == 0 || IsContiguous(text, last))
        )
        {
            var joins =
                words > 0
                && IsParticle(text.At(last))
                && CanBeName(text, AfterParticles(text, last), needCapital, found);
            if (!joins && !CanBeName(text, last, needCapital, found))
            {
                break;
            }

            words++;
            last++;
        }

        if (words < atLeast)
        {
            return from + 1;
        }

        var start = text.Tokens[from < first && words > 0 ? from : first].Start;
        found.Add(
            new Detection(start, text.Tokens[last - 1].End - start, DataCategory.Name, confidence)
        );
        return last;
    }

    /// <summary>The index after a run of particles (« de la »), all in one stretch.</summary>
    private static int AfterParticles(FoldedText text, int index)
    {
        while (IsParticle(text.At(index)) && IsContiguous(text, index + 1))
        {
            index++;
        }

        return index;
    }

    private static bool CanBeName(
        FoldedText text,
        int index,
        bool needCapital,
        List<Detection> found
    )
    {
        if ((uint)index >= (uint)text.Tokens.Length)
        {
            return false;
        }

        var token = text.Tokens[index];
        return !token.IsNumber
            && token.Length >= 2
            && !IsOrdinary(text.At(index))
            && !CommonWords.Contains(text.At(index))
            && HealthScanner.CategoryOf(text.At(index)) is null
            && (!needCapital || char.IsUpper(text.Original[token.Start]))
            && !IsTaken(token, found);
    }

    /// <summary>Whether an earlier detector said what this word is: a street is nobody's name.</summary>
    private static bool IsTaken(TextToken token, List<Detection> found)
    {
        foreach (var detection in found)
        {
            if (token.Start < detection.End && detection.Start < token.End)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether only a space, a hyphen, an apostrophe or a comma stands before this token.</summary>
    private static bool IsContiguous(FoldedText text, int index)
    {
        if (index <= 0 || index >= text.Tokens.Length)
        {
            return false;
        }

        var between = text.Folded.AsSpan()[text.Tokens[index - 1].End..text.Tokens[index].Start];
        return between.Length <= 2 && between.IndexOfAnyExcept(" -',") < 0;
    }
}
