using ChatbotSante.Redaction;

namespace ChatbotSante.Tests.Redaction;

/// <summary>One engine for all tests: loading it again for each would only cost time.</summary>
internal static class Engines
{
    public static RedactionEngine Shared { get; } = RedactionEngine.Create();
}
