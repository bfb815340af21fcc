using System.Globalization;

namespace ChatbotSante.Training.Emergencies;

/// <summary>How many of how many, and between what the share of all that could be said lies (Wilson, 95 %).</summary>
internal readonly record struct Share(int Count, int Total)
{
    private const double Z = 1.959964;

    public double Value => Total == 0 ? 0 : (double)Count / Total;

    public (double Low, double High) Interval
    {
        get
        {
            if (Total == 0)
            {
                return (0, 1);
            }

            var spread = Z * Z / Total;
            var centre = Value + (spread / 2);
            var half = Z * Math.Sqrt(((Value * (1 - Value)) + (spread / 4)) / Total);
            return (
                Math.Max(0, (centre - half) / (1 + spread)),
                Math.Min(1, (centre + half) / (1 + spread))
            );
        }
    }

    /// <summary>« 98.2 % (94.9–99.4) of 170 ».</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{100 * Value:0.0} % ({100 * Interval.Low:0.0}–{100 * Interval.High:0.0}) of {Total}"
        );
}
