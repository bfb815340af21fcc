using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu;

/// <summary>
/// A sentence in which nothing was understood and nothing of a person was found, as it may be counted: in the notation of the
/// wordings, so without accents, capitals and punctuation. Prints masked all the same. Only <see cref="MissedSentenceReader"/>
/// makes one.
/// </summary>
public sealed class MissedSentence
{
    /// <summary>How often it must have been said for its words to be kept; until then it is only a number.</summary>
    public const int KeptFrom = 5;

    /// <summary>Longest one, in UTF-16 code units: a longer message tells a story.</summary>
    public const int MaxLength = 120;

    /// <summary>What stands in the place of a number, or of a word in other letters than ours: any word.</summary>
    public const string AnyWord = "_";

    [IdentityData]
    private readonly string _words;

    internal MissedSentence([IdentityData] string words, string fingerprint)
    {
        _words = words;
        Fingerprint = fingerprint;
    }

    /// <summary>Keyed fingerprint of the words, in lower-case hexadecimal: tells that two are the same, and no more.</summary>
    public string Fingerprint { get; }

    /// <summary>The words themselves. Store them sealed, from the fifth time on; never log or send them.</summary>
    [return: IdentityData]
    public string Reveal() => _words;

    public override string ToString() => "[PHRASE]";
}
