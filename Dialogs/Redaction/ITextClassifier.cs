namespace ChatbotSante.Redaction;

/// <summary>Finds identity and health data in one message.</summary>
public interface ITextClassifier
{
    /// <summary>Classifies one message.</summary>
    /// <param name="text">The message, folded.</param>
    /// <param name="expected">What the last question asked for: the strongest signal there is.</param>
    TextClassification Classify(FoldedText text, CategorySet expected);

    /// <summary>Classifies one message of which more is known: the names heard, how it came to be.</summary>
    TextClassification Classify(FoldedText text, in RedactionContext context) =>
        Classify(text, context.Expected);
}
