using Microsoft.Extensions.Options;

namespace ChatbotSante.Bot.Boundary.Logs;

/// <summary>The factory of every logger: it wraps each provider it is given, at the start and later, whoever gives it.</summary>
internal sealed class RedactingLoggerFactory : ILoggerFactory
{
    private readonly LogMask _mask;
    private readonly ProviderFilters _filters;
    private readonly ILoggerFactory _inner;

    /// <param name="services">Where the inner factory finds what else it takes.</param>
    /// <param name="inner">Type of the factory that does the work: the one that redacts classified parameters.</param>
    /// <param name="mask">What everything goes through.</param>
    public RedactingLoggerFactory(IServiceProvider services, Type inner, LogMask mask)
    {
        _mask = mask;
        _filters = new ProviderFilters(
            services.GetRequiredService<IOptionsMonitor<LoggerFilterOptions>>()
        );
        ILoggerProvider[] wrapped = [.. services.GetServices<ILoggerProvider>().Select(Wrap)];
        _inner = (ILoggerFactory)
            ActivatorUtilities.CreateInstance(services, inner, wrapped, _filters);
    }

    public ILogger CreateLogger(string categoryName) => _inner.CreateLogger(categoryName);

    public void AddProvider(ILoggerProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        _inner.AddProvider(Wrap(provider));
    }

    public void Dispose() => _inner.Dispose();

    private ILoggerProvider Wrap(ILoggerProvider provider)
    {
        var wrapping = typeof(RedactingLoggerProvider<>).MakeGenericType(provider.GetType());
        _filters.Add(provider.GetType(), wrapping);
        return (ILoggerProvider)Activator.CreateInstance(wrapping, provider, _mask)!;
    }
}
