using System.Net;
using ChatbotSante.Bot.Boundary;
using ChatbotSante.Bot.Channels.Connector;
using ChatbotSante.Bot.Hosting;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Bot.Storage;
using ChatbotSante.Tests.Support;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NUnit.Framework;
using Orleans.Clustering.Redis;
using ClusterOptions = ChatbotSante.Bot.Scaling.ClusterOptions;

namespace ChatbotSante.Tests.Bot.Boundary;

/// <summary>What the databases' and the cluster's own libraries connect to is looked at before they do.</summary>
public sealed class WaysOutAtStartTests
{
    private static readonly BoundaryOptions Listed = new()
    {
        Inside =
        [
            new() { Host = "sql.example:5432" },
            new() { Host = "sql2.example:6432" },
            new() { Host = "10.1.0.5:5432" },
            new() { Host = "redis.example:6379" },
            new() { Host = "redis.example:6380" },
            new() { Host = "10.1.0.0/24:11111" },
            new() { Host = "https://login.example" },
            new() { Host = "https://channel.example" },
        ],
    };

    [TestCase("Host=sql.example")]
    [TestCase("Host=SQL.example;Database=a;Username=b;Password=c")]
    [TestCase("Host=sql.example,sql2.example:6432")]
    [TestCase("Server=sql2.example;Port=6432")]
    [TestCase("Host=10.1.0.5")]
    [TestCase("Host=/var/run/postgresql")]
    [TestCase("Host=@postgresql")]
    [TestCase("Host=/var/run/postgresql,sql.example")]
    public void A_database_inside_is_taken(string connectionString) =>
        Assert.That(Store(connectionString), Is.Empty);

    [TestCase("Host=sql.evil.example", "sql.evil.example:5432")]
    [TestCase("Host=sql.example.", "sql.example.:5432")]
    [TestCase("Host=sql.example;Port=5433", "sql.example:5433")]
    [TestCase("Host=sql.example:5433", "sql.example:5433")]
    [TestCase("Host=sql.example,evil.example", "evil.example:5432")]
    [TestCase("Host=evil.example , sql.example", "evil.example:5432")]
    [TestCase("Host=10.1.0.6", "10.1.0.6:5432")]
    [TestCase("Host=localhost", "localhost:5432")]
    [TestCase("Host=::1", "::1:5432")]
    [TestCase("Host=0x0a010005", "0x0a010005:5432")]
    [TestCase("Host=sql.example:a", "names no host")]
    [TestCase("Database=a", "names no host")]
    [TestCase("Host=,", "names no host")]
    [TestCase("Nonsense", "names no host")]
    [TestCase("Nonsense=a;Host=sql.example", "names no host")]
    public void A_database_elsewhere_is_refused_and_named(string connectionString, string said)
    {
        var failures = Store(connectionString);

        Assert.That(failures, Has.Length.EqualTo(2), "the conversations and the keys");
        Assert.That(failures[0], Does.StartWith("Store:ConnectionString ").And.Contain(said));
        Assert.That(failures[1], Does.StartWith("Store:KeysConnectionString ").And.Contain(said));
    }

    [Test]
    public void What_is_said_of_a_database_holds_no_password() =>
        Assert.That(
            string.Concat(Store("Host=evil.example;Username=b;Password=canary")),
            Does.Not.Contain("canary")
        );

    [Test]
    public void Files_are_no_way_out() =>
        Assert.That(
            Validator()
                .Validate(null, new StoreOptions { ConnectionString = "Host=evil.example" })
                .Failed,
            Is.False
        );

    [TestCase("redis.example")]
    [TestCase("redis.example:6379,password=a,abortConnect=false")]
    [TestCase("redis.example:6380,ssl=true")]
    [TestCase("redis.example,ssl=true")]
    public void A_Redis_inside_is_taken(string redis) =>
        Assert.That(
            Cluster(
                new()
                {
                    Redis = redis,
                    Address = "10.1.0.9",
                    SiloPort = 11111,
                }
            ),
            Is.Empty
        );

    [TestCase("evil.example", "evil.example:6379")]
    [TestCase("redis.example:6390", "redis.example:6390")]
    [TestCase("redis.example,evil.example:6379", "evil.example:6379")]
    [TestCase("redis.example,tunnel=http:evil.example:3128", "proxy")]
    [TestCase("redis.example,proxy=Twemproxy", "proxy")]
    [TestCase("password=a", "names no host")]
    public void A_Redis_elsewhere_or_through_a_proxy_is_refused(string redis, string said) =>
        Assert.That(
            Cluster(
                new()
                {
                    Redis = redis,
                    Address = "10.1.0.9",
                    SiloPort = 11111,
                }
            ),
            Has.Some.StartsWith("Cluster:Redis ").And.Some.Contains(said)
        );

    [TestCase("10.1.0.9", 11111, true)]
    [TestCase("10.1.0.9", 0, true)]
    [TestCase("10.1.0.9", 11112, false)]
    [TestCase("10.2.0.9", 11111, false)]
    [TestCase("127.0.0.1", 11111, false)]
    [TestCase("0.0.0.0", 11111, false)]
    public void A_node_among_others_must_be_inside(string address, int port, bool isTaken) =>
        Assert.That(
            Cluster(
                new()
                {
                    Redis = "redis.example",
                    Address = address,
                    SiloPort = port,
                }
            ),
            isTaken ? Is.Empty : Has.One.StartsWith("Cluster:Address ")
        );

    [TestCase("127.0.0.1", true)]
    [TestCase("::1", true)]
    [TestCase("10.1.0.9", true)]
    [TestCase("10.2.0.9", false)]
    [TestCase("0.0.0.0", false)]
    public void A_node_alone_is_on_this_machine_or_inside(string address, bool isTaken) =>
        Assert.That(
            Cluster(new() { Address = address }),
            isTaken ? Is.Empty : Has.One.StartsWith("Cluster:Address ")
        );

