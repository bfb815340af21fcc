using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Pipeline;

/// <summary>Turns words into an understanding and forgets the words: after it, no step of the turn sees them.</summary>
public sealed class ClassificationMiddleware(
    ITextClassifier classifier,
    KeyedFingerprint fingerprints,
    IUnderstander understander,
    DialogCatalog dialogs,
    Clinic clinic
) : ITurnMiddleware
{
    /// <inheritdoc />
    public ValueTask InvokeAsync(
        TurnContext turn,
        TurnHandler next,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(next);
        if (turn.Activity.Text is { } words)
        {
            var text = FoldedText.Of(words.Reveal());
            var memory = new ConversationMemory(
                fingerprints,
                Convert.FromBase64String(turn.State.Heard ?? string.Empty)
            );
            var classification = classifier.Classify(
                text,
                new RedactionContext { Expected = Expected(turn, text), Memory = memory }
            );
            turn.State = Remember(turn.State, memory, text, classification);
            var today = DateOnly.FromDateTime(clinic.Local(turn.Now));
            turn.Text = text;
            turn.Impersonal = PersonalWords.Blanked(text, classification);
            turn.Understanding = understander.Understand(text, classification, today);
        }

        return next(turn, cancellationToken);
    }

    /// <summary>Names heard are hidden from now on; a mere guess is not remembered.</summary>
    private static ConversationState Remember(
        ConversationState state,
        ConversationMemory memory,
        FoldedText text,
        TextClassification classification
    )
    {
        var known = memory.Count;
        foreach (var detection in classification.Detections)
        {
            if (
                detection.Category == DataCategory.Name
                && detection.Confidence >= Confidence.Likely
            )
            {
                memory.Remember(text.Original.AsSpan(detection.Start, detection.Length));
            }
        }

        return memory.Count == known
            ? state
            : state with
            {
                Heard = Convert.ToBase64String(memory.Store()),
            };
    }

    /// <summary>What the open question asks for; nothing when the patient asks a question instead of answering one.</summary>
    private CategorySet Expected(TurnContext turn, FoldedText text)
    {
        if (
            turn.State.Stack is not [.., var top]
            || text.Folded.Contains('?', StringComparison.Ordinal)
        )
        {
            return CategorySet.None;
        }

        return dialogs.Find(top.Id) is { } dialog && dialog.CanResume(top)
            ? dialog.Expects(top)
            : CategorySet.None;
    }
}
