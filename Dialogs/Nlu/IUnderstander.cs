using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu;

/// <summary>Reads intents and values out of one message.</summary>
public interface IUnderstander
{
    /// <summary>Understands one message.</summary>
    /// <param name="text">The message.</param>
    /// <param name="classification">Where its personal data lie.</param>
    /// <param name="today">The clinic's date.</param>
    Understanding Understand(FoldedText text, TextClassification classification, DateOnly today);
}
