using ChatbotSante.Redaction;

namespace ChatbotSante.Tests.Redaction;

/// <summary>One engine for all tests: loading it again for each would only cost time.</summary>
internal static class Engines
{
    public static RedactionEngine Shared { get; } = RedactionEngine.Create();

    /// <summary>Fingerprints under a key of the tests' own.</summary>
    public static KeyedFingerprint Fingerprints { get; } =
        new([.. Enumerable.Range(1, 32).Select(i => (byte)i)]);
}
