namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>How days or hours go on from those said before.</summary>
internal enum DateJoint
{
    /// <summary>Nothing, or articles.</summary>
    None,

    /// <summary>A comma, and articles.</summary>
    Comma,

    And,

    Or,

    /// <summary>« Plutôt »: of what was said, or instead of it.</summary>
    Preference,

    /// <summary>« Non », « pardon »: instead of what was said.</summary>
    Correction,

    /// <summary>Other words.</summary>
    Apart,
}
