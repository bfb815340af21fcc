using System.Net;
using ChatbotSante.Tests.Bot.Channels;
using ChatbotSante.Tests.Support;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Boundary;

/// <summary>The executable, with an environment that would send everything through somebody's proxy.</summary>
public sealed class ProxyEnvironmentTests
{
    [Test]
    public async Task A_proxy_in_the_environment_sees_nothing()
    {
        using var folder = new TemporaryFolder("proxy");
        await using var proxy = new Listener();
        await using var channel = await ChannelServer.StartAsync();
        var url = $"http://127.0.0.1:{proxy.Port}";
        await using var bot = await BotProcess.StartAsync(
            folder.PathOf("data"),
            [
                .. Bots.Rehearsal,
                $"--Connector:ServiceUrls:0={channel.Url}",
                $"--Connector:ServiceUrls:1={channel.Url}",
            ],
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["HTTP_PROXY"] = url,
                ["http_proxy"] = url,
                ["HTTPS_PROXY"] = url,
                ["https_proxy"] = url,
                ["ALL_PROXY"] = url,
                ["all_proxy"] = url,
                ["NO_PROXY"] = "",
                ["no_proxy"] = "",
            }
        );
        using var http = bot.CreateClient();

        using var response = await http.PostAsync(
            new Uri(bot.BotsUrl, "api/messages"),
            JsonText.Content(
                $"{{\"type\":\"message\",\"id\":\"1\",\"channelId\":\"emulator\",\"serviceUrl\":\"{channel.Url}\","
                    + "\"conversation\":{\"id\":\"c\"},\"text\":\"quels sont vos horaires ?\"}"
            )
        );

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        Assert.That(channel.Received, Is.Not.Empty);
        Assert.That(proxy.Connections, Is.Zero);
    }
}
