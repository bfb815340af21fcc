using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;

namespace ChatbotSante.Dialogs.Pipeline;

/// <summary>Once a child says so, nothing that was begun goes on: what was collected is dropped, what was held is given back.</summary>
public sealed class ChildMiddleware(DialogCatalog dialogs) : ITurnMiddleware
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
        if (
            turn.Understanding.Asks(Intent.Child)
            && turn.Understanding.Emergency is null
            && !dialogs.HoldsTheFloor(turn.State)
        )
        {
            dialogs.LeaveAll(turn);
        }

        return next(turn, cancellationToken);
    }
}
