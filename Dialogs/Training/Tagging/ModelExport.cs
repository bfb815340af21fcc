using ChatbotSante.Redaction;

namespace ChatbotSante.Training.Tagging;

/// <summary>Makes of the trained weights what ships: bytes, in a table where the heavier of two features that meet stays.</summary>
internal static class ModelExport
{
    /// <summary>Share of the weights below the one that becomes 127; the few beyond are cut.</summary>
    private const double Clip = 0.9999;
    private const int Largest = sbyte.MaxValue;

    public static TaggerModel Export(
        IEnumerable<(uint Feature, float[] Weights)> trained,
        float[] trainedSteps,
        WordTable words,
        int rows
    )
    {
        var features = trained
            .Select(row => (row.Feature, row.Weights, Norm: row.Weights.Sum(Math.Abs)))
            .Where(row => row.Norm > 0)
            .OrderByDescending(row => row.Norm)
            .ThenBy(row => row.Feature)
            .ToList();
        var scale = Largest / Quantile(features.SelectMany(row => row.Weights));
        var table = new sbyte[rows * TagLabels.Count];
        var taken = new bool[rows];
        foreach (var (feature, weights, _) in features)
        {
            var slot = TaggerModel.Pair(feature, (uint)rows - 1);
            slot += taken[slot] ? 1u : 0u;
            if (taken[slot])
            {
                continue;
            }

            var row = table.AsSpan((int)slot * TagLabels.Count, TagLabels.Count);
            for (var i = 0; i < weights.Length; i++)
            {
                row[i] = (sbyte)Math.Clamp(MathF.Round(weights[i] * scale), -Largest, Largest);
            }

            if (row.ContainsAnyExcept((sbyte)0))
            {
                taken[slot] = true;
                row[TagLabels.Unused] = TaggerModel.Fingerprint(feature);
            }
        }

        return new TaggerModel(table, Steps(trainedSteps, scale), words);
    }

    private static float Quantile(IEnumerable<float> weights)
    {
        var sizes = weights.Where(weight => weight != 0).Select(Math.Abs).Order().ToList();
        return sizes[(int)((sizes.Count - 1) * Clip)];
    }

    /// <summary>Steps that no message may take are closed for good.</summary>
    private static short[] Steps(float[] trained, float scale)
    {
        var steps = new short[trained.Length];
        for (var from = 0; from < TagLabels.Count; from++)
        {
            for (var to = 0; to < TagLabels.Count; to++)
            {
                var at = (from * TagLabels.Count) + to;
                var open =
                    from == TagLabels.Unused ? to < TagLabels.Half : TagLabels.MayFollow(from, to);
                steps[at] = open
                    ? (short)Math.Clamp(MathF.Round(trained[at] * scale), -4000, 4000)
                    : short.MinValue;
            }
        }

        return steps;
    }
}
