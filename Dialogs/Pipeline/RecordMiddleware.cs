using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;

namespace ChatbotSante.Dialogs.Pipeline;

/// <summary>
/// Remembers whether something of the patient was written outside the conversation, and says, to who thanks and leaves, that
/// nothing was, when it is true.
/// </summary>
public sealed class RecordMiddleware : ITurnMiddleware
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
        var heard = turn.Understanding;
        var onlyThanks =
            heard is { IsEmpty: true, Emergency: null }
            && heard.Asks(Intent.Thanks)
            && heard.Intents.All(intent => intent is Intent.Thanks or Intent.Goodbye);
        if (onlyThanks && turn.State is { Recorded: false, Stack: [] })
        {
            turn.Say(new Reply("relation.merci-rien"));
            return;
        }

        await next(turn, cancellationToken);

        // A slot that is only held is given back by itself, and says nothing of whom.
        if (
            turn.Commands.Any(command =>
                command is not (TurnCommand.HoldSlot or TurnCommand.ReleaseHold)
            )
        )
        {
            turn.State = turn.State with { Recorded = true };
        }
    }
}
