namespace ChatbotSante.Bot.Rehearsals.Sweep;

/// <summary>One way in which one canary can be written.</summary>
/// <param name="Canary">The canary, as it was given.</param>
/// <param name="Encoding">The way.</param>
/// <param name="Bytes">What is looked for.</param>
/// <param name="IsWholeNumber">Digits that count only with no other digit beside them.</param>
internal sealed record ByteNeedle(
    string Canary,
    ByteEncoding Encoding,
    byte[] Bytes,
    bool IsWholeNumber = false
);
