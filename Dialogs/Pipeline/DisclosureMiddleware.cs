using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;

namespace ChatbotSante.Dialogs.Pipeline;

/// <summary>Makes « assistant automatique » the first words of every session (Règlement IA, art. 50(1)).</summary>
public sealed class DisclosureMiddleware : ITurnMiddleware
{
    /// <inheritdoc />
    public async ValueTask InvokeAsync(
        TurnContext turn,
        TurnHandler next,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(next);
        if (!turn.IsFirstOfSession)
        {
            await next(turn, cancellationToken);
            return;
        }

        turn.State = turn.State with { Disclosed = true };
        var onlyGreets =
            turn.Understanding is { IsEmpty: true, Emergency: null, Intents: [Intent.Greet] };
        if (onlyGreets)
        {
            turn.Say(GreetingMiddleware.Greeting);
            return;
        }

        turn.Say(new Reply("accueil.assistant-automatique"));
        await next(turn, cancellationToken);
    }
}
