namespace ChatbotSante.Redaction;

/// <summary>What stands in the place of a span.</summary>
public enum RedactionStyle
{
    /// <summary>A word for its kind: « [NOM] », « [SANTE] ».</summary>
    Placeholder,

    /// <summary>One block a code unit, so that offsets stay.</summary>
    Mask,
}
