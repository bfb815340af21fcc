using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Dialogs.Nlu.Emergencies;

namespace ChatbotSante.Dialogs.Pipeline;

/// <summary>Looks for an emergency on the raw text of every message, before anything else is decided.</summary>
public sealed class EmergencyMiddleware(EmergencyDetector detector) : ITurnMiddleware
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
        if (turn.Text is { } text)
        {
            var signal = detector.Detect(
                text,
                turn.Impersonal ?? text,
                new EmergencyContext(turn.Activity.RecognitionConfidence)
            );

            // Who says to be a child is asked whether all is well, in words for a child.
            var isChilds = signal is { IsLearned: true } && turn.Understanding.Asks(Intent.Child);
            turn.Understanding = turn.Understanding with { Emergency = isChilds ? null : signal };

            // Nothing after this looks at the words.
            turn.Text = null;
            turn.Impersonal = null;
        }

        return next(turn, cancellationToken);
    }
}