    [TestCase("https://login.example", "https://channel.example", null)]
    [TestCase("https://login.example", "https://channel.example/base", null)]
    [TestCase("https://login.evil.example", "https://channel.example", "Connector:Authority ")]
    [TestCase("https://login.example", "https://evil.example", "Connector:ServiceUrls ")]
    [TestCase("https://login.example", "https://channel.example:444", "Connector:ServiceUrls ")]
    [TestCase("https://login.example", "https://a@channel.example", "Connector:ServiceUrls ")]
    public void The_authority_and_the_channels_must_be_inside(
        string authority,
        string channel,
        string? said
    )
    {
        var result = Validator()
            .Validate(
                null,
                new ConnectorOptions
                {
                    Url = "http://10.1.0.9:3978",
                    Authority = authority,
                    Audience = "bot",
                    ServiceUrls = [channel],
                }
            );

        Assert.That(result.Failures ?? [], said is null ? Is.Empty : Has.One.StartsWith(said));
    }

    [Test]
    public async Task A_listed_name_that_leads_elsewhere_stops_the_start()
    {
        using var host = Host("Host=sql.example,sql2.example:6432");
        host.Resolver.Answers("10.1.0.1", "8.8.8.8");

        var refusal = await Assert.ThrowsAsync<WayOutNotInsideException>(() =>
            WaysOut.CheckAsync(host.Services, default)
        );

        Assert.That(
            refusal!.Message,
            Does.StartWith("EGRESS-002: A host of Store:ConnectionString ")
        );
        Assert.That(Refusal.Is(refusal), "one line, without a stack");
    }

    [Test]
    public async Task Names_that_lead_inside_do_not()
    {
        using var host = Host("Host=sql.example,/var/run/postgresql,10.1.0.5");
        host.Resolver.Answers("10.1.0.1");

        await WaysOut.CheckAsync(host.Services, default);

        Assert.That(host.Resolver.Asked, Is.EqualTo(["sql.example", "sql.example"]));
    }

    [Test]
    public async Task A_command_is_refused_the_same_way()
    {
        using var folder = new TemporaryFolder("ways-out");

        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            ChatbotSante.Bot.Commands.CommandHost.BuildAsync(
                [
                    $"Data:Folder={folder.Root}",
                    "Store:Provider=PostgreSql",
                    "Store:ConnectionString=Host=evil.example;Database=a",
                    "Store:KeysConnectionString=Host=evil.example;Database=b",
                ],
                default
            )
        );

        Assert.That(
            refusal!.Message,
            Does.Contain("evil.example:5432, which is not in Boundary:Inside")
        );
    }

    [Test]
    public async Task What_Redis_names_is_checked_at_every_connection()
    {
        using var host = new BoundaryHost(Listed);
        host.Resolver.Answers("10.1.0.1", "8.8.8.8");
        var guard = new GuardedRedis(host.Connector);

        Assert.That(
            await guard.GetSocketConnectEndpointAsync(
                new DnsEndPoint("redis.example", 6379),
                default
            ),
            Is.EqualTo(new IPEndPoint(IPAddress.Parse("10.1.0.1"), 6379))
        );
        foreach (
            var other in new EndPoint[]
            {
                new DnsEndPoint("redis.example", 6379),
                new DnsEndPoint("replica.example", 6379),
                new IPEndPoint(IPAddress.Parse("10.1.0.1"), 6379),
            }
        )
        {
            await Assert.ThrowsAsync<EgressDeniedException>(async () =>
                await guard.GetSocketConnectEndpointAsync(other, default)
            );
        }
    }

    [Test]
    public async Task The_program_puts_the_guard_under_the_authority_s_keys_and_under_Redis()
    {
        using var folder = new TemporaryFolder("ways-out");
        await using var app = Server.Build([
            "--environment=Development",
            $"--Data:Folder={folder.Root}",
            "--urls=http://127.0.0.1:0",
            "--Connector:Authority=https://127.0.0.1:1",
            "--Connector:Audience=bot",
            "--Cluster:Redis=127.0.0.1:1",
        ]);
        var authority = app
            .Services.GetRequiredService<IOptionsMonitor<JwtBearerOptions>>()
            .Get(JwtBearerDefaults.AuthenticationScheme);
        var redis = app.Services.GetRequiredService<IOptions<RedisClusteringOptions>>().Value;

        await Assert.ThrowsAsync<EgressDeniedException>(() =>
            authority.Backchannel.GetAsync(
                new Uri("https://login.example/.well-known/openid-configuration")
            )
        );
        Assert.That(redis.ConfigurationOptions!.Tunnel, Is.InstanceOf<GuardedRedis>());
    }

    private static string[] Store(string connectionString) =>
        [.. Validator().Validate(null, Options(connectionString)).Failures ?? []];

    private static string[] Cluster(ClusterOptions options) =>
        [.. Validator().Validate(null, options).Failures ?? []];

    private static StoreOptions Options(string connectionString) =>
        new()
        {
            Provider = StoreProvider.PostgreSql,
            ConnectionString = connectionString,
            KeysConnectionString = connectionString,
        };

    private static InsideValidator Validator()
    {
        using var host = new BoundaryHost(Listed);

        return new InsideValidator(host.Map, host.Services.GetRequiredService<IHostEnvironment>());
    }

    private static BoundaryHost Host(string connectionString) =>
        new(
            Listed,
            more: services =>
                services.AddSingleton(
                    Microsoft.Extensions.Options.Options.Create(Options(connectionString))
                )
        );
}
