using ChatbotSante.Redaction;

namespace ChatbotSante.Tests.Dialogs;

/// <summary>A value planted in a message, found again wherever it is kept.</summary>
/// <param name="Category">What it is.</param>
/// <param name="Said">How it is written in the message.</param>
/// <param name="Traces">What would betray it in a state, folded: its parts, its stored forms.</param>
internal sealed record Canary(DataCategory Category, string Said, params string[] Traces)
{
    public bool IsIn(string json)
    {
        var folded = FoldedText.FoldWord(json);
        return Array.Exists(Traces, trace => folded.Contains(trace, StringComparison.Ordinal));
    }
}
