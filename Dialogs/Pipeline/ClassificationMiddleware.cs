using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Pipeline;

/// <summary>Turns words into an understanding and forgets the words: after it, no step of the turn sees them.</summary>
public sealed class ClassificationMiddleware(
    ITextClassifier classifier,
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
            var classification = classifier.Classify(text, Expected(turn, text));
            var today = DateOnly.FromDateTime(clinic.Local(turn.Now));
            turn.Text = text;
            turn.Understanding = understander.Understand(text, classification, today);
        }

        return next(turn, cancellationToken);
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
