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
    /// <summary>A classification whose degree follows from its categories alone.</summary>
    public TextClassification(IReadOnlyList<Detection> detections)
        : this(detections, Collect(detections), Degrees.Of(Collect(detections), false)) { }

    /// <summary>A message with nothing personal in it.</summary>
    public static TextClassification Clean { get; } =
        new([], CategorySet.None, SensitivityDegree.S0);

    public IReadOnlyList<Detection> Detections { get; } = detections;

    /// <summary>Every category found.</summary>
    public CategorySet Categories { get; } = categories;

    /// <summary>How sensitive the message is.</summary>
    public SensitivityDegree Degree { get; } = degree;

    private static CategorySet Collect(IReadOnlyList<Detection> detections)
    {
        ArgumentNullException.ThrowIfNull(detections);
        var set = CategorySet.None;
        foreach (var detection in detections)
        {
            set = set.With(detection.Category);
        }

        return set;
    }
}
