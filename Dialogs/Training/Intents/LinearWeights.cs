namespace ChatbotSante.Training.Intents;

/// <summary>What was learned, before it is written small.</summary>
/// <param name="Index">Place of each feature.</param>
/// <param name="Weights">By label, then by place.</param>
internal sealed record LinearWeights(IReadOnlyDictionary<uint, int> Index, float[][] Weights)
{
    /// <summary>The logarithms of the odds, up to a constant: as the product computes them.</summary>
    public float[] Odds((uint Feature, short Weight)[] features)
    {
        var odds = new float[Weights.Length];
        var square = 0;
        foreach (var (feature, weight) in features)
        {
            if (Index.TryGetValue(feature, out var place))
            {
                square += weight * weight;
                for (var label = 0; label < odds.Length; label++)
                {
                    odds[label] += weight * Weights[label][place];
                }
            }
        }

        var unit = square == 0 ? 0 : 1 / MathF.Sqrt(square);
        return Array.ConvertAll(odds, one => one * unit);
    }
}
