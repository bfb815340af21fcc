using ChatbotSante.Redaction;

namespace ChatbotSante.Tests.Redaction;

/// <summary>A classifier that does as it is told.</summary>
internal sealed class FixedClassifier(Func<FoldedText, IReadOnlyList<Detection>> find)
    : ITextClassifier
{
    public static FixedClassifier FindsNothing { get; } = new(_ => []);

    public int Calls { get; private set; }

    public TextClassification Classify(FoldedText text, CategorySet expected)
    {
        Calls++;
        var found = find(text);
        return new TextClassification(
            found,
            CategorySet.Of([.. found.Select(detection => detection.Category)]),
            SensitivityDegree.S1
        );
    }
}
