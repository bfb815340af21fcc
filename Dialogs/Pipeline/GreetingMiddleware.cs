using ChatbotSante.Dialogs.Activities;
using ChatbotSante.Dialogs.Engine;

namespace ChatbotSante.Dialogs.Pipeline;

/// <summary>Greets once, when a person joins; passes messages on; ignores every other kind of activity.</summary>
public sealed class GreetingMiddleware : ITurnMiddleware
{
    /// <summary>The greeting, which says that an automatic assistant answers.</summary>
    internal static Reply Greeting { get; } =
        new Reply("accueil.bonjour").With(
            "bouton.rendez-vous",
            "bouton.horaires",
            "bouton.acces",
            "bouton.humain"
        );

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
            return next(turn, cancellationToken);
        }

        var joined =
            turn.Activity.Type is ActivityTypes.ConversationUpdate
            && turn.Activity.MembersAdded?.Any(member => member.Id != turn.Activity.Recipient?.Id)
                == true;
        if (joined && turn.IsFirstOfSession)
        {
            turn.State = turn.State with { Disclosed = true };
            turn.Say(Greeting);
        }

        return ValueTask.CompletedTask;
    }
}
