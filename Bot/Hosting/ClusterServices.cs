using System.Net;
using ChatbotSante.Bot.Boundary;
using ChatbotSante.Bot.Scaling;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Orleans.Clustering.Redis;
using Orleans.Configuration;
using StackExchange.Redis;

namespace ChatbotSante.Bot.Hosting;

/// <summary>Orleans: one node on loopback, or a cluster by Redis.</summary>
internal static class ClusterServices
{
    public static void AddCluster(this WebApplicationBuilder builder)
    {
        builder
            .Services.AddSection<Scaling.ClusterOptions>("Cluster")
            .Services.AddSingleton<IValidateOptions<Scaling.ClusterOptions>, InsideValidator>();
        var cluster =
            builder.Configuration.GetSection("Cluster").Get<Scaling.ClusterOptions>()
            ?? new Scaling.ClusterOptions();
        var conversations =
            builder.Configuration.GetSection("Conversations").Get<ConversationsOptions>()
            ?? new ConversationsOptions();
        var address = IPAddress.Parse(cluster.Address);
        var port = cluster.SiloPort == 0 ? FreePort.At(address) : cluster.SiloPort;
        builder.UseOrleans(silo =>
        {
            if (cluster.Redis.Length == 0)
            {
                silo.UseDevelopmentClustering(new IPEndPoint(address, port));
            }
            else
            {
                silo.UseRedisClustering(options =>
                    options.ConfigurationOptions = ConfigurationOptions.Parse(cluster.Redis)
                );
                silo.Services.AddOptions<RedisClusteringOptions>()
                    .Configure<OutboundConnector>(
                        (options, connector) =>
                            options.ConfigurationOptions!.Tunnel = new GuardedRedis(connector)
                    );
            }

            silo.ConfigureEndpoints(address, port, gatewayPort: 0);
            silo.Configure<Orleans.Configuration.ClusterOptions>(options =>
            {
                options.ClusterId = cluster.Id;
                options.ServiceId = "chatbotsante";
            });
            silo.Configure<GrainCollectionOptions>(options =>
            {
                options.CollectionAge = conversations.IdleAfter;
                options.CollectionQuantum = TimeSpan.FromSeconds(30);
            });
            silo.Configure<SiloConnectionOptions>(options =>
                options.ConfigureSiloOutboundConnection(GuardOtherNodes)
            );
            silo.AddGrainService<ConversationNewsService>();
            if (builder.Configuration["Telemetry:OtlpEndpoint"] is { Length: > 0 })
            {
                silo.AddActivityPropagation();
            }
        });
    }

    /// <summary>The other nodes' addresses come from Redis: whoever can write there must not be sent patients' turns.</summary>
    private static void GuardOtherNodes(IConnectionBuilder connection)
    {
        var connector = connection.ApplicationServices.GetRequiredService<OutboundConnector>();
        connection.Use(
            (context, next) =>
            {
                connector.CheckInside(context.RemoteEndPoint);
                return next();
            }
        );
    }
}
