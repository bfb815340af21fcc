namespace ChatbotSante.Bot.Boundary.Logs;

/// <summary>
/// Wraps a provider of logs: nothing reaches it but through <see cref="LogMask"/>. One closed type for each type wrapped, so that
/// levels set for a provider still find it (<see cref="ProviderFilters"/>).
/// </summary>
/// <remarks>A provider that cannot take the scopes of its factory gets none.</remarks>
/// <typeparam name="TProvider">The provider's own type.</typeparam>
internal sealed class RedactingLoggerProvider<TProvider>(TProvider inner, LogMask mask)
    : ILoggerProvider,
        ISupportExternalScope
    where TProvider : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) =>
        new RedactingLogger(inner.CreateLogger(categoryName), categoryName, mask);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) =>
        (inner as ISupportExternalScope)?.SetScopeProvider(
            new RedactingScopes(scopeProvider, mask)
        );

    public void Dispose() => inner.Dispose();
}
