using ChatbotSante.Bot.Hosting;

namespace ChatbotSante.Bot.Commands;

/// <summary>The services a command needs: the store and its keys, beside a server that may be running.</summary>
internal static class CommandHost
{
    /// <exception cref="WayOutNotInsideException">The database's name leads outside.</exception>
    public static async Task<IHost> BuildAsync(
        string[] settings,
        CancellationToken cancellationToken
    )
    {
        var builder = Host.CreateApplicationBuilder(
            new HostApplicationBuilderSettings
            {
                ContentRootPath = AppContext.BaseDirectory,
                Args = [.. settings.Select(setting => "--" + setting)],
                EnvironmentName =
                    Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")
                    ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT"),
            }
        );
        builder.Logging.ClearProviders();
        builder.Services.AddStore(isServing: false);
        var host = builder.Build();
        await WaysOut.CheckAsync(host.Services, cancellationToken);
        return host;
    }

    /// <summary>Who runs the command, as the audit names them.</summary>
    public static string Actor => "user:" + Environment.UserName;
}
