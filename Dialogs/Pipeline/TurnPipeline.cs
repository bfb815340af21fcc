namespace ChatbotSante.Dialogs.Pipeline;

/// <summary>The middleware of a turn, in order, and the handler at the end. Built once.</summary>
public sealed class TurnPipeline
{
    private readonly TurnHandler _first;

    public TurnPipeline(IReadOnlyList<ITurnMiddleware> middleware, TurnHandler last)
    {
        ArgumentNullException.ThrowIfNull(middleware);
        var handler = last;
        for (var i = middleware.Count - 1; i >= 0; i--)
        {
            var current = middleware[i];
            var next = handler;
            handler = (turn, cancellationToken) =>
                current.InvokeAsync(turn, next, cancellationToken);
        }

        _first = handler;
    }

    public ValueTask RunAsync(TurnContext turn, CancellationToken cancellationToken) =>
        _first(turn, cancellationToken);
}
