using System.Net;
using System.Text.Json;
using ChatbotSante.Tests.Bot.Channels;
using ChatbotSante.Tests.Bot.Channels.DirectLine;
using ChatbotSante.Tests.Support.Sweep;
using Npgsql;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Scaling;

/// <summary>Two nodes serve the same conversations.</summary>
public sealed class ClusterTests
{
    private const int Conversations = 16;
    private const int Messages = 200;

    [Test]
    public async Task A_page_on_one_node_receives_what_is_said_through_the_other_and_a_dead_node_s_conversations_go_on()
    {
        await using var cluster = await Cluster.StartAsync();
        var talks = new List<(DirectLineClient ThroughA, DirectLineClient ThroughB)>();
        for (var i = 0; i < Conversations; i++)
        {
            var throughA = await DirectLineClient.WithTokenAsync(cluster.A);
            talks.Add((throughA, throughA.Through(cluster.B)));
            await (i % 2 == 0 ? throughA : talks[^1].ThroughB).OpenConversationAsync();
        }

        foreach (var (a, b) in talks)
        {
            await a.ReconnectAsync("0");
            await b.ReconnectAsync("0");
            await using var onA = await a.OpenStreamAsync();
            await using var onB = await b.OpenStreamAsync();
            await b.SayAsync("quelle est votre adresse ?");
            await a.SayAsync("Martin Jeanne 06 39 98 12 34");

            foreach (var stream in new[] { onA, onB })
            {
                await stream.UntilAsync(
                    received => received.Count(JsonText.IsOfBot) >= 3,
                    "greeting and two answers"
                );
                Assert.That(
                    stream.Received.Select(JsonText.Id),
                    Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal)
                );
            }

            Assert.That(
                onA.Received.Select(JsonText.Id),
                Is.EqualTo(onB.Received.Select(JsonText.Id))
            );
        }

        var redis = await cluster.Redis.SaveAsync();
        Assert.That(
            await new ByteSweep(cluster.Name).FindInAsync(redis),
            Is.Not.Empty,
            "the sweep sees what is there"
        );
        Assert.That(
            await new ByteSweep("Jeanne", "Martin", "06 39 98 12 34", "adresse").FindInAsync(redis),
            Is.Empty
        );

        await cluster.A.KillAsync();
        var kept = new List<int>();
        foreach (var (i, (_, b)) in talks.Index())
        {
            IReadOnlyList<JsonElement> activities = [];
            await Bots.UntilAsync(
                async () =>
                {
                    (activities, _) = await b.ReadAsync();

                    return activities.Count > 0;
                },
                "the other node reads the conversation",
                TimeSpan.FromSeconds(120)
            );
            if (activities.Any(activity => !activity.IsOfBot()))
            {
                kept.Add(i);
            }

            await Bots.UntilAsync(
                async () =>
                {
                    using var response = await b.PostAsync(
                        DirectLineClient.Message("merci", "after")
                    );

                    return response.StatusCode == HttpStatusCode.OK;
                },
                "the other node goes on",
                TimeSpan.FromSeconds(120)
            );
        }

        // The patients' own words live in the memory of the node where their conversation was opened: those of the dead one are
        // gone. Of the other's, some may be: the directory of where they live is shared out between the nodes by chance.
        Assert.That(kept, Has.None.Matches<int>(i => i % 2 == 0));
        talks.ForEach(talk =>
        {
            talk.ThroughA.Dispose();
            talk.ThroughB.Dispose();
        });
    }

    [Test]
    public async Task Two_hundred_messages_to_one_conversation_through_two_nodes_all_count()
    {
        await using var cluster = await Cluster.StartAsync();
        using var a = await DirectLineClient.StartAsync(cluster.A);
        using var b = a.Through(cluster.B);

        var ids = await Race.RunAsync(Messages, i => i % 2 == 0 ? a : b);

        await using var connection = new NpgsqlConnection(cluster.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "SELECT revision FROM conversations",
            connection
        );
        Assert.That(ids, Is.Unique);
        Assert.That(
            await command.ExecuteScalarAsync(),
            Is.EqualTo((long)Messages + 1),
            "the greeting, and each message once"
        );
    }
}
