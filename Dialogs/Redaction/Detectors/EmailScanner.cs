namespace ChatbotSante.Redaction;

/// <summary>Finds e-mail addresses: an at sign with something on both sides.</summary>
internal static class EmailScanner
{
    public static void Find(FoldedText text, List<Detection> found)
    {
        var folded = text.Folded;
        for (
            var at = folded.IndexOf('@', StringComparison.Ordinal);
            at >= 0;
            at = folded.IndexOf('@', at + 1)
        )
        {
            var start = at;
            while (start > 0 && !char.IsWhiteSpace(folded[start - 1]))
            {
                start--;
            }

            var end = at + 1;
            while (end < folded.Length && !char.IsWhiteSpace(folded[end]))
            {
                end++;
            }

            if (start < at && end > at + 1)
            {
                found.Add(new Detection(start, end - start, DataCategory.Email, Confidence.Likely));
            }
        }
    }
}
