using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;

namespace ChatbotSante.Dialogs.Pipeline;

/// <summary>
/// Sets a calm limit to insults; after several, ends the exchange politely and gives back what it held. Emergencies are heard
/// all the same, and whoever comes back with a request is answered.
/// </summary>
public sealed class CivilityMiddleware(DialogCatalog dialogs) : ITurnMiddleware
{
    /// <summary>Insulting messages after which the exchange is ended.</summary>
    public const int MaxInsults = 3;

    /// <inheritdoc />
    public async ValueTask InvokeAsync(
        TurnContext turn,
        TurnHandler next,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(next);
        var heard = turn.Understanding;
        if (
            !heard.Asks(Intent.Insult)
            || heard.Emergency is not null
            || dialogs.HoldsTheFloor(turn.State)
        )
        {
            await next(turn, cancellationToken);
            return;
        }

        turn.State = turn.State with { Insults = turn.State.Insults + 1 };
        if (turn.State.Insults >= MaxInsults)
        {
            dialogs.LeaveAll(turn);
            turn.Say(new Reply("insulte.fin").With("bouton.appeler-secretariat"));
            return;
        }

        turn.Say(new Reply("insulte.limite").With("bouton.humain"));
        if (heard.Intents.Length > 1)
        {
            await next(turn, cancellationToken);
        }
    }
}
