namespace ChatbotSante.Redaction;

/// <summary>How sure a detector is. None of the levels leaves text in the clear: in doubt, redact.</summary>
public enum Confidence
{
    Possible,
    Likely,

    /// <summary>A checksum or an explicit label confirms it.</summary>
    Certain,
}
