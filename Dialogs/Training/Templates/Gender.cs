namespace ChatbotSante.Training.Templates;

/// <summary>With what an article agrees.</summary>
internal enum Gender
{
    /// <summary>Takes no article.</summary>
    None,
    Masculine,
    Feminine,
    MasculinePlural,
    FemininePlural,
}
