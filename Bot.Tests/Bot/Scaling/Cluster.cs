using System.Security.Cryptography;
using ChatbotSante.Tests.Bot.Channels;
using ChatbotSante.Tests.Support;

namespace ChatbotSante.Tests.Bot.Scaling;

/// <summary>Two nodes of one installation: one Redis for who is there, one PostgreSQL for what is kept, a folder each.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new("cluster");
    private readonly List<BotProcess> _nodes = [];

    private Cluster(RedisServer redis, string connectionString)
    {
        Redis = redis;
        ConnectionString = connectionString;
    }

    public RedisServer Redis { get; }

    /// <summary>Of the conversations' database.</summary>
    public string ConnectionString { get; }

    /// <summary>Its name in Redis.</summary>
    public string Name { get; } = "cluster-" + Guid.NewGuid().ToString("N");

    public BotProcess A => _nodes[0];

    public BotProcess B => _nodes[1];

    public static async Task<Cluster> StartAsync()
    {
        var postgres = await PostgresServer.SharedAsync();
        var conversations = postgres.ConnectionString(await postgres.CreateDatabaseAsync());
        var keys = postgres.ConnectionString(await postgres.CreateDatabaseAsync());
        var cluster = new Cluster(await RedisServer.StartAsync(), conversations);

        try
        {
            var master = cluster._folder.PathOf("master.key");
            await File.WriteAllTextAsync(
                master,
                Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))
            );
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(master, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            foreach (var node in new[] { "a", "b" })
            {
                cluster._nodes.Add(
                    await BotProcess.StartAsync(
                        cluster._folder.PathOf(node),
                        [
                            .. Bots.Rehearsal,
                            "--Sealing:KeyFile",
                            master,
                            "--Store:Provider=PostgreSql",
                            "--Store:ConnectionString",
                            conversations,
                            "--Store:KeysConnectionString",
                            keys,
                            "--Cluster:Redis",
                            cluster.Redis.ConnectionString,
                            "--Cluster:Id",
                            cluster.Name,
                            FormattableString.Invariant($"--Cluster:SiloPort={Ports.Free()}"),
                        ]
                    )
                );
            }

            // A node places conversations on itself once it knows itself and the others.
            foreach (var node in cluster._nodes)
            {
                await Bots.UntilAsync(
                    async () => await HealthAsync(node) == "ok, 2 nodes",
                    "each node sees both"
                );
            }

            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();

            throw;
        }
    }

    private static async Task<string> HealthAsync(BotProcess node)
    {
        using var http = new HttpClient();

        return await http.GetStringAsync(new Uri(node.PublicUrl, "healthz"));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        await Redis.DisposeAsync();
        _folder.Dispose();
    }
}
