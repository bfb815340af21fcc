namespace ChatbotSante.Redaction;

/// <summary>Finds identity and health data in one message.</summary>
public interface ITextClassifier
{
    /// <summary>Classifies one message.</summary>
    /// <param name="text">The message, folded.</param>
    /// <param name="context">What is known around it: what the last question asked for, the names heard.</param>
    TextClassification Classify(FoldedText text, in RedactionContext context);

    /// <summary>Classifies one message of which only the last question is known.</summary>
    TextClassification Classify(FoldedText text, CategorySet expected) =>
        Classify(text, new RedactionContext { Expected = expected });
}
