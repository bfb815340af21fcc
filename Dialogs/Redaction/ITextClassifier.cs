namespace ChatbotSante.Redaction;

/// <summary>Finds identity and health data in one message.</summary>
public interface ITextClassifier
{
    /// <summary>Classifies one message.</summary>
    /// <param name="text">The message, folded.</param>
    /// <param name="expected">What the last question asked for: the strongest signal there is.</param>
    TextClassification Classify(FoldedText text, CategorySet expected);
}
