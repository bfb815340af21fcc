namespace ChatbotSante.Redaction;

/// <summary>Makes text that may leave the turn: it never throws, and what it cannot vouch for it withholds.</summary>
public interface ITextRedactor
{
    /// <summary>The text without what is personal in it; <c>[REDACTED:n]</c>, of n UTF-16 code units, where that cannot be told.</summary>
    SafeText Redact(ReadOnlySpan<char> text);

    /// <summary>The same of what a patient said.</summary>
    SafeText Redact(PatientText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Redact(text.Reveal());
    }
}
