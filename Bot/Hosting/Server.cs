using System.Diagnostics.CodeAnalysis;
using System.Threading.RateLimiting;
using ChatbotSante.Bot.Boundary.Logs;
using ChatbotSante.Bot.Channels.Connector;
using ChatbotSante.Bot.Channels.DirectLine;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Bot.Storage;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Engine;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatbotSante.Bot.Hosting;

/// <summary>Builds and runs the serving process.</summary>
internal static class Server
{
    /// <summary>Exit code of a start that was refused: the operator must act.</summary>
    private const int Refused = 78;

    /// <summary>Name of the HTTP client that fetches an authority's keys.</summary>
    private const string AuthorityClient = "authority";

    /// <param name="args">The command line.</param>
    /// <param name="services">Changes services before anything starts; null in the program itself, which has no way to ask for it.</param>
    public static async Task<int> RunAsync(
        string[] args,
        Action<IServiceCollection>? services = null
    )
    {
        try
        {
            await using var app = Build(args, services: services);
            CheckSettings(app.Services);
            CheckDumps(app.Environment);
            using var held = DataFolderLock.Take(StoreServices.DataFolder(app.Services));
            await PrepareAsync(app);
            await app.RunAsync();
            return 0;
        }
        catch (Exception refusal) when (Refusal.Is(refusal))
        {
            await Commands.Terminal.ErrorAsync(Refusal.Of(refusal));
            return Refused;
        }
    }

