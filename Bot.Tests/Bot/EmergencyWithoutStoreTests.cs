using System.Data.Common;
using System.Diagnostics;
using System.Net;
using System.Text.Json;
using ChatbotSante.Tests.Bot.Channels;
using ChatbotSante.Tests.Bot.Channels.DirectLine;
using ChatbotSante.Tests.Support;
using Microsoft.Data.Sqlite;
using Npgsql;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot;

/// <summary>With a store that does not answer, an emergency is answered all the same.</summary>
public sealed class EmergencyWithoutStoreTests
{
    private const string Emergency = "j'ai mal à la poitrine";

    /// <summary>No emergency as it stands; badly recognised, it may have been another thing.</summary>
    private const string Mild = "ma fille a un peu de fièvre 38 et le nez qui coule, elle joue";

    /// <summary>The channel waits two seconds for a conversation; the rest is this machine's.</summary>
    private static readonly TimeSpan Prompt = TimeSpan.FromSeconds(8);

    [Test]
    public async Task With_SQLite_locked_the_channels_answer_alone_and_then_all_works_again()
    {
        using var folder = new TemporaryFolder("locked");
        await using var bot = await Bots.StartAsync(folder);

        await AnswersAloneAsync(
            bot,
            () =>
            {
                var file = Path.Combine(bot.DataFolder, "chatbotsante.db");

                return LockAsync(
                    new SqliteConnection($"Data Source={file};Pooling=False"),
                    "BEGIN EXCLUSIVE"
                );
            },
            visitors: 8
        );
    }

    [Test]
    public async Task With_PostgreSQL_locked_the_channels_answer_alone_and_then_all_works_again()
    {
        var server = await PostgresServer.SharedAsync();
        var database = server.ConnectionString(await server.CreateDatabaseAsync());
        using var folder = new TemporaryFolder("locked");
        await using var bot = await StartAsync(
            folder,
            database,
            server.ConnectionString(await server.CreateDatabaseAsync())
        );

        await AnswersAloneAsync(
            bot,
            () =>
                LockAsync(
                    new NpgsqlConnection(database),
                    "BEGIN; LOCK TABLE conversations, slot_claims IN ACCESS EXCLUSIVE MODE"
                ),
            visitors: 40
        );
    }

    [Test]
    public async Task With_PostgreSQL_gone_an_emergency_is_answered()
    {
        var server = await PostgresServer.StartAsync();
        using var folder = new TemporaryFolder("gone");
        await using var bot = await StartAsync(
            folder,
            server.ConnectionString(await server.CreateDatabaseAsync()),
            server.ConnectionString(await server.CreateDatabaseAsync())
        );
        using var client = await DirectLineClient.StartAsync(bot);
        await using var stream = await client.OpenStreamAsync();
        await client.AskAsync("bonjour");
        await server.DisposeAsync();

        using var response = await client.PostAsync(DirectLineClient.Message(Emergency, "e"));

        await stream.UntilAsync(
            received => received.Any(IsEmergency),
            "the emergency message on the open stream",
            Prompt
        );
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(await ExpectAsync(bot, Emergency), Has.Some.Contains("Appelez le 15"));
        Assert.That(
            await ExpectAsync(bot, "bonjour"),
            Has.Some.Contains("Je ne peux pas vous répondre")
        );
    }

    private static Task<BotProcess> StartAsync(
        TemporaryFolder folder,
        string database,
        string keys
    ) =>
        Bots.StartAsync(
            folder,
            "--Store:Provider=PostgreSql",
            $"--Store:ConnectionString={database}",
            $"--Store:KeysConnectionString={keys}"
        );

    private static async Task AnswersAloneAsync(
        BotProcess bot,
        Func<Task<DbConnection>> lockStore,
        int visitors
    )
    {
        using var client = await DirectLineClient.StartAsync(bot);
        await using var stream = await client.OpenStreamAsync();
        await client.AskAsync("quelle est votre adresse ?");
        Task[] crowd;

        await using (await lockStore())
        {
            // Others wait too: they must not use up what an emergency needs.
            crowd = [.. Enumerable.Range(0, visitors).Select(_ => ExpectAsync(bot, "bonjour"))];

            var clock = Stopwatch.StartNew();
            var byConnector = await ExpectAsync(bot, Emergency);
            var took = clock.Elapsed;
            using var emergency = await client.PostAsync(DirectLineClient.Message(Emergency, "e"));
            await stream.UntilAsync(
                received => received.Any(IsEmergency),
                "the emergency message on the open stream",
                Prompt
            );
            using var unavailable = await client.PostAsync(DirectLineClient.Message("merci", "b"));
            await stream.UntilAsync(
                received => received.Any(IsUnavailable),
                "the unavailable message on the open stream",
                Prompt
            );

            Assert.That(byConnector, Has.Some.Contains("Appelez le 15"));
            Assert.That(took, Is.LessThan(Prompt));
            Assert.That(
                await ExpectAsync(bot, Mild),
                Has.Some.Contains("Je ne peux pas vous répondre")
            );
            Assert.That(
                await ExpectAsync(bot, Mild, confidence: 0.4),
                Has.Some.Contains("15"),
                "what was badly recognised"
            );
            Assert.That(emergency.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
            Assert.That(unavailable.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
            Assert.That(
                stream.Received.Where(a => IsEmergency(a) || IsUnavailable(a)).Select(JsonText.Id),
                Is.Unique,
                "Web Chat would show the second in the place of the first"
            );
        }

        await Task.WhenAll(crowd);
        await Bots.UntilAsync(
            async () =>
            {
                using var again = await client.PostAsync(DirectLineClient.Message(Emergency, "e"));

                return again.StatusCode == HttpStatusCode.OK;
            },
            "the message sent again is kept"
        );
        var (activities, _) = await client.ReadAsync();
        Assert.That(activities.Count(activity => activity.Text() == Emergency), Is.EqualTo(1));
        Assert.That(await ExpectAsync(bot, "bonjour"), Has.Some.Contains("assistant automatique"));
    }

    private static async Task<DbConnection> LockAsync(DbConnection connection, string sql)
    {
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();

        return connection;
    }

    /// <param name="confidence">How sure speech recognition was; null for what was typed.</param>
    private static async Task<IReadOnlyList<string>> ExpectAsync(
        BotProcess bot,
        string text,
        double? confidence = null
    )
    {
        using var http = bot.CreateClient();
        using var response = await http.PostAsync(
            new Uri(bot.BotsUrl, "api/messages"),
            JsonText.Content(
                new
                {
                    type = "message",
                    id = "m1",
                    channelId = "emulator",
                    deliveryMode = "expectReplies",
                    text,
                    channelData = confidence is null
                        ? null
                        : new { speech = new { alternatives = new[] { new { confidence } } } },
                    conversation = new { id = Guid.NewGuid().ToString() },
                }
            )
        );
        var set = await response.EnsureSuccessStatusCode().JsonAsync();

        return [.. set.GetProperty("activities").EnumerateArray().Select(JsonText.Text)];
    }

    private static bool IsEmergency(JsonElement activity) =>
        activity.IsOfBot() && activity.Text().Contains("Appelez le 15", StringComparison.Ordinal);

    private static bool IsUnavailable(JsonElement activity) =>
        activity.Text().Contains("Je ne peux pas vous répondre", StringComparison.Ordinal);
}
