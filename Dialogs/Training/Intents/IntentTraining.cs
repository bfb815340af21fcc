using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Dialogs.Nlu.Intents;
using ChatbotSante.Redaction;

namespace ChatbotSante.Training.Intents;

/// <summary>From a book of phrases to the weights that ship.</summary>
internal sealed class IntentTraining(PhraseBook book, IntentRules rules, TextWriter progress)
{
    private const ulong Seed = 20_261_124;
    private const int Folds = 4;
    private const double MostTimes = 5;

    public IntentTrainingOptions Options { get; init; } = new();

    /// <summary>Odds that the classifier gave to phrases of lines it had not learned from.</summary>
    public List<(float[] Odds, int Label)> CrossValidate()
    {
        var samples = Samples(Options.PerLabel);
        var said = new List<(float[], int)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var learned = samples.FindAll(sample => sample.Group % Folds != fold);
            var weights = MaximumEntropyTrainer.Train(
                learned,
                book.Labels.Count,
                Options.L2,
                Options.Rounds
            );
            var before = said.Count;
            progress.WriteLine(
                FormattableString.Invariant(
                    $"{100.0 * learned.Count(one => BestOf(weights.Odds(one.Features)) == one.Label) / learned.Count:0.0} % of what was learned"
                )
            );
            said.AddRange(
                samples
                    .Where(sample => sample.Group % Folds == fold)
                    .Select(sample => (weights.Odds(sample.Features), sample.Label))
            );
            var right = said.Skip(before).Count(one => BestOf(one.Item1) == one.Item2);
            progress.WriteLine(
                FormattableString.Invariant(
                    $"fold {fold + 1}: {learned.Count} learned, {weights.Index.Count} features, {100.0 * right / (said.Count - before):0.0} % of {said.Count - before} right"
                )
            );
        }

        return said;
    }

    public LinearWeights Train() =>
        MaximumEntropyTrainer.Train(
            Samples(Options.PerLabel),
            book.Labels.Count,
            Options.L2,
            Options.Rounds
        );

    /// <summary>What weights say of sentences written apart.</summary>
    public List<(float[] Odds, int Label)> Said(
        LinearWeights weights,
        IEnumerable<LabelledSentence> sentences
    ) =>
        [
            .. sentences.Select(one =>
                (weights.Odds(Features(one.Text)), book.Labels.ToList().IndexOf(one.Label))
            ),
        ];

    public static int BestOf(float[] odds) => odds.AsSpan().IndexOf(odds.Max());

    /// <summary>As many of each label, spread over its lines.</summary>
    private List<IntentSample> Samples(int perLabel)
    {
        var sampler = new PhraseSampler(book);
        var random = new SeededRandom(Seed);
        var samples = new List<IntentSample>();
        foreach (var lines in book.Phrases.GroupBy(phrase => phrase.Label))
        {
            // A line that can be said in many ways is said more often.
            var phrases = lines
                .SelectMany(line =>
                    Enumerable.Repeat(
                        line,
                        (int)Math.Clamp(Math.Sqrt(sampler.Variants(line.Node)), 1, MostTimes)
                    )
                )
                .ToList();
            for (var i = 0; i < perLabel; i++)
            {
                var phrase = random.Pick(phrases);
                samples.Add(
                    new IntentSample(
                        phrase.Label,
                        phrase.Group,
                        Features(sampler.Say(phrase, random))
                    )
                );
            }
        }

        return samples;
    }

    private (uint Feature, short Weight)[] Features(string said)
    {
        var text = rules.Corrected(FoldedText.Of(said));
        var features = new List<(uint, short)>();
        var list = new FeatureList(features);
        IntentFeatures.Visit(text, 0, text.Tokens.Length, ref list);
        return [.. features];
    }
}
