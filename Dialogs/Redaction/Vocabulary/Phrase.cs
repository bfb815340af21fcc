namespace ChatbotSante.Redaction;

/// <summary>Several words that mean one thing. A word ending in <c>*</c> stands for all that begin so.</summary>
/// <param name="Words">Folded, two at least.</param>
/// <param name="Category">What it is of; null for an idiom, which is clean.</param>
/// <param name="IsWeak">Of health only where the speaker's own state is spoken of.</param>
/// <param name="IsSensitive">Of degree S3.</param>
internal sealed record Phrase(string[] Words, DataCategory? Category, bool IsWeak, bool IsSensitive)
{
    /// <summary>Whether the tokens from the first of this phrase on are its words, in one stretch.</summary>
    public bool Matches(scoped in MessageScan scan, int first)
    {
        if (first + Words.Length > scan.Tokens.Length)
        {
            return false;
        }

        for (var i = 1; i < Words.Length; i++)
        {
            var word = scan.Word(first + i);
            var pattern = Words[i].AsSpan();
            var same =
                pattern[^1] == '*'
                    ? word.StartsWith(pattern[..^1], StringComparison.Ordinal)
                    : word.SequenceEqual(pattern);
            if (!same || !scan.IsOneStretch(first + i))
            {
                return false;
            }
        }

        return true;
    }
}
