namespace ChatbotSante.Bot.Storage;

/// <summary>Finds what a patient was given a reference of: a letter, and the last eight characters of an identifier.</summary>
internal static class Reference
{
    private const int Length = 8;

    /// <summary>The one identifier a reference means; null when none or several end so.</summary>
    /// <param name="ids">Identifiers among which to look.</param>
    /// <param name="reference">« R-4F7A21C9 », or its end alone, in any case.</param>
    /// <param name="letter">The letter of this kind of reference.</param>
    public static string? Find(IEnumerable<string> ids, string reference, char letter)
    {
        var end = reference.StartsWith($"{letter}-", StringComparison.OrdinalIgnoreCase)
            ? reference[2..]
            : reference;
        var matches = ids.Where(id =>
                end.Length == Length && id.EndsWith(end, StringComparison.OrdinalIgnoreCase)
            )
            .Take(2)
            .ToArray();
        return matches is [var match] ? match : null;
    }
}
