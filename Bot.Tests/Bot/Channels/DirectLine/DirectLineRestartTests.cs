using System.Net.WebSockets;
using System.Text.Json;
using ChatbotSante.Tests.Support;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Channels.DirectLine;

public sealed class DirectLineRestartTests
{
    [Test]
    public async Task After_a_restart_only_the_bot_s_replies_replay_and_the_booking_goes_on(
        [Values] bool killed
    )
    {
        using var folder = new TemporaryFolder("restart");
        await using var bot = await Bots.StartAsync(folder);
        using var client = await DirectLineClient.StartAsync(bot);
        await using var before = await client.OpenStreamAsync();
        await client.SayAsync(Bots.Booking[0]);
        await client.SayAsync(Bots.Booking[1], "second");
        var (all, _) = await client.ReadAsync();
        await before.UntilAsync(received => received.Count == all.Count, "everything said before");

        if (killed)
        {
            await bot.KillAsync();
        }

        await bot.RestartAsync();
        await Bots.UntilAsync(
            () => Task.FromResult(before.State != WebSocketState.Open),
            "the stream ends with the process"
        );
        await client.ReconnectAsync("0");
        await using var after = await client.OpenStreamAsync();
        var saidByBot = all.Where(a => a.IsOfBot()).ToArray();
        await after.UntilAsync(
            received => received.Count >= saidByBot.Length,
            "what the bot said before"
        );

        Assert.That(after.Received.Select(JsonText.Id), Is.EqualTo(saidByBot.Select(JsonText.Id)));
        Assert.That(
            after.Received.Select(JsonText.Text),
            Is.EqualTo(saidByBot.Select(JsonText.Text))
        );
        Assert.That(
            after.Received,
            Has.All.Matches<JsonElement>(a => !a.TryGetProperty("replyToId", out _)),
            "Web Chat would hold back a reply to a message that it does not see"
        );

        // The same message again, whose answer the page may have missed: known, and not played twice.
        await client.SayAsync(Bots.Booking[1], "second");
        await client.SayAsync(Bots.Booking[2]);
        await client.SayAsync(Bots.Booking[3]);
        await after.UntilAsync(
            received => received.Any(a => a.Text().Contains("réservé", StringComparison.Ordinal)),
            "the booking"
        );
        Assert.That(after.Received.Select(JsonText.Id), Is.Unique);
    }
}
