using System.Buffers;

namespace ChatbotSante.Redaction;

/// <summary>Kinds of what stands between two words.</summary>
internal static class Gaps
{
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".?!;\n\r");
    private static readonly SearchValues<char> ListSigns = SearchValues.Create(" ,-\n\r(/.:");
    private static readonly SearchValues<char> ValueSigns = SearchValues.Create(" :=<>(~-");

    public static bool EndsSentence(ReadOnlySpan<char> gap) => gap.IndexOfAny(SentenceEnds) >= 0;

    /// <summary>Only what stands between the parts of an address.</summary>
    public static bool IsList(ReadOnlySpan<char> gap) => gap.IndexOfAnyExcept(ListSigns) < 0;

    /// <summary>Only what stands between the name of a value and the value.</summary>
    public static bool IsValue(ReadOnlySpan<char> gap) => gap.IndexOfAnyExcept(ValueSigns) < 0;
}
