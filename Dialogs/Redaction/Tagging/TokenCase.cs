namespace ChatbotSante.Redaction;

/// <summary>How a word is written. <see cref="Silent"/> when the whole message is of one case, which says nothing of its words.</summary>
internal enum TokenCase : byte
{
    Silent,
    Lower,
    Title,
    Upper,
    Mixed,

    /// <summary>A capital where a sentence starts.</summary>
    First,
}
