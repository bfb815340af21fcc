using Microsoft.Extensions.Http;

namespace ChatbotSante.Bot.Boundary;

/// <summary>
/// Puts the guard under every client of the factory, last, whatever handler a client asked for: one that is added later is
/// guarded without knowing it.
/// </summary>
internal sealed class GuardEveryHandler(IServiceProvider services)
    : IHttpMessageHandlerBuilderFilter
{
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) =>
        builder =>
        {
            next(builder);
            builder.PrimaryHandler = BoundaryServices.GuardedHandler(services);
        };
}
