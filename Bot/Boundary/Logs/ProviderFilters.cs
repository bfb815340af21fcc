using System.Reflection;
using Microsoft.Extensions.Options;

namespace ChatbotSante.Bot.Boundary.Logs;

/// <summary>
/// The levels that the operator set, in the names of the wrapped providers: a rule for <c>Console</c> becomes one for its
/// wrapping.
/// </summary>
internal sealed class ProviderFilters(IOptionsMonitor<LoggerFilterOptions> source)
    : IOptionsMonitor<LoggerFilterOptions>
{
    private readonly Lock _sync = new();
    private readonly List<(Type Wrapped, string Wrapping)> _providers = [];
    private readonly List<Action<LoggerFilterOptions, string?>> _listeners = [];

    public LoggerFilterOptions CurrentValue => Rewrite(source.CurrentValue);

    /// <summary>Lets the rules of a provider find its wrapping, from now on.</summary>
    public void Add(Type wrapped, Type wrapping)
    {
        Action<LoggerFilterOptions, string?>[] listeners;
        lock (_sync)
        {
            _providers.Add((wrapped, wrapping.FullName!));
            listeners = [.. _listeners];
        }

        foreach (var listener in listeners)
        {
            listener(CurrentValue, Options.DefaultName);
        }
    }

    public LoggerFilterOptions Get(string? name) => Rewrite(source.Get(name));

    public IDisposable? OnChange(Action<LoggerFilterOptions, string?> listener)
    {
        lock (_sync)
        {
            _listeners.Add(listener);
        }

        return source.OnChange((changed, name) => listener(Rewrite(changed), name));
    }

    private LoggerFilterOptions Rewrite(LoggerFilterOptions written)
    {
        var read = new LoggerFilterOptions
        {
            MinLevel = written.MinLevel,
            CaptureScopes = written.CaptureScopes,
        };
        lock (_sync)
        {
            foreach (var rule in written.Rules)
            {
                if (rule.ProviderName is null)
                {
                    read.Rules.Add(rule);
                    continue;
                }

                foreach (var (_, wrapping) in _providers.Where(one => IsFor(rule, one.Wrapped)))
                {
                    read.Rules.Add(
                        new LoggerFilterRule(
                            wrapping,
                            rule.CategoryName,
                            rule.LogLevel,
                            rule.Filter
                        )
                    );
                }
            }

            foreach (var (wrapped, wrapping) in _providers)
            {
                AddSelfTest(read, wrapped, wrapping);
            }
        }

        return read;
    }

    /// <summary>What the self-test logs reaches the probe alone, and the probe nothing else.</summary>
    private static void AddSelfTest(LoggerFilterOptions read, Type wrapped, string wrapping)
    {
        var isProbe = wrapped == typeof(CanaryProbe);
        if (isProbe)
        {
            read.Rules.Add(new LoggerFilterRule(wrapping, null, LogLevel.None, null));
        }

        read.Rules.Add(
            new LoggerFilterRule(
                wrapping,
                RedactionSelfTest.Category,
                isProbe ? LogLevel.Trace : LogLevel.None,
                null
            )
        );
    }

    private static bool IsFor(LoggerFilterRule rule, Type provider) =>
        string.Equals(rule.ProviderName, provider.FullName, StringComparison.Ordinal)
        || string.Equals(
            rule.ProviderName,
            provider.GetCustomAttribute<ProviderAliasAttribute>(inherit: false)?.Alias,
            StringComparison.Ordinal
        );
}
