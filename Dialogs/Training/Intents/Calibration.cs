namespace ChatbotSante.Training.Intents;

/// <summary>How sure the classifier may say it is, from what it said of phrases it had not learned.</summary>
internal static class Calibration
{
    private const int Bins = 10;

    /// <summary>The temperature that makes what was said the most likely.</summary>
    public static float Temperature(IReadOnlyList<(float[] Odds, int Label)> said)
    {
        var (low, high) = (0.05, 5.0);
        for (var step = 0; step < 60; step++)
        {
            var (first, second) = (low + ((high - low) / 3), high - ((high - low) / 3));
            if (Loss(said, (float)first) < Loss(said, (float)second))
            {
                high = second;
            }
            else
            {
                low = first;
            }
        }

        return (float)((low + high) / 2);
    }

    /// <summary>Probabilities of the labels.</summary>
    public static float[] Softmax(float[] odds, float temperature)
    {
        var most = odds.Max();
        var shares = Array.ConvertAll(odds, one => MathF.Exp((one - most) / temperature));
        var sum = shares.Sum();
        return Array.ConvertAll(shares, one => one / sum);
    }

    /// <summary>Mean distance between how sure it was and how often it was right, in ten bins.</summary>
    public static double Error(IReadOnlyCollection<(float Probability, bool IsRight)> guesses) =>
        guesses
            .GroupBy(guess => Math.Min(Bins - 1, (int)(guess.Probability * Bins)))
            .Sum(bin =>
                Math.Abs(
                    bin.Average(guess => guess.Probability)
                        - bin.Average(guess => guess.IsRight ? 1.0 : 0.0)
                ) * bin.Count()
            ) / guesses.Count;

    private static double Loss(IReadOnlyList<(float[] Odds, int Label)> said, float temperature) =>
        said.Average(one => -Math.Log(Math.Max(1e-9, Softmax(one.Odds, temperature)[one.Label])));
}
