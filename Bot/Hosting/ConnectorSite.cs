using ChatbotSante.Bot.Channels.Connector;

namespace ChatbotSante.Bot.Hosting;

/// <summary><c>/api/messages</c> on a listener of its own, with nothing of the public site; and nothing of it on the public site.</summary>
internal static class ConnectorSite
{
    /// <summary>Serves what comes in on the connector's port, which a client cannot forge, apart from everything else.</summary>
    public static void UseConnector(this WebApplication app, int port)
    {
        var isAuthenticated = app.Configuration["Connector:Authority"] is { Length: > 0 };
        app.MapWhen(
            http => http.Connection.LocalPort == port,
            branch =>
            {
                branch.UseRouting();
                if (isAuthenticated)
                {
                    branch.UseAuthentication();
                    branch.UseAuthorization();
                }

                branch.UseEndpoints(endpoints =>
                {
                    var messages = endpoints.MapConnector();
                    if (isAuthenticated)
                    {
                        messages.RequireAuthorization(ConnectorEndpoints.Policy);
                    }
                });
            }
        );
    }
}