    /// <param name="args">The command line.</param>
    /// <param name="logging">Where the log goes instead of standard output; null in a process that serves.</param>
    /// <param name="services">Changes services before anything starts; null but in the hosts of the tests.</param>
    public static WebApplication Build(
        string[] args,
        Action<ILoggingBuilder>? logging = null,
        Action<IServiceCollection>? services = null
    )
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory }
        );
        builder.Logging.ClearProviders();
        builder.Logging.AddJsonConsole(console =>
        {
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "O";
        });
        builder.AddRedaction();
        logging?.Invoke(builder.Logging);
        var connectorPort = Listen(builder);
        builder.Services.AddStore(isServing: true);
        builder.AddCluster();
        builder.Services.AddBot();
        AddWeb(builder);
        services?.Invoke(builder.Services);

        var app = builder.Build();
        UseWeb(app, connectorPort);
        return app;
    }

    /// <summary>Every section at once, before anything starts: what is refused is said, and nothing else.</summary>
    /// <exception cref="SettingsException">A setting is unknown, cannot be read, or is refused.</exception>
    [SuppressMessage(
        "Privacy",
        "CBS0010:Another exception's message is repeated",
        Justification = "It names settings to the operator, before anyone has said anything."
    )]
    public static void CheckSettings(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (AggregateException inner)
        {
            var refusals = inner.InnerExceptions.Select(refusal => refusal.Message);
            throw new SettingsException(string.Join(Environment.NewLine, refusals), inner);
        }
        catch (InvalidOperationException inner)
        {
            // The binder: an unknown key, or a value of another type.
            throw new SettingsException(inner.Message, inner);
        }
    }

    /// <summary>A crash must not leave patients' words on the disk.</summary>
    private static void CheckDumps(IHostEnvironment environment)
    {
        string[] variables = ["DOTNET_DbgEnableMiniDump", "COMPlus_DbgEnableMiniDump"];
        if (
            environment.IsProduction()
            && Array.Exists(variables, name => Environment.GetEnvironmentVariable(name) == "1")
        )
        {
            throw new DumpsAskedForException();
        }
    }

    /// <summary>Makes or migrates the schema, and reads what must be right before anyone is answered.</summary>
    public static async Task PrepareAsync(WebApplication app)
    {
        var services = app.Services;
        services.GetRequiredService<IInstallationSecrets>();
        await WaysOut.CheckAsync(services, app.Lifetime.ApplicationStopping);
        RedactionSelfTest.Check(services);
        services.GetRequiredService<Clinic>();
        services.GetRequiredService<ReplyCatalog>();
        services.GetRequiredService<PatientPages>();
        try
        {
            await using var context = services.GetRequiredService<Database>().Context();
            await context.Database.MigrateAsync();
        }
        catch (System.Data.Common.DbException inner)
        {
            throw new StoreUnavailableException(inner);
        }

        services.GetRequiredService<Dialogs.Pipeline.TurnPipeline>();
    }

    /// <summary>The connector's listener beside the public ones; its port, or 0 when it does not listen.</summary>
    private static int Listen(WebApplicationBuilder builder)
    {
        // No endpoint blocks: what reads or writes a disk does so on a conversation's own scheduler, or on the writer's thread.
        builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 256 * 1024;
            kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
        var connector = builder.Configuration["Connector:Url"];
        var isSafe =
            builder.Environment.IsDevelopment()
            || builder.Configuration["Connector:Authority"] is { Length: > 0 };
        if (!isSafe || !Uri.TryCreate(connector, UriKind.Absolute, out var url))
        {
            return 0;
        }

        var open = builder.Configuration["urls"] ?? builder.Configuration["Urls"];
        if (
            open?.Split(';')
                .Any(address =>
                    Uri.TryCreate(address, UriKind.Absolute, out var site) && site.Port == url.Port
                ) == true
        )
        {
            throw new OptionsValidationException(
                nameof(ConnectorOptions),
                typeof(ConnectorOptions),
                ["Connector:Url must have a port of its own, not one of the public site's."]
            );
        }

        builder.WebHost.UseUrls($"{open};{connector}");
        return url.Port;
    }

    private static void AddWeb(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSection<ProxyOptions>("Proxies");
        services
            .AddSection<WidgetOptions>("Widget")
            .Services.AddSingleton<IValidateOptions<WidgetOptions>, WidgetOptionsValidator>();
        services.AddSingleton<PatientPages>();
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ProxyOptions>>(Forwarded);
        services.AddCors();
        services
            .AddOptions<Microsoft.AspNetCore.Cors.Infrastructure.CorsOptions>()
            .Configure<IOptions<DirectLineOptions>>(
                (cors, options) =>
                    cors.AddPolicy(
                        DirectLineEndpoints.Cors,
                        policy =>
                            policy
                                .WithOrigins([.. options.Value.AllowedOrigins])
                                .WithMethods("GET", "POST")
                                .WithHeaders(
                                    "authorization",
                                    "content-type",
                                    "x-ms-bot-agent",
                                    "x-requested-with"
                                )
                                .SetPreflightMaxAge(TimeSpan.FromHours(2))
                    )
            );
        services.AddRateLimiter(_ => { });
        services
            .AddOptions<Microsoft.AspNetCore.RateLimiting.RateLimiterOptions>()
            .Configure<IOptions<DirectLineOptions>>(Limit);
        services.AddResponseCompression(options => options.EnableForHttps = false);
        services.AddAuthorization();
        if (builder.Configuration["Connector:Authority"] is { Length: > 0 } authority)
        {
            services
                .AddAuthentication(JwtBearerDefaults.AuthenticationScheme)
                .AddJwtBearer(options =>
                {
                    options.Authority = authority;
                    options.Audience = builder.Configuration["Connector:Audience"];
                });
            services
                .AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
                .Configure<IHttpClientFactory>(
                    (options, clients) =>
                        options.Backchannel = clients.CreateClient(AuthorityClient)
                );
            services
                .AddAuthorizationBuilder()
                .AddPolicy(ConnectorEndpoints.Policy, policy => policy.RequireAuthenticatedUser());
        }
    }

    private static void UseWeb(WebApplication app, int connectorPort)
    {
        if (connectorPort != 0)
        {
            app.UseConnector(connectorPort);
        }

        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseStaticFiles();
        app.UseRouting();
        app.UseCors();
        app.UseRateLimiter();
        app.UseWebSockets(
            new WebSocketOptions
            {
                KeepAliveInterval = TimeSpan.FromSeconds(30),
                KeepAliveTimeout = TimeSpan.FromSeconds(30),
            }
        );
        app.MapSite();
        app.MapDevelopment();
    }

    private static void Forwarded(ForwardedHeadersOptions forwarded, IOptions<ProxyOptions> proxies)
    {
        forwarded.ForwardedHeaders = ForwardedHeaders.None;
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in proxies.Value.Trusted)
        {
            forwarded.ForwardedHeaders =
                ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.KnownProxies.Add(System.Net.IPAddress.Parse(proxy));
        }
    }

    private static void Limit(
        Microsoft.AspNetCore.RateLimiting.RateLimiterOptions limiter,
        IOptions<DirectLineOptions> options
    )
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.AddPolicy(
            DirectLineEndpoints.ConversationsLimit,
            http =>
                RateLimitPartition.GetTokenBucketLimiter(
                    http.Connection.RemoteIpAddress?.ToString() ?? string.Empty,
                    _ => Bucket(options.Value.ConversationsPerMinute)
                )
        );
        limiter.AddPolicy(
            DirectLineEndpoints.MessagesLimit,
            http =>
                RateLimitPartition.GetTokenBucketLimiter(
                    http.Request.RouteValues["id"]?.ToString() ?? string.Empty,
                    _ => Bucket(options.Value.MessagesPerMinute)
                )
        );
    }

    private static TokenBucketRateLimiterOptions Bucket(int perMinute) =>
        new()
        {
            TokenLimit = perMinute,
            TokensPerPeriod = perMinute,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1),
            QueueLimit = 0,
        };
}
