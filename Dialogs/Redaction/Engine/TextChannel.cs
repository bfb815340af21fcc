namespace ChatbotSante.Redaction;

/// <summary>How a text came to be.</summary>
public enum TextChannel
{
    Typed,

    /// <summary>As a speech recogniser writes it: small letters, no punctuation, numbers in words.</summary>
    Speech,
}
