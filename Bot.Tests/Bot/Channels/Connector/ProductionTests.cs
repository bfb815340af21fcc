using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using ChatbotSante.Tests.Support;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Channels.Connector;

/// <summary>What Production refuses, and leaves closed.</summary>
[Platform(Exclude = "Win")]
[UnsupportedOSPlatform("windows")]
public sealed class ProductionTests
{
    private static readonly Dictionary<string, string?> Production = new(StringComparer.Ordinal)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
    };

    [TestCase("", "Sealing:KeyFile")]
    [TestCase("key", "Clinic:File")]
    [TestCase("key clinic clock", "Clock:StartAt")]
    [TestCase("inside clinic", "outside Data:Folder")]
    [TestCase("key clinic authority", "Connector:Audience")]
    [TestCase("key clinic authority audience http", "https")]
    [TestCase("key clinic unknown", "Nonsense")]
    [TestCase("key clinic authority audience", "Connector:Authority names https://login.example")]
    [TestCase("key clinic postgresql", "Store:ConnectionString names sql.example:5432")]
    [TestCase("key clinic postgresql", "Store:KeysConnectionString names keys.example:5432")]
    [TestCase("key clinic redis", "Cluster:Redis names redis.example:6379")]
    [TestCase("key clinic outside", "Boundary:Outside:0:Url must be https")]
    [TestCase("key clinic widget", "'http://www.clinique.example' is not an origin")]
    public async Task A_start_that_would_not_be_safe_is_refused_and_the_reason_said(
        string given,
        string said
    )
    {
        using var folder = new TemporaryFolder("production");
        await using var process = await BotProcess.RunAsync(
            folder.PathOf("data"),
            [
                "--urls",
                FormattableString.Invariant($"http://127.0.0.1:{Ports.Free()}"),
                "--Data:Folder",
                folder.PathOf("data"),
                .. Settings(folder, given),
            ],
            Bots.Bound,
            Production
        );

        Assert.That(process.ExitCode, Is.EqualTo(78), process.OutputText);
        Assert.That(process.OutputText, Does.Contain(said));
        Assert.That(process.OutputText, Does.Not.Contain("   at "), "a sentence, not a stack");
    }

    [Test]
    public async Task Without_an_authority_the_listener_for_bots_is_closed()
    {
        using var folder = new TemporaryFolder("production");
        await using var bot = await BotProcess.StartAsync(
            folder.PathOf("data"),
            Settings(folder, "key clinic"),
            Production
        );
        using var client = new TcpClient();

        await Assert.ThatAsync(
            () => client.ConnectAsync(IPAddress.Loopback, bot.BotsUrl.Port),
            Throws.InstanceOf<SocketException>()
        );
    }

    [Test]
    public async Task With_an_authority_a_caller_without_a_token_is_refused()
    {
        using var folder = new TemporaryFolder("production");
        await using var bot = await BotProcess.StartAsync(
            folder.PathOf("data"),
            [
                .. Settings(folder, "key clinic authority audience"),
                "--Connector:ServiceUrls:0=https://a.example",
                "--Connector:ServiceUrls:1=https://a.example",
                "--Boundary:Inside:0:Host=https://login.example",
                "--Boundary:Inside:1:Host=https://a.example",
            ],
            Production
        );
        using var client = bot.CreateClient();
        using var response = await client.PostAsync(
            new Uri(bot.BotsUrl, "api/messages"),
            JsonText.Content(
                "{\"type\":\"message\",\"channelId\":\"emulator\",\"conversation\":{\"id\":\"c\"},\"deliveryMode\":\"expectReplies\"}"
            )
        );

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    private static string[] Settings(TemporaryFolder folder, string given)
    {
        var settings = new List<string>();
        foreach (var setting in given.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            settings.AddRange(
                setting switch
                {
                    "key" => ["--Sealing:KeyFile", Key(folder.PathOf("master.key"))],
                    "inside" => ["--Sealing:KeyFile", Key(folder.PathOf("data/master.key"))],
                    "clinic" =>
                    [
                        "--Clinic:File",
                        Checkout.PathOf("Bot/Clinics/demonstration/clinic.yml"),
                    ],
                    "clock" => ["--Clock:StartAt", "2026-11-23T09:00:00+01:00"],
                    "authority" => ["--Connector:Authority", "https://login.example"],
                    "audience" => ["--Connector:Audience", "bot"],
                    "http" => ["--Connector:ServiceUrls:0", "http://a.example"],
                    "unknown" => ["--DirectLine:Nonsense", "1"],
                    "postgresql" =>
                    [
                        "--Store:Provider=PostgreSql",
                        "--Store:ConnectionString=Host=127.0.0.1,sql.example",
                        "--Store:KeysConnectionString=Host=keys.example",
                    ],
                    "redis" => ["--Cluster:Redis=redis.example:6379"],
                    "outside" =>
                    [
                        "--Boundary:Outside:0:Url=http://sms.example/",
                        "--Boundary:Outside:0:Fields:0=Template",
                    ],
                    "widget" => ["--Widget:AllowedOrigins:0", "http://www.clinique.example"],
                    _ => (string[])[],
                }
            );
        }

        return [.. settings];
    }

    private static string Key(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        return path;
    }
}
