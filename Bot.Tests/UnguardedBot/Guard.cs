namespace ChatbotSante.UnguardedBot;

/// <summary>What keeps a patient's words where they belong, and can be taken out here.</summary>
internal enum Guard
{
    /// <summary>What is stored is sealed.</summary>
    Seal,

    /// <summary>A dialog hears only what its questions ask for.</summary>
    Permit,

    /// <summary>What is logged is redacted.</summary>
    Logs,

    /// <summary>What is traced is redacted.</summary>
    Traces,

    /// <summary>Every client of the HTTP factory goes through the boundary's guard.</summary>
    Boundary,
}
