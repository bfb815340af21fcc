using ChatbotSante.Redaction;

namespace ChatbotSante.Tests.Redaction.Evaluation;

/// <summary>The engine as it is measured.</summary>
internal static class Redactors
{
    private static readonly SimpleClassifier Classifier = new();

    public static Finding Engine(string text, CategorySet asked, bool isSpeech)
    {
        var found = Classifier.Classify(FoldedText.Of(text), asked);
        var hasHealth = found.Categories.Overlaps(CategorySet.Health);
        return new Finding(
            found.Detections,
            !found.Categories.Except(CategorySet.Health).IsEmpty,
            hasHealth,
            null
        );
    }
}
