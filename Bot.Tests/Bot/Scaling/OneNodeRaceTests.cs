using ChatbotSante.Tests.Bot.Channels;
using ChatbotSante.Tests.Bot.Channels.DirectLine;
using ChatbotSante.Tests.Support;
using Microsoft.Data.Sqlite;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Scaling;

public sealed class OneNodeRaceTests
{
    [Test]
    public async Task Two_hundred_messages_to_one_conversation_all_count()
    {
        using var folder = new TemporaryFolder("race");
        await using var bot = await Bots.StartAsync(folder);
        using var client = await DirectLineClient.StartAsync(bot);

        var ids = await Race.RunAsync(200, _ => client);

        await using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(bot.DataFolder, "chatbotsante.db")};Pooling=False"
        );
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT revision FROM conversations";
        Assert.That(ids, Is.Unique);
        Assert.That(
            await command.ExecuteScalarAsync(),
            Is.EqualTo(201L),
            "the greeting, and each message once"
        );
    }
}
