using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;

namespace ChatbotSante.Dialogs.Pipeline;

/// <summary>« Répéter »: says the last answer again, word for word, buttons too.</summary>
public sealed class RepeatMiddleware : ITurnMiddleware
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
        var heard = turn.Understanding;
        var isAskedAlone =
            heard.Emergency is null
            && heard.Asks(Intent.Repeat)
            && heard.Intents.All(intent =>
                intent is Intent.Repeat or Intent.Greet or Intent.Thanks
            );
        if (!isAskedAlone || turn.State.Replies is not [.., var last])
        {
            return next(turn, cancellationToken);
        }

        foreach (var said in turn.State.Replies.Where(reply => reply.ReplyTo == last.ReplyTo))
        {
            turn.Say(Reply.Again(said));
        }

        return ValueTask.CompletedTask;
    }
}
