namespace ChatbotSante.Redaction;

/// <summary>How much care a message asks for; each degree adds to the rules of the one before.</summary>
public enum SensitivityDegree
{
    /// <summary>Says nothing of anybody.</summary>
    S0,

    /// <summary>Identifies somebody.</summary>
    S1,

    /// <summary>Says something of somebody's health.</summary>
    S2,

    /// <summary>Mental health, HIV and sexually transmitted diseases, reproductive and sexual life, addictions, genetics, violence, beliefs.</summary>
    S3,
}
