namespace ChatbotSante.Tests.Redaction.Evaluation;

/// <summary>How a message is written down before it is measured.</summary>
public enum Condition
{
    /// <summary>As its author wrote it.</summary>
    Original,
    LowerCase,
    NoAccents,
    NoPunctuation,
    Capitals,

    /// <summary>As a recogniser would give it: lower case, no punctuation, numbers and signs in words.</summary>
    Speech,
}
