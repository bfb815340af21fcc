namespace ChatbotSante.Redaction;

/// <summary>What stands between two tokens.</summary>
internal enum TokenGap : byte
{
    Space,
    Nothing,
    Apostrophe,
    Hyphen,
    Comma,
    Colon,
    Slash,
    Other,
    Sentence,
    Line,

    /// <summary>There is no token before.</summary>
    Edge,
}
