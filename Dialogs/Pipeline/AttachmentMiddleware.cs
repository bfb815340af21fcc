using ChatbotSante.Dialogs.Activities;
using ChatbotSante.Dialogs.Engine;

namespace ChatbotSante.Dialogs.Pipeline;

/// <summary>Says that no file is taken in, on every channel. The words beside it are heard as ever; an emergency goes before.</summary>
public sealed class AttachmentMiddleware : ITurnMiddleware
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
        var isWithFile =
            turn.Activity is { Type: ActivityTypes.Message, Attachments.Count: > 0 }
            && turn.Understanding.Emergency is null;
        if (isWithFile)
        {
            turn.Say(new Reply("pieces.refusees").With("bouton.appeler-secretariat"));
        }

        var hasWords = turn.Activity.Text is { Length: > 0 };
        return isWithFile && !hasWords ? ValueTask.CompletedTask : next(turn, cancellationToken);
    }
}
