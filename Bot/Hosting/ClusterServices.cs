using System.Net;
using ChatbotSante.Bot.Boundary;
using ChatbotSante.Bot.Scaling;
using Orleans.Configuration;
using StackExchange.Redis;

namespace ChatbotSante.Bot.Hosting;

/// <summary>Orleans: one node on loopback, or a cluster by Redis.</summary>
internal static class ClusterServices
{
    public static void AddCluster(this WebApplicationBuilder builder)
    {
        builder.Services.AddSection<Scaling.ClusterOptions>("Cluster");
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
            silo.AddGrainService<ConversationNewsService>();
        });
    }
}
