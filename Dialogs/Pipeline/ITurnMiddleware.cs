namespace ChatbotSante.Dialogs.Pipeline;

/// <summary>One concern of a turn: does it, or passes on. Without state of its own.</summary>
public interface ITurnMiddleware
{
    ValueTask InvokeAsync(TurnContext turn, TurnHandler next, CancellationToken cancellationToken);
}
