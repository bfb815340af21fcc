using ChatbotSante.Tests.Support;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Channels;

/// <summary>Microsoft's own clients, unmodified, book an appointment.</summary>
public sealed class RealClientTests
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(90);
    private static TemporaryFolder _folder = null!;
    private static BotProcess _bot = null!;

    [OneTimeSetUp]
    public static async Task StartAsync()
    {
        _folder = new TemporaryFolder("clients");
        _bot = await Bots.StartAsync(_folder);
    }

    [OneTimeTearDown]
    public static async Task StopAsync()
    {
        await _bot.DisposeAsync();
        _folder.Dispose();
    }

    [TestCase("--websocket", "true")]
    [TestCase("--websocket", "false")]
    [TestCase("--drop-after", "4")]
    public async Task DirectLineJS_books_an_appointment(string option, string value)
    {
        var result = await NodeScript.RunAsync(
            "directline-book.mjs",
            LongestRun,
            "--url",
            _bot.PublicUrl.AbsoluteUri,
            option,
            value
        );

        Assert.That(result.ExitCode, Is.Zero, result.Everything);
    }

    [TestCase("emulator", "default")]
    [TestCase("emulator", "expectReplies")]
    [TestCase("msteams", "default")]
    [TestCase("directline", "expectReplies")]
    public async Task The_Agents_Playground_books_an_appointment(
        string channel,
        string deliveryMode
    )
    {
        var result = await NodeScript.RunAsync(
            "playground.mjs",
            LongestRun,
            "--bot",
            new Uri(_bot.BotsUrl, "api/messages").AbsoluteUri,
            "--channel",
            channel,
            "--delivery-mode",
            deliveryMode
        );

        Assert.That(result.ExitCode, Is.Zero, result.Everything);
    }
}
