using ChatbotSante.Dialogs.Nlu.Intents;

namespace ChatbotSante.Training.Intents;

/// <summary>Writes weights small: a byte each, in a table that a hash leads into.</summary>
internal static class IntentExport
{
    private const int Rows = 1 << 16;

    /// <summary>Share of the weights that a byte holds without being cut.</summary>
    private const double Clip = 0.9995;

    /// <param name="learned">The weights.</param>
    /// <param name="labels">Name of each label.</param>
    /// <param name="temperature">What the odds are divided by to be calibrated.</param>
    /// <param name="threshold">Probability from which a guess is taken for understood.</param>
    public static IntentModel Export(
        LinearWeights learned,
        IReadOnlyList<string> labels,
        float temperature,
        float threshold
    )
    {
        if (labels.Count != IntentModel.Lanes - 1)
        {
            throw new TrainingException(
                $"{IntentModel.Lanes - 1} files of phrases are wanted, a label each."
            );
        }

        var features = learned
            .Index.Select(pair =>
                (Feature: pair.Key, Place: pair.Value, Norm: Norm(learned, pair.Value))
            )
            .OrderByDescending(one => one.Norm)
            .ThenBy(one => one.Feature)
            .ToList();
        var largest = Quantile(learned);
        var table = new sbyte[Rows * IntentModel.Lanes];
        foreach (var (feature, place, _) in features)
        {
            var at = (int)IntentModel.Pair(feature, Rows - 1) * IntentModel.Lanes;
            at += table[at + IntentModel.Lanes - 1] != 0 ? IntentModel.Lanes : 0;
            if (table[at + IntentModel.Lanes - 1] != 0)
            {
                continue;
            }

            var row = table.AsSpan(at, IntentModel.Lanes);
            for (var label = 0; label < labels.Count; label++)
            {
                row[label] = (sbyte)
                    Math.Clamp(
                        MathF.Round(learned.Weights[label][place] / largest * sbyte.MaxValue),
                        -sbyte.MaxValue,
                        sbyte.MaxValue
                    );
            }

            if (row[..labels.Count].ContainsAnyExcept((sbyte)0))
            {
                row[IntentModel.Lanes - 1] = IntentModel.Fingerprint(feature);
            }
        }

        return new IntentModel(
            [.. labels],
            table,
            largest / sbyte.MaxValue / temperature,
            threshold
        );
    }

    private static float Norm(LinearWeights learned, int place) =>
        learned.Weights.Sum(label => Math.Abs(label[place]));

    private static float Quantile(LinearWeights learned)
    {
        var sizes = learned
            .Weights.SelectMany(label => label)
            .Where(weight => weight != 0)
            .Select(Math.Abs)
            .Order()
            .ToList();
        return sizes[(int)((sizes.Count - 1) * Clip)];
    }
}
