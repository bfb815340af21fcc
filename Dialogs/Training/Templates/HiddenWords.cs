namespace ChatbotSante.Training.Templates;

/// <summary>What is done with the entries that may be hidden.</summary>
internal enum HiddenWords
{
    /// <summary>They are said like all others.</summary>
    Shown,

    /// <summary>They are never said.</summary>
    Hidden,

    /// <summary>They are said wherever there is one.</summary>
    Alone,
}
