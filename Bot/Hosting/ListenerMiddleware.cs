namespace ChatbotSante.Bot.Hosting;

/// <summary>Serves an endpoint on its own listener only. Told by the port of the connection, which a client cannot forge.</summary>
internal sealed class ListenerMiddleware(RequestDelegate next, int connectorPort)
{
    public Task InvokeAsync(HttpContext http)
    {
        var listener = http.Connection.LocalPort == connectorPort && connectorPort != 0 ? Listener.Connector : Listener.Public;
        var endpoint = http.GetEndpoint();
        var wanted = endpoint?.Metadata.GetMetadata<ListenerMetadata>()?.Listener ?? Listener.Public;
        if (wanted == listener)
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
