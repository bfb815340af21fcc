namespace ChatbotSante.Redaction;

/// <summary>Turns the labels of tokens into spans of text.</summary>
internal static class TagSpans
{
    public static void Add(
        ReadOnlySpan<char> folded,
        ReadOnlySpan<TextToken> tokens,
        ReadOnlySpan<byte> labels,
        List<Detection> found
    )
    {
        var i = 0;
        while (i < labels.Length)
        {
            if (labels[i] == TagLabels.Outside)
            {
                i++;
                continue;
            }

            var first = i++;
            while (i < labels.Length && TagLabels.IsInside(labels[i]))
            {
                i++;
            }

            var category = TagLabels.CategoryOf(labels[first]);
            first += i - first > 1 && IsArticle(folded, tokens[first], category) ? 1 : 0;
            var start = tokens[first].Start;
            var end = WithUnit(folded, tokens[i - 1], category);
            found.Add(new Detection(start, end - start, category, Confidence.Likely));
        }
    }

    /// <summary>« l'opération »: an article is no part of what is said. It may be of a name, or of a town's.</summary>
    private static bool IsArticle(
        ReadOnlySpan<char> folded,
        TextToken token,
        DataCategory category
    ) =>
        category >= DataCategory.Symptom
        && token.Length == 1
        && folded[token.Start] is ('l' or 'd')
        && token.End < folded.Length
        && folded[token.End] == '\'';

    /// <summary>« 98 % » and « 38° » end in a sign that is no token.</summary>
    private static int WithUnit(ReadOnlySpan<char> folded, TextToken last, DataCategory category)
    {
        if (
            !last.IsNumber
            || category is not (DataCategory.Measure or DataCategory.Result or DataCategory.Dose)
        )
        {
            return last.End;
        }

        var at = last.End;
        if (at < folded.Length && folded[at] == ' ')
        {
            at++;
        }

        return at < folded.Length && folded[at] is '%' or '°' or 'º' ? at + 1 : last.End;
    }
}
