using ChatbotSante.Bot.Ports;
using ChatbotSante.Dialogs.Conversations;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Pipeline;

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
                            provider.GetRequiredService<IHttpClientFactory>()
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
