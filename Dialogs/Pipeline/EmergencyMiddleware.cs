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
            turn.Understanding = turn.Understanding with
            {
                Emergency = detector.Detect(
                    text,
                    new EmergencyContext(turn.Activity.RecognitionConfidence)
                ),
            };

            // Nothing after this looks at the words.
            turn.Text = null;
        }

        return next(turn, cancellationToken);
    }
}
