namespace ChatbotSante.Redaction;

/// <summary>Names heard earlier in the conversation, recognised by their fingerprints.</summary>
internal static class MemoryDetector
{
    public static void Find(scoped in MessageScan scan, ConversationMemory? memory)
    {
        if (memory is not { Count: > 0 })
        {
            return;
        }

        for (var i = 0; i < scan.Tokens.Length; i++)
        {
            var isCandidate =
                scan.Tokens[i] is { IsNumber: false, Length: >= NameWords.MinLength }
                && !scan.Has(
                    i,
                    WordFlags.Ordinary | WordFlags.Particle | WordFlags.Title | WordFlags.Relation
                );
            if (isCandidate && memory.PersonOf(scan.Word(i)) > 0)
            {
                scan.AddSpan(
                    scan.Tokens[i].Start,
                    scan.Tokens[i].End,
                    DataCategory.Name,
                    Confidence.Certain
                );
            }
        }
    }
}
