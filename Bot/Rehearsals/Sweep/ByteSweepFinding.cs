namespace ChatbotSante.Bot.Rehearsals.Sweep;

/// <summary>A canary where it should not be.</summary>
/// <param name="Source">The file, or the name that the bytes were given; <c>(name)</c> follows if the path itself holds it.</param>
/// <param name="Offset">Bytes from the start.</param>
/// <param name="Encoding">How it was written.</param>
/// <param name="Canary">The canary, as it was given.</param>
internal readonly record struct ByteSweepFinding(
    string Source,
    long Offset,
    ByteEncoding Encoding,
    string Canary
);
