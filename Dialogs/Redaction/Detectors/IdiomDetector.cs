namespace ChatbotSante.Redaction;

/// <summary>Speaks for turns of phrase that use a word of health and speak of none: « j'en ai plein le dos ».</summary>
internal static class IdiomDetector
{
    public static void Find(scoped in MessageScan scan)
    {
        for (var i = 0; i < scan.Tokens.Length; i++)
        {
            foreach (var phrase in FrenchVocabulary.Shared.PhrasesOf(scan.Info(i)))
            {
                if (phrase.Category is null && phrase.Matches(scan, i))
                {
                    scan.Taken.Slice(i, phrase.Words.Length).Fill(true);
                    scan.Clean.Slice(i, phrase.Words.Length).Fill(true);
                    break;
                }

                // A longer turn of phrase that is of health goes before: « mal au cœur de » is none, « mal au cœur » is.
                if (phrase.Category is not null && phrase.Matches(scan, i))
                {
                    break;
                }
            }
        }
    }
}
