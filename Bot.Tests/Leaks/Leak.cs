using ChatbotSante.Redaction;

namespace ChatbotSante.Tests.Leaks;

/// <summary>A canary where it should not be.</summary>
internal sealed record Leak(
    Place Place,
    string Source,
    long Offset,
    ByteEncoding Encoding,
    DataCategory Category,
    string Trace
);
