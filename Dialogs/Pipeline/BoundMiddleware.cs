using ChatbotSante.Dialogs.Activities;

namespace ChatbotSante.Dialogs.Pipeline;

/// <summary>Ends conversations that no person leads: another bot gets a few answers, anyone a great many, then silence.</summary>
public sealed class BoundMiddleware : ITurnMiddleware
{
    /// <summary>Answers given to a sender that says it is a bot.</summary>
    public const int MaxBotTurns = 10;

    /// <summary>Messages answered in one conversation. Nobody writes so many within the half hour it is remembered.</summary>
    public const int MaxTurns = 1000;

    /// <inheritdoc />
    public ValueTask InvokeAsync(
        TurnContext turn,
        TurnHandler next,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(next);
        if (turn.Activity.Type is ActivityTypes.Message)
        {
            var fromBot = turn.Activity.From?.Role is "bot" or "skill";
            turn.State = turn.State with
            {
                Turns = turn.State.Turns + 1,
                BotTurns = turn.State.BotTurns + (fromBot ? 1 : 0),
            };
        }

        var bounded = turn.State.Turns > MaxTurns || turn.State.BotTurns > MaxBotTurns;
        return bounded ? ValueTask.CompletedTask : next(turn, cancellationToken);
    }
}
