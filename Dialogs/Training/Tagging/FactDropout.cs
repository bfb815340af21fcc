using ChatbotSante.Redaction;

namespace ChatbotSante.Training.Tagging;

/// <summary>
/// Hides some of what is known of a word, now and then, so that the tagger learns to do without: patients use words, names and
/// drugs that no list holds. More often inside spans, so that in doubt a word that nobody knows is taken for something personal.
/// </summary>
internal static class FactDropout
{
    private const double BecomesStranger = 0.22;
    private const double BecomesStrangerOutside = 0.08;
    private const double LosesLexicons = 0.06;
    private const double LosesLongAffixes = 0.1;
    private const WordClasses OfTraining =
        WordClasses.Known
        | WordClasses.Health
        | WordClasses.Ordinary
        | WordClasses.Speaker
        | WordClasses.Clinic
        | WordClasses.General;

    private const WordClasses OfVocabulary =
        WordClasses.Known | WordClasses.Health | WordClasses.Ordinary;

    public static void Apply(TrainingMessage message, SeededRandom random)
    {
        for (var i = 0; i < message.Labels.Length; i++)
        {
            ref var fact = ref message.Facts[i + TagFeatures.Reach];
            if (fact.IsNumber)
            {
                continue;
            }

            var outside = message.Labels[i] == TagLabels.Outside;
            if (random.Chance(outside ? BecomesStrangerOutside : BecomesStranger))
            {
                fact.Known = TokenFactsReader.Stranger;
                fact.Classes &= ~OfVocabulary;
            }

            if (random.Chance(LosesLexicons))
            {
                fact.Classes &= OfTraining;
            }

            if (random.Chance(LosesLongAffixes))
            {
                fact.Prefix4 = fact.Prefix5 = fact.Suffix4 = fact.Suffix5 = 0;
            }
        }
    }
}
