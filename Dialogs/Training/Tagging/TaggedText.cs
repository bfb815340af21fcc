using System.Text;
using ChatbotSante.Redaction;

namespace ChatbotSante.Training.Tagging;

/// <summary>Runs the tagger alone on a text.</summary>
internal static class TaggedText
{
    public static List<Detection> Of(Tagger tagger, string text, CategorySet expected)
    {
        var folded = FoldedText.Of(text);
        var found = new List<Detection>();
        tagger.Tag(folded.Original, folded.Folded, folded.Tokens.AsSpan(), expected, found);
        return found;
    }

    /// <summary>The text with ⟦gold⟧ and {found:Category}.</summary>
    public static string Marked(
        string text,
        IReadOnlyList<Detection> gold,
        IReadOnlyList<Detection> found
    )
    {
        var marked = new StringBuilder();
        for (var i = 0; i <= text.Length; i++)
        {
            foreach (var span in found.Where(span => span.End == i))
            {
                marked.Append(':').Append(span.Category).Append('}');
            }

            marked.Append(gold.Any(span => span.End == i) ? "⟧" : string.Empty);
            marked.Append(gold.Any(span => span.Start == i) ? "⟦" : string.Empty);
            marked.Append(found.Any(span => span.Start == i) ? "{" : string.Empty);
            if (i < text.Length)
            {
                marked.Append(text[i] == '\n' ? '⏎' : text[i]);
            }
        }

        return marked.ToString();
    }
}
