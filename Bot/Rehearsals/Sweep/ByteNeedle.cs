namespace ChatbotSante.Bot.Rehearsals.Sweep;

/// <summary>One way in which one canary can be written.</summary>
internal sealed record ByteNeedle(string Canary, ByteEncoding Encoding, byte[] Bytes);
