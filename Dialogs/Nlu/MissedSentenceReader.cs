using System.Diagnostics.CodeAnalysis;
using System.Text;
using ChatbotSante.Dialogs.Nlu.Emergencies;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu;

/// <summary>
/// Says what may be counted of a message, should it turn out not to be understood: nothing, unless every reader of this program
/// finds nothing of a person in it. Each is asked as it errs on that side. Without state; safe for concurrent use.
/// </summary>
/// <param name="classifier">Finds identity and health.</param>
/// <param name="emergencies">Finds emergencies.</param>
/// <param name="fingerprints">Makes fingerprints under a key of their own.</param>
public sealed class MissedSentenceReader(
    ITextClassifier classifier,
    EmergencyDetector emergencies,
    KeyedFingerprint fingerprints
)
{
    /// <summary>Fewest words: fewer are a name, or an answer.</summary>
    private const int LeastWords = 3;

    /// <summary>Probability from which a guess that speaks of somebody's health or person is believed: far below what is acted on.</summary>
    private const float Suspected = 0.05f;

    /// <summary>
    /// As though the question had been about one's health, and the next word could say whose: « faites-vous… ? » is then no mere
    /// question.
    /// </summary>
    private static readonly RedactionContext Wary = new()
    {
        Expected = CategorySet.Health,
        IsPartial = true,
    };

    /// <summary>What may be counted of a message; null for nothing.</summary>
    /// <param name="text">The message.</param>
    /// <param name="heard">What was understood of it, before any permit.</param>
    public MissedSentence? Read(FoldedText text, Understanding heard)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(heard);
        return
            heard.Intents.IsEmpty
            && heard.Held.IsEmpty
            && text.Original.Length <= MissedSentence.MaxLength
            && !IsSuspected(heard)
            && classifier.Classify(text, Wary).Categories.IsEmpty
            && emergencies.Detect(text, EmergencyContext.Heard(0)) is null
            ? Written(text)
            : null;
    }

    private static bool IsSuspected(Understanding heard) =>
        heard.Verdict is { } verdict
        && (
            IsOfSomebody(verdict.Best.Label)
            || (verdict.Second.Probability >= Suspected && IsOfSomebody(verdict.Second.Label))
        );

    private static bool IsOfSomebody(string label) =>
        label == IntentLabels.Emergency
        || IntentLabels.Find(label)
            is Intent.MedicalAdvice
                or Intent.FollowUpReport
                or Intent.Complaint
                or Intent.AnotherPerson
                or Intent.Child
                or Intent.Adolescent;

    [SuppressMessage(
        "Privacy",
        "CBS0002:Patient data is made part of a text",
        Justification = "The words become a MissedSentence, which prints masked, at once."
    )]
    private MissedSentence? Written(FoldedText text)
    {
        var written = new StringBuilder(text.Folded.Length);
        var words = 0;
        for (var i = 0; i < text.Tokens.Length; )
        {
            var isNumber = SpokenNumbers.NumberAt(text, i, out var next) >= 0;
            var isWord =
                text.At(i) is "un" or "une"
                || (!isNumber && !text.At(i).ContainsAnyExceptInRange('a', 'z'));
            Append(written, isWord ? text.At(i) : MissedSentence.AnyWord);
            words += isWord ? 1 : 0;
            i = isWord ? i + 1 : Math.Max(next, i + 1);
        }

        if (words < LeastWords)
        {
            return null;
        }

        var sentence = written.ToString();
        Span<byte> fingerprint = stackalloc byte[KeyedFingerprint.LengthBytes];
        fingerprints.Write(sentence, fingerprint);
        return new MissedSentence(sentence, Convert.ToHexStringLower(fingerprint));
    }

    private static void Append(StringBuilder written, ReadOnlySpan<char> word)
    {
        if (written.Length > 0)
        {
            written.Append(' ');
        }

        written.Append(word);
    }
}
