namespace ChatbotSante.Redaction;

/// <summary>What one message holds: its spans, in order of appearance, not overlapping.</summary>
/// <param name="detections">The spans.</param>
/// <param name="categories">Every category found.</param>
/// <param name="degree">How sensitive the message is.</param>
public sealed class TextClassification(
    IReadOnlyList<Detection> detections,
    CategorySet categories,
    SensitivityDegree degree
)
{
    /// <summary>A message with nothing personal in it.</summary>
    public static TextClassification Clean { get; } =
        new([], CategorySet.None, SensitivityDegree.S0);

    public IReadOnlyList<Detection> Detections { get; } = detections;

    /// <summary>Every category found.</summary>
    public CategorySet Categories { get; } = categories;

    /// <summary>How sensitive the message is.</summary>
    public SensitivityDegree Degree { get; } = degree;
}
