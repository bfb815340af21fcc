namespace ChatbotSante.Redaction;

/// <summary>What one message holds: its spans, in order of appearance, not overlapping.</summary>
public sealed class TextClassification(IReadOnlyList<Detection> detections)
{
    /// <summary>A message with nothing personal in it.</summary>
    public static TextClassification Clean { get; } = new([]);

    public IReadOnlyList<Detection> Detections { get; } = detections;

    /// <summary>Every category found.</summary>
    public CategorySet Categories { get; } = Collect(detections);

    private static CategorySet Collect(IReadOnlyList<Detection> detections)
    {
        var set = CategorySet.None;
        foreach (var detection in detections)
        {
            set = set.With(detection.Category);
        }

        return set;
    }
}
