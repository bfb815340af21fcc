using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace ChatbotSante.Training.Intents;

/// <summary>Multinomial logistic regression by Microsoft.ML, on one thread so that the same samples give the same weights.</summary>
internal static class MaximumEntropyTrainer
{
    /// <summary>How often a feature must be seen to be learned.</summary>
    private const int LeastTimes = 4;

    public static LinearWeights Train(
        IReadOnlyList<IntentSample> samples,
        int labels,
        float l2,
        int rounds
    )
    {
        var index = Index(samples);
        var context = new MLContext(seed: 1);
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(
            NumberDataViewType.Single,
            index.Count
        );
        schema[nameof(Row.Label)].ColumnType = new KeyDataViewType(typeof(uint), labels);
        var rows = samples
            .Select(sample => new Row((uint)sample.Label, Values(sample.Features, index)))
            .ToList();
        var trainer = context.MulticlassClassification.Trainers.SdcaMaximumEntropy(
            new SdcaMaximumEntropyMulticlassTrainer.Options
            {
                LabelColumnName = nameof(Row.Label),
                FeatureColumnName = nameof(Row.Features),
                NumberOfThreads = 1,
                L2Regularization = l2,
                L1Regularization = 0,
                MaximumNumberOfIterations = rounds,
                ConvergenceCheckFrequency = rounds,
                // Things said are as many for each label: nothing starts from more than another.
                BiasLearningRate = 0,
            }
        );
        var model = trainer.Fit(context.Data.LoadFromEnumerable(rows, schema)).Model;
        VBuffer<float>[] weights = [];
        model.GetWeights(ref weights, out _);
        return new LinearWeights(index, [.. weights.Select(one => one.DenseValues().ToArray())]);
    }

    private static Dictionary<uint, int> Index(IReadOnlyList<IntentSample> samples)
    {
        var times = new Dictionary<uint, int>();
        foreach (var sample in samples)
        {
            foreach (var (feature, _) in sample.Features)
            {
                times[feature] = times.GetValueOrDefault(feature) + 1;
            }
        }

        return times
            .Where(pair => pair.Value >= LeastTimes)
            .Select(pair => pair.Key)
            .Order()
            .Index()
            .ToDictionary(pair => pair.Item, pair => pair.Index);
    }

    private static VBuffer<float> Values(
        (uint Feature, short Weight)[] features,
        Dictionary<uint, int> index
    )
    {
        var counts = new SortedDictionary<int, float>();
        var square = 0;
        foreach (var (feature, weight) in features)
        {
            if (index.TryGetValue(feature, out var place))
            {
                square += weight * weight;
                counts[place] = counts.GetValueOrDefault(place) + weight;
            }
        }

        var unit = square == 0 ? 0 : 1 / MathF.Sqrt(square);
        return new VBuffer<float>(
            index.Count,
            counts.Count,
            [.. counts.Values.Select(one => one * unit)],
            [.. counts.Keys]
        );
    }

    private sealed class Row(uint label, VBuffer<float> features)
    {
        public uint Label { get; } = label;

        public VBuffer<float> Features { get; } = features;
    }
}
