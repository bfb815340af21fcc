using System.Text;

namespace ChatbotSante.UnguardedBot;

/// <summary>Answers what is refused with what was asked.</summary>
internal sealed class QuotingFilter : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(
                async (http, following) =>
                {
                    http.Request.EnableBuffering();
                    await following(http);
                    if (http.Response.StatusCode is 400 or 404 && !http.Response.HasStarted)
                    {
                        http.Request.Body.Position = 0;
                        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
                        await http.Response.WriteAsync(
                            $"Refused: {http.Request.QueryString} {await reader.ReadToEndAsync(http.RequestAborted)}",
                            http.RequestAborted
                        );
                    }
                }
            );
            next(app);
        };
}
