using ChatbotSante.Redaction;

namespace ChatbotSante.Tests.Redaction.Evaluation;

/// <summary>What is measured on <see cref="ExternalCorpora"/>.</summary>
internal static class ExternalScores
{
    /// <summary>Marks of a corpus that are wholly redacted, under whatever category.</summary>
    public static (Wilson Spans, Wilson Characters) Covered(
        IEnumerable<ExternalText> texts,
        Func<string, CategorySet, bool, Finding> redact,
        bool isSpeech,
        Func<string, bool> isLabel
    )
    {
        var (spans, characters) = (default(Wilson), default(Wilson));
        foreach (var text in texts)
        {
            var marked = text.Spans.Where(s => isLabel(s.Label)).ToArray();
            if (marked.Length == 0)
            {
                continue;
            }

            var covered = new bool[text.Text.Length];
            foreach (var span in redact(text.Text, CategorySet.None, isSpeech).Spans)
            {
                covered.AsSpan(span.Start, span.Length).Fill(true);
            }

            foreach (var (start, end, _) in marked)
            {
                var hidden = covered.AsSpan(start, end - start).Count(true);
                spans += new Wilson(hidden == end - start ? 1 : 0, 1);
                characters += new Wilson(hidden, end - start);
            }
        }

        return (spans, characters);
    }

    /// <summary>Texts in which exactly the marked spans are found under a category, and nothing else is.</summary>
    /// <param name="texts">The cases.</param>
    /// <param name="redact">The redactor.</param>
    /// <param name="category">The category that the cases are about.</param>
    /// <param name="least">How sure the redactor must be for a span to count: a number that a checksum refuses is redacted all the same, as no more than likely.</param>
    public static Wilson Exact(
        IEnumerable<ExternalText> texts,
        Func<string, CategorySet, bool, Finding> redact,
        DataCategory category,
        Confidence least
    )
    {
        var exact = default(Wilson);
        foreach (var text in texts)
        {
            var found = redact(text.Text, CategorySet.None, false)
                .Spans.Where(s => s.Category == category && s.Confidence >= least)
                .Select(s => (s.Start, s.End));
            exact += new Wilson(
                found.SequenceEqual(text.Spans.Select(s => (s.Start, s.End))) ? 1 : 0,
                1
            );
        }

        return exact;
    }
}
