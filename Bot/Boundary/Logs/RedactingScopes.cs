namespace ChatbotSante.Bot.Boundary.Logs;

/// <summary>The scopes that are open, masked as a provider reads them: whoever opened them need not be trusted.</summary>
internal sealed class RedactingScopes(IExternalScopeProvider scopes, LogMask mask)
    : IExternalScopeProvider
{
    public void ForEachScope<TState>(Action<object?, TState> callback, TState state) =>
        scopes.ForEachScope(
            static (scope, outer) =>
                outer.callback(
                    scope is null
                        ? null
                        : outer.mask.State(string.Empty, scope, exception: null, formatter: null),
                    outer.state
                ),
            (callback, state, mask)
        );

    public IDisposable Push(object? state) => scopes.Push(state);
}
