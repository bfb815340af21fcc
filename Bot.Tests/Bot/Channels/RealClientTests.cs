using ChatbotSante.Tests.Support;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Channels;

/// <summary>Microsoft's own clients, unmodified, book an appointment.</summary>
public sealed class RealClientTests
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(90);

    [TestCase("--websocket", "true")]
    [TestCase("--websocket", "false")]
    [TestCase("--drop-after", "4")]
    public async Task DirectLineJS_books_an_appointment(string option, string value)
    {
        // A bot of its own: nobody else may take the slot that is offered.
        using var folder = new TemporaryFolder("clients");
        await using var bot = await Bots.StartAsync(folder);
        var result = await NodeScript.RunAsync(
            "directline-book.mjs",
            LongestRun,
            "--url",
            bot.PublicUrl.AbsoluteUri,
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
        // A bot of its own: nobody else may take the slot that is offered.
        using var folder = new TemporaryFolder("clients");
        await using var bot = await Bots.StartAsync(folder);
        var result = await NodeScript.RunAsync(
            "playground.mjs",
            LongestRun,
            "--bot",
            new Uri(bot.BotsUrl, "api/messages").AbsoluteUri,
            "--channel",
            channel,
            "--delivery-mode",
            deliveryMode
        );

        Assert.That(result.ExitCode, Is.Zero, result.Everything);
    }
}
