namespace ChatbotSante.Redaction;

/// <summary>One span of the original text that holds personal data.</summary>
/// <param name="Start">Offset in UTF-16 code units of the original text.</param>
/// <param name="Length">Length in UTF-16 code units, at least 1.</param>
/// <param name="Category">What it is.</param>
/// <param name="Confidence">How sure.</param>
public readonly record struct Detection(
    int Start,
    int Length,
    DataCategory Category,
    Confidence Confidence
)
{
    /// <summary>Offset after the last code unit.</summary>
    public int End => Start + Length;

    public bool Overlaps(Detection other) => Start < other.End && other.Start < End;
}
