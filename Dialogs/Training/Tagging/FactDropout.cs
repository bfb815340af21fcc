using ChatbotSante.Redaction;

namespace ChatbotSante.Training.Tagging;

/// <summary>
/// Hides some of what is known of a word, now and then, so that the tagger learns to do without: patients use words, names and
/// drugs that no list holds.
/// </summary>
internal static class FactDropout
{
    private const double BecomesStranger = 0.15;
    private const double LosesLexicons = 0.06;
    private const double LosesLongAffixes = 0.08;
    private const WordClasses OfTraining =
        WordClasses.Known | WordClasses.Health | WordClasses.Ordinary;

    public static void Apply(Span<TokenFacts> facts, SeededRandom random)
    {
        foreach (ref var fact in facts)
        {
            if (fact.IsNumber || fact.Gap == TokenGap.Edge && fact.Size == 0)
            {
                continue;
            }

            if (random.Chance(BecomesStranger))
            {
                fact.Known = TokenFactsReader.Stranger;
                fact.Classes &= ~OfTraining;
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
