using System.Buffers;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu.Intents;

/// <summary>Cuts a message where another request may begin: at its signs, and at « et », « aussi », « sinon », « au fait »…</summary>
internal static class Clauses
{
    /// <summary>Most clauses of one message; the rest is the last one's.</summary>
    public const int Most = 8;

    private static readonly SearchValues<char> Signs = SearchValues.Create(".,;:!?\n");

    /// <summary>Writes the first token of each clause; gives their number, 1 when there is nothing to cut.</summary>
    public static int Starts(FoldedText text, Span<int> starts)
    {
        var count = 1;
        starts[0] = 0;
        for (var i = 1; i < text.Tokens.Length && count < Math.Min(Most, starts.Length); i++)
        {
            if (i > starts[count - 1] && (IsAfterSign(text, i) || IsJoint(text, i)))
            {
                starts[count++] = i;
            }
        }

        return count;
    }

    private static bool IsAfterSign(FoldedText text, int i) =>
        text.Folded.AsSpan()[text.Tokens[i - 1].End..text.Tokens[i].Start].IndexOfAny(Signs) >= 0;

    private static bool IsJoint(FoldedText text, int i) =>
        text.At(i) is "et" or "aussi" or "sinon" or "puis" or "ensuite" or "egalement"
        || text.Matches(i, ["au", "fait"])
        || text.Matches(i, ["par", "ailleurs"])
        || text.Matches(i, ["autre", "question"])
        || text.Matches(i, ["en", "plus"]);
}
