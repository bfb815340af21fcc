using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;

namespace ChatbotSante.Bot.Boundary;

/// <summary>The ways out of the program.</summary>
internal static class BoundaryServices
{
    /// <summary>Longest answer that is kept in memory whole; a client that needs more says so.</summary>
    private const long MaxResponseBytes = 1024 * 1024;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    /// <summary>Adds the map, the connector, and the guard under every HTTP client. The options are bound by the caller.</summary>
    public static IServiceCollection AddWaysOut(this IServiceCollection services)
    {
        services.TryAddSingleton<INameResolver, SystemNameResolver>();
        services.AddMetrics();
        services.AddSingleton<EgressDecisions>();
        services.AddSingleton<BoundaryMap>();
        services.AddSingleton<OutboundConnector>();
        services.AddSingleton<OutsideVocabulary>();
        services.ConfigureHttpClientDefaults(client =>
            client
                .ConfigureHttpClient(http =>
                {
                    http.MaxResponseContentBufferSize = MaxResponseBytes;
                    http.Timeout = Timeout;
                })
                .ConfigurePrimaryHttpMessageHandler(GuardedHandler)
                // An address may hold the id of a conversation.
                .RemoveAllLoggers()
        );

        // The first filter is the outermost: it has the last word.
        services.Insert(
            0,
            ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter, GuardEveryHandler>()
        );
        return services;
    }

    /// <summary>What every client of the factory sends by; for what the factory does not make (a WebSocket), the handler of an
    /// <see cref="HttpMessageInvoker"/>.</summary>
    public static HttpMessageHandler GuardedHandler(IServiceProvider services) =>
        new EgressGuard(
            services.GetRequiredService<BoundaryMap>(),
            services.GetRequiredService<OutsideVocabulary>(),
            services.GetRequiredService<EgressDecisions>()
        )
        {
            InnerHandler = services.GetRequiredService<OutboundConnector>().Handler(),
        };
}
