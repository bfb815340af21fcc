using ChatbotSante.Dialogs.Nlu.Emergencies;
using ChatbotSante.Redaction;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace ChatbotSante.Training.Emergencies;

/// <summary>From messages to weights: a multinomial logistic regression, then one byte a weight.</summary>
internal static class EmergencyTraining
{
    private const float L2 = 2f;
    private const int Iterations = 60;

    public static EmergencyModel Train(EmergencySampler sampler, ulong seed, int messages)
    {
        var random = new SeededRandom(seed);
        var examples = new EmergencyExample[messages];
        for (var i = 0; i < messages; i++)
        {
            examples[i] = Example(Short(sampler, random));
        }

        var ml = new MLContext(seed: 1);
        var schema = SchemaDefinition.Create(typeof(EmergencyExample));
        schema[nameof(EmergencyExample.Features)].ColumnType = new VectorDataViewType(
            NumberDataViewType.Single,
            EmergencyFeatures.Rows
        );
        schema[nameof(EmergencyExample.Label)].ColumnType = new KeyDataViewType(
            typeof(uint),
            EmergencyModel.Meanings
        );
        // One thread: the same messages give the same weights.
        var trainer = ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy(
            new LbfgsMaximumEntropyMulticlassTrainer.Options
            {
                L1Regularization = 0,
                L2Regularization = L2,
                MaximumNumberOfIterations = Iterations,
                NumberOfThreads = 1,
            }
        );
        var learned = trainer.Fit(ml.Data.LoadFromEnumerable(examples, schema)).Model;
        VBuffer<float>[]? weights = null;
        learned.GetWeights(ref weights, out _);
        return Quantised(
            [.. weights.Select(column => column.DenseValues().ToArray())],
            [.. learned.GetBiases()]
        );
    }

    /// <summary>A message that fits in one window: of one cut off, nobody knows which half the danger is in.</summary>
    private static EmergencyMessage Short(EmergencySampler sampler, SeededRandom random)
    {
        while (true)
        {
            var message = sampler.Next(random);
            if (FoldedText.Of(message.Text).Tokens.Length <= EmergencyFeatures.Window)
            {
                return message;
            }
        }
    }

    private static EmergencyExample Example(EmergencyMessage message)
    {
        var text = FoldedText.Of(message.Text);
        Span<int> rows = stackalloc int[EmergencyFeatures.Most];
        var end = Math.Min(text.Tokens.Length, EmergencyFeatures.Window);
        rows = rows[..EmergencyFeatures.Write(text, 0, end, rows)];
        rows.Sort();
        var indices = new List<int>(rows.Length);
        var counts = new List<float>(rows.Length);
        foreach (var row in rows)
        {
            if (indices.Count > 0 && indices[^1] == row)
            {
                counts[^1]++;
            }
            else
            {
                indices.Add(row);
                counts.Add(1);
            }
        }

        return new EmergencyExample
        {
            Features = new VBuffer<float>(
                EmergencyFeatures.Rows,
                indices.Count,
                [.. counts],
                [.. indices]
            ),
            Label = (uint)message.Meaning,
        };
    }

    private static EmergencyModel Quantised(float[][] columns, float[] biases)
    {
        var weights = new sbyte[EmergencyFeatures.Rows * EmergencyModel.Columns];
        var scales = new float[EmergencyModel.Columns];
        var allBiases = new float[EmergencyModel.Columns];
        for (var column = 0; column < columns.Length; column++)
        {
            scales[column] = Math.Max(1e-9f, columns[column].Max(Math.Abs) / sbyte.MaxValue);
            allBiases[column] = biases[column];
            for (var row = 0; row < EmergencyFeatures.Rows; row++)
            {
                weights[(row * EmergencyModel.Columns) + column] = (sbyte)
                    MathF.Round(columns[column][row] / scales[column]);
            }
        }

        return new EmergencyModel(weights, scales, allBiases);
    }
}
