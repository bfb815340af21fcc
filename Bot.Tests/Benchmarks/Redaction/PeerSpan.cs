namespace ChatbotSante.Benchmarks.Redaction;

/// <summary>A mark of a message, for <c>redaction-peers/measure.js</c>.</summary>
internal sealed record PeerSpan(int Start, int End, bool Direct, bool Health);
