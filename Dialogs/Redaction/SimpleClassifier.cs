namespace ChatbotSante.Redaction;

/// <summary>
/// The first classifier: digit runs, announced names, a short health lexicon, e-mail and postal addresses. Stateless and safe for
/// concurrent use.
/// </summary>
public sealed class SimpleClassifier : ITextClassifier
{
    /// <inheritdoc />
    public TextClassification Classify(FoldedText text, CategorySet expected)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Tokens.Length == 0)
        {
            return TextClassification.Clean;
        }

        var found = new List<Detection>();
        EmailScanner.Find(text, found);
        DigitScanner.Find(text, expected, found);
        HealthScanner.Find(text, found);
        AddressScanner.Find(text, found);
        NameScanner.Find(text, expected, found);
        return found.Count == 0
            ? TextClassification.Clean
            : new TextClassification(WithoutOverlaps(found));
    }

    /// <summary>Earlier detectors win; the result is in order of appearance.</summary>
    private static List<Detection> WithoutOverlaps(List<Detection> found)
    {
        var kept = new List<Detection>(found.Count);
        foreach (var candidate in found)
        {
            if (!kept.Exists(detection => detection.Overlaps(candidate)))
            {
                kept.Add(candidate);
            }
        }

        kept.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return kept;
    }
}
