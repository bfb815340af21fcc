using ChatbotSante.Bot.Boundary.Logs;
using ChatbotSante.Bot.Boundary.Telemetry;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Dialogs.Conversations;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Pipeline;
using ChatbotSante.Redaction;

namespace ChatbotSante.UnguardedBot;

/// <summary>Puts mistakes into the program's services, and takes guards out.</summary>
internal static class Sabotage
{
    public static void Apply(
        IServiceCollection services,
        IReadOnlySet<Mistake> mistakes,
        IReadOnlySet<Guard> without
    )
    {
        services.AddHttpClient();
        Replace<TurnPipeline>(
            services,
            (pipeline, provider) =>
                new TurnPipeline(
                    [
                        new MistakenMiddleware(
                            mistakes,
                            provider.GetRequiredService<ILogger<MistakenMiddleware>>(),
                            without.Contains(Guard.Boundary)
                                ? () => new HttpClient()
                                : () =>
                                    provider
                                        .GetRequiredService<IHttpClientFactory>()
                                        .CreateClient("statistics")
                        ),
                    ],
                    pipeline.RunAsync
                )
        );
        if (mistakes.Contains(Mistake.Hoard))
        {
            Replace<DialogCatalog>(
                services,
                (catalog, _) =>
                    new DialogCatalog(
                        catalog.Dialogs.Select(dialog =>
                            dialog is CallBackDialog
                                ? new HoardingDialog(dialog.Opens, without.Contains(Guard.Permit))
                                : dialog
                        )
                    )
            );
        }

        if (mistakes.Contains(Mistake.Quote))
        {
            services.AddTransient<IStartupFilter, QuotingFilter>();
        }

        if (without.Contains(Guard.Logs) || without.Contains(Guard.Traces))
        {
            services.AddSingleton(provider => new LapsedRedactor(
                provider.GetRequiredService<OperatorRedactor>()
            ));
            services.AddHostedService(provider => provider.GetRequiredService<LapsedRedactor>());
        }

        if (without.Contains(Guard.Logs))
        {
            services.AddSingleton(provider => new LogMask(
                provider.GetRequiredService<LapsedRedactor>()
            ));
        }

        if (without.Contains(Guard.Traces))
        {
            services.AddSingleton(provider => new SpanRedactor(
                provider.GetRequiredService<LapsedRedactor>()
            ));
        }

        if (without.Contains(Guard.Seal))
        {
            Replace<ISealer>(services, (sealer, _) => new UnsealedSealer(sealer));
        }
    }

    /// <summary>Registers something made of what was registered.</summary>
    private static void Replace<T>(
        IServiceCollection services,
        Func<T, IServiceProvider, T> decorate
    )
        where T : class
    {
        var original = services.Last(service =>
            service.ServiceType == typeof(T) && !service.IsKeyedService
        );
        services.Remove(original);
        services.AddSingleton(provider =>
            decorate(
                (T)(
                    original.ImplementationInstance
                    ?? original.ImplementationFactory?.Invoke(provider)
                    ?? ActivatorUtilities.CreateInstance(provider, original.ImplementationType!)
                ),
                provider
            )
        );
    }
}
