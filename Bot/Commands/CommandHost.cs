using ChatbotSante.Bot.Hosting;

namespace ChatbotSante.Bot.Commands;

/// <summary>The services a command needs: the store and its keys, beside a server that may be running.</summary>
internal static class CommandHost
{
    public static IHost Build(string[] settings)
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
        return builder.Build();
    }

    /// <summary>Who runs the command, as the audit names them.</summary>
    public static string Actor => "user:" + Environment.UserName;
}
