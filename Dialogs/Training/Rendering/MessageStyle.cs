namespace ChatbotSante.Training.Rendering;

/// <summary>How a message comes in.</summary>
internal enum MessageStyle
{
    Cased,
    Lower,
    NoAccents,
    NoPunctuation,
    Sms,
    Capitals,
    Speech,
}
