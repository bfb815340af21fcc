using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ChatbotSante.Redaction;

/// <summary>
/// Replaces what a classifier finds. Nothing comes out when it throws, is late, says what cannot be, or is given more than it
/// reads: <c>[REDACTED:n]</c> then. Safe for concurrent use when the classifier is.
/// </summary>
/// <remarks>
/// A classifier runs on the caller's thread and cannot be cut short: one that is late has its answer thrown away, and is not
/// asked again for <see cref="Rest"/>, so that at most one text in that time waits for it.
/// </remarks>
/// <param name="classifier">Finds the spans; linear in the length of the text.</param>
/// <param name="machine">The machine's time, against which the classifier is measured.</param>
public sealed class FailClosedRedactor(ITextClassifier classifier, TimeProvider machine)
    : ITextRedactor
{
    /// <summary>Longest text that is looked at, in UTF-16 code units: what the classifiers read of a message.</summary>
    public const int MaxLength = FoldedText.MaxLength;

    /// <summary>Longest that a classifier may take: far more than it needs, for a busy machine makes anybody late.</summary>
    public static readonly TimeSpan Budget = TimeSpan.FromSeconds(1);

    /// <summary>How long a classifier that was late is left alone.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    /// <summary>Timestamp at which the classifier was last late; 0 when it never was.</summary>
    private long _late;

    /// <inheritdoc />
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "Whatever a classifier does wrong, nothing may come out, and the caller is no part of it."
    )]
    public SafeText Redact(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return default;
        }

        if (text.Length > MaxLength || IsResting())
        {
            return SafeText.Withheld(text.Length);
        }

        try
        {
            var began = machine.GetTimestamp();
            var original = text.ToString();
            var found = classifier.Classify(FoldedText.Of(original), CategorySet.None).Detections;
            var redacted = Replace(original, found);
            if (machine.GetElapsedTime(began) <= Budget)
            {
                return new SafeText(redacted);
            }

            Volatile.Write(ref _late, Math.Max(1, machine.GetTimestamp()));
        }
        catch (Exception)
        {
            // Its message may quote the text: it goes nowhere.
        }

        return SafeText.Withheld(text.Length);
    }

    private bool IsResting()
    {
        var late = Volatile.Read(ref _late);
        return late != 0 && machine.GetElapsedTime(late) < Rest;
    }

    /// <exception cref="InvalidOperationException">A span lies outside the text.</exception>
    private static string Replace(string text, IReadOnlyList<Detection> found)
    {
        if (found.Count == 0)
        {
            return text;
        }

        var written = new StringBuilder(text.Length + 16);
        var next = 0;
        foreach (var detection in found.OrderBy(span => span.Start).ThenBy(span => -span.Length))
        {
            if (
                detection.Start < 0
                || detection.Length < 1
                || detection.Length > text.Length - detection.Start
            )
            {
                throw new InvalidOperationException("A span lies outside the text.");
            }

            if (detection.Start >= next)
            {
                written
                    .Append(text, next, detection.Start - next)
                    .Append(Placeholder.Of(detection.Category));
            }

            // One that overlaps another goes with it.
            next = Math.Max(next, detection.End);
        }

        return written.Append(text, next, text.Length - next).ToString();
    }
}
