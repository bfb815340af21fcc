using System.Diagnostics;
using ChatbotSante.Redaction;
using ChatbotSante.Training.Rendering;
using ChatbotSante.Training.Templates;

namespace ChatbotSante.Training.Tagging;

/// <summary>From a grammar and public lexicons to the weights that ship.</summary>
internal sealed class TaggerTraining(
    TemplateGrammar grammar,
    PublicLexicons lexicons,
    HiddenWords hidden,
    TextWriter progress
)
{
    private const int Rows = 1 << 18;

    /// <summary>A word, and a feature, seen less often is left out.</summary>
    private const int LeastWords = 4;
    private const int LeastFeatures = 3;

    private readonly FillerSource _fillers = new(
        lexicons,
        [
            .. FrenchVerbs
                .Infinitives(grammar)
                .Where(verb => verb.EndsWith("er", StringComparison.Ordinal)),
        ]
    );

    /// <summary>Messages of held-out templates; of hidden words where there are, if they were hidden.</summary>
    public MessageSampler HeldOut() =>
        Sampler(
            template => template.IsHeldOut,
            hidden == HiddenWords.Hidden ? HiddenWords.Alone : HiddenWords.Shown
        );

    /// <param name="seed">The same seed gives the same weights.</param>
    /// <param name="messages">Messages of one round; every round has messages of its own.</param>
    /// <param name="rounds">Rounds.</param>
    /// <param name="holdsOut">Whether one template in ten is left out, to be measured on.</param>
    public TaggerModel Train(ulong seed, int messages, int rounds, bool holdsOut)
    {
        grammar.CheckReferences(_fillers.Names);
        var sampler = Sampler(template => !holdsOut || !template.IsHeldOut, hidden);
        var table = WordTableBuilder.Build(lexicons, grammar, holdsOut, hidden);
        table = WordTableBuilder.WithKnown(table, KnownWords(sampler, seed, messages));
        var trainer = new PerceptronTrainer(Features(sampler, table, seed, messages));
        for (var round = 0; round < rounds; round++)
        {
            var clock = Stopwatch.StartNew();
            var random = new SeededRandom(seed + ((ulong)round * 1_000_003));
            long wrong = 0,
                tokens = 0;
            for (var i = 0; i < messages; i++)
            {
                var message = TrainingMessage.Of(sampler.Next(random), table);
                FactDropout.Apply(message, random);
                wrong += trainer.Learn(message);
                tokens += message.Labels.Length;
            }

            progress.WriteLine(
                FormattableString.Invariant(
                    $"round {round + 1}: {100.0 * wrong / tokens:0.00} % of {tokens} tokens inside the margin, {clock.Elapsed.TotalSeconds:0} s"
                )
            );
        }

        return ModelExport.Export(trainer.Rows(), trainer.Steps(), table, Rows);
    }

    private MessageSampler Sampler(Func<Template, bool> keep, HiddenWords words) =>
        new(new TemplateRenderer(grammar, _fillers, words), grammar.Templates.Where(keep));

    private static IEnumerable<uint> KnownWords(MessageSampler sampler, ulong seed, int messages)
    {
        var random = new SeededRandom(seed);
        var counts = new Dictionary<uint, int>();
        for (var i = 0; i < messages; i++)
        {
            var text = FoldedText.Of(sampler.Next(random).Text);
            foreach (var token in text.Tokens.Where(token => !token.IsNumber))
            {
                var word = WordHash.Of(text.Of(token));
                counts[word] = counts.GetValueOrDefault(word) + 1;
            }
        }

        return counts.Where(pair => pair.Value >= LeastWords).Select(pair => pair.Key).Order();
    }

    private static IEnumerable<uint> Features(
        MessageSampler sampler,
        WordTable table,
        ulong seed,
        int messages
    )
    {
        var random = new SeededRandom(seed);
        var counts = new Dictionary<uint, int>();
        var features = new uint[TagFeatures.Most];
        for (var i = 0; i < messages; i++)
        {
            var message = TrainingMessage.Of(sampler.Next(random), table);
            FactDropout.Apply(message, random);
            for (var token = 0; token < message.Labels.Length; token++)
            {
                var written = TagFeatures.Write(
                    message.Facts,
                    token + TagFeatures.Reach,
                    message.Question,
                    message.Labels.Length,
                    features
                );
                foreach (var feature in features.AsSpan(0, written))
                {
                    counts[feature] = counts.GetValueOrDefault(feature) + 1;
                }
            }
        }

        return counts.Where(pair => pair.Value >= LeastFeatures).Select(pair => pair.Key).Order();
    }
}
