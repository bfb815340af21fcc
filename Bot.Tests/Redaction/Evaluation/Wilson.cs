using System.Globalization;

namespace ChatbotSante.Tests.Redaction.Evaluation;

/// <summary>A share of cases, with the 95 % interval of Wilson's score: unlike the usual one, it holds near 0 and 1.</summary>
/// <param name="Hits">Cases that count.</param>
/// <param name="Cases">All cases.</param>
internal readonly record struct Wilson(long Hits, long Cases)
{
    /// <summary>The normal quantile of 97.5 %.</summary>
    private const double Z = 1.959963984540054;

    /// <summary>In [0, 1]; 0 when there is no case.</summary>
    public double Share => Cases == 0 ? 0 : (double)Hits / Cases;

    public double Low => Math.Max(0, Centre - Margin);

    public double High => Cases == 0 ? 1 : Math.Min(1, Centre + Margin);

    private double Centre =>
        Cases == 0 ? 0.5 : (Share + (Z * Z / (2 * Cases))) / (1 + (Z * Z / Cases));

    private double Margin =>
        Cases == 0
            ? 0.5
            : Z
                * Math.Sqrt((Share * (1 - Share) / Cases) + (Z * Z / (4.0 * Cases * Cases)))
                / (1 + (Z * Z / Cases));

    public static Wilson operator +(Wilson left, Wilson right) =>
        new(left.Hits + right.Hits, left.Cases + right.Cases);

    /// <summary><c>98.4 % of 320</c>: for what is not drawn one by one, such as the characters of a message, an interval would promise too much.</summary>
    public string WithoutInterval() =>
        Cases == 0
            ? "–"
            : string.Create(CultureInfo.InvariantCulture, $"{100 * Share:F1} % of {Cases}");

    /// <summary><c>98.4 % (96.1–99.3) of 320</c>.</summary>
    public override string ToString() =>
        Cases == 0
            ? "–"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{100 * Share:F1} % ({100 * Low:F1}–{100 * High:F1}) of {Cases}"
            );
}
