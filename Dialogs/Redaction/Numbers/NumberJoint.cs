namespace ChatbotSante.Redaction;

/// <summary>How a piece of a number goes on from the one before.</summary>
internal enum NumberJoint : byte
{
    /// <summary>Nothing, or a separator.</summary>
    Plain,

    /// <summary>Words that mean nothing: « euh », « et puis le ».</summary>
    Filled,

    /// <summary>« non », « pardon »: what came before is taken back, in part.</summary>
    Corrected,
}
