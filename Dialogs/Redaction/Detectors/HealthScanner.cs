using System.Collections.Frozen;

namespace ChatbotSante.Redaction;

/// <summary>Finds words that say something of a person's health. A short list; single words only.</summary>
internal static class HealthScanner
{
    private static readonly FrozenDictionary<string, DataCategory>.AlternateLookup<
        ReadOnlySpan<char>
    > Words = Build().GetAlternateLookup<ReadOnlySpan<char>>();

    public static DataCategory? CategoryOf(ReadOnlySpan<char> folded) =>
        Words.TryGetValue(folded, out var category) ? category : null;

    public static void Find(FoldedText text, List<Detection> found)
    {
        foreach (var token in text.Tokens)
        {
            if (!token.IsNumber && CategoryOf(text.Of(token)) is { } category)
            {
                found.Add(new Detection(token.Start, token.Length, category, Confidence.Likely));
            }
        }
    }

    private static FrozenDictionary<string, DataCategory> Build()
    {
        var words = new Dictionary<string, DataCategory>(StringComparer.Ordinal);
        Add(
            words,
            DataCategory.Symptom,
            "mal douleur douleurs fievre toux vomi vomis vomissements nausee nausees saigne saignement vertige vertiges malaise essouffle essoufflee demangeaisons boutons gonfle gonflee oedeme insomnie brulures"
        );
        Add(
            words,
            DataCategory.Condition,
            "diabete diabetique cancer tumeur infarctus avc asthme asthmatique hypertension epilepsie epileptique seropositif seropositive vih sida hepatite covid grippe infection phlebite embolie arthrose glaucome dmla parkinson alzheimer sclerose psoriasis eczema melanome fracture insuffisance syphilis chlamydia gonorrhee"
        );
        Add(
            words,
            DataCategory.Drug,
            "doliprane paracetamol ibuprofene aspirine kardegic plavix eliquis xarelto previscan insuline metformine amoxicilline augmentin cortisone morphine tramadol levothyrox lexomil xanax methadone subutex ventoline antibiotique antibiotiques anticoagulant anticoagulants"
        );
        Add(
            words,
            DataCategory.Pregnancy,
            "enceinte grossesse ivg fausse-couche avortement fiv accouche accouchement contraception sterilet"
        );
        Add(
            words,
            DataCategory.Mental,
            "depression depressif depressive anxiete suicidaire schizophrenie schizophrene bipolaire anorexie boulimie psychiatre psychiatrie"
        );
        Add(
            words,
            DataCategory.Substance,
            "alcoolique cocaine heroine cannabis toxicomane sevrage"
        );
        Add(words, DataCategory.Allergy, "allergie allergique allergies");
        Add(
            words,
            DataCategory.Disability,
            "handicap handicape handicapee paraplegique aveugle malentendant malvoyant"
        );
        Add(
            words,
            DataCategory.Procedure,
            "opere operee chimiotherapie chimio radiotherapie dialyse prothese pacemaker greffe"
        );
        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void Add(
        Dictionary<string, DataCategory> words,
        DataCategory category,
        string list
    )
    {
        foreach (var word in list.Split(' '))
        {
            words[word] = category;

            // The ligature folds to one letter: « œdème » is « edeme ».
            words[word.Replace("oe", "e", StringComparison.Ordinal)] = category;
        }
    }
}
