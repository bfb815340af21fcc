using System.Collections.Frozen;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>The words of days and hours, as they are written and as they are misspelt.</summary>
internal static class DateVocabulary
{
    private const string Written = """
        Weekday 0: dimanche dimanch dimanhe dimance dimache
        Weekday 1: lundi lundit lindi
        Weekday 2: mardi mardit mrdi
        Weekday 3: mercredi mercredit mercrdi mecredi mercedi mercerdi mercrdei
        Weekday 4: jeudi jeudit jeudy jedi jeud
        Weekday 5: vendredi vendredit vendrdi vendredie vendrredi
        Weekday 6: samedi samdi samedit
        Weekdays 0: dimanches
        Weekdays 1: lundis
        Weekdays 2: mardis
        Weekdays 3: mercredis
        Weekdays 4: jeudis
        Weekdays 5: vendredis
        Weekdays 6: samedis
        Month 1: janvier janv jan
        Month 2: fevrier fevr fev
        Month 3: mars
        Month 4: avril avr
        Month 5: mai
        Month 6: juin
        Month 7: juillet juil juill
        Month 8: aout
        Month 9: septembre septemb
        Month 10: octobre oct octob
        Month 11: novembre nov novemb
        Month 12: decembre dec decemb
        Today 0: aujourdhui aujourdui ojourdui ojourdhui ojd ajd auj
        Today 1: demain dmain dem1 deumain demin dmn
        Today 2: surlendemain apresdemain
        Part 0: matin matinee matinees mat matins mtin matain
        Part 6: aprem aprm apm apresm apresmidi aprmidi apresmid apremidi
        Part 11: soir soiree soirs soirees
        Noon 0: midi midis
        Hour 0: h heure heures heur heurs eure eures hr hrs
        Week 0: semaine semaines sem semane smaine
        Weekend 0: weekend weekends we wkd
        MonthUnit 0: mois
        Year 0: annee an ans
        DayUnit 0: jour jours journee journees jr jrs
        Span 7: huitaine
        Span 10: dizaine
        Span 14: quinzaine
        Next 0: prochain prochaine prochains prochaines pro proch prochin
        Following 0: suivant suivante suivants suivantes
        Gone 0: dernier derniere derniers dernieres passe passee passes passees precedent precedente
        Gone 1: hier avanthier
        Edge 0: debut debuts
        Edge 1: milieu mi
        Edge 2: fin fins
        Ordinal 1: premier premiere 1er 1ere premiers premieres
        Ordinal 2: deuxieme second seconde
        Ordinal 3: troisieme
        Ordinal 4: quatrieme
        Ordinal 5: cinquieme
        Holiday 0: noel
        Holiday 1: paques
        Holiday 2: ascension
        Holiday 3: pentecote
        Holiday 4: toussaint
        Holiday 5: assomption
        Holiday 6: armistice
        Holiday 10: sylvestre
        Holiday 11: epiphanie
        Holiday 12: valentin
        Holiday 13: halloween
        """;

    /// <summary>Ordinary words one keystroke away from the words above.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Kept = FrozenSet
        .ToFrozenSet(
            (
                "marin marins mutin malin satin maton matons latin patin main demande demandes remain semelle prochainement "
                + "aurait avoir janviers mards lunch jeune jeunes jeu mari marie maries mare marche samba fevre mais avis"
            ).Split(' '),
            StringComparer.Ordinal
        )
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, DateWord> Words = Read();

    private static readonly FrozenDictionary<string, DateWord>.AlternateLookup<
        ReadOnlySpan<char>
    > ByWord = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Words in which a wrong keystroke is forgiven, by their first letter.</summary>
    private static readonly FrozenDictionary<char, string[]> Long = Words
        .Keys.Where(word =>
            word
                is "lundi"
                    or "mardi"
                    or "mercredi"
                    or "jeudi"
                    or "vendredi"
                    or "samedi"
                    or "dimanche"
                    or "janvier"
                    or "fevrier"
                    or "avril"
                    or "juillet"
                    or "septembre"
                    or "octobre"
                    or "novembre"
                    or "decembre"
                    or "demain"
                    or "matin"
                    or "semaine"
                    or "prochain"
                    or "prochaine"
                    or "apresmidi"
                    or "toussaint"
                    or "pentecote"
                    or "ascension"
                    or "quinzaine"
        )
        .GroupBy(word => word[0])
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    /// <summary>What a folded word says; nothing when it is of no date.</summary>
    public static DateWord Find(ReadOnlySpan<char> word)
    {
        if (ByWord.TryGetValue(word, out var found))
        {
            return found;
        }

        return word.Length is >= 5 and <= 12 && !Kept.Contains(word) ? Nearest(word) : default;
    }

    private static DateWord Nearest(ReadOnlySpan<char> word)
    {
        if (!Long.TryGetValue(word[0], out var candidates))
        {
            return default;
        }

        foreach (var candidate in candidates)
        {
            var allowed = candidate.Length >= 8 && word.Length >= 7 ? 2 : 1;
            if (
                Math.Abs(candidate.Length - word.Length) <= allowed
                && EditDistance.Within(word, candidate, allowed)
            )
            {
                return ByWord[candidate];
            }
        }

        return default;
    }

    private static FrozenDictionary<string, DateWord> Read()
    {
        var words = new Dictionary<string, DateWord>(StringComparer.Ordinal);
        foreach (var line in Written.Split('\n'))
        {
            var (head, tail) = line.Split(':') switch
            {
                [var h, var t] => (h.Split(' '), t),
                _ => throw new FormatException("A line of the date words has no colon."),
            };
            var word = new DateWord(
                Enum.Parse<DateWordKind>(head[0]),
                short.Parse(head[1], System.Globalization.CultureInfo.InvariantCulture),
                1
            );
            foreach (var each in tail.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                words.Add(FoldedText.FoldWord(each.Trim()), word);
            }
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
