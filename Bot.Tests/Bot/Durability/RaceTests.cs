using ChatbotSante.Tests.Support;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Durability;

/// <summary>Many patients want the same slot at the same moment, through the real endpoint.</summary>
internal sealed class RaceTests
{
    private const int Patients = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Test]
    public async Task Two_hundred_patients_race_for_one_slot_and_one_gets_it()
    {
        using var folder = new TemporaryFolder();
        await using var bot = await BotProcess.StartAsync(
            folder.PathOf("data"),
            ["--Clock:StartAt", "2026-11-23T09:00:00+01:00"]
        );
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        var callers = Enumerable
            .Range(0, Patients)
            .Select(n => new ConnectorCaller(
                http,
                new Uri(bot.BotsUrl, "api/messages"),
                $"race-{n}",
                Patience
            ))
            .ToArray();

        var offers = await Task.WhenAll(
            callers.Select(caller => caller.SayAsync("un rendez-vous en ORL le 3 décembre à 9 h"))
        );
        Assert.That(
            offers,
            Has.All.Matches<IReadOnlyList<string>>(replies => Offers(replies![^1])),
            "all were offered the slot"
        );

        // Everybody says yes at once.
        var answers = await Task.WhenAll(callers.Select(caller => caller.SayAsync("le premier")));
        var winners = callers.Where((_, n) => Keeps(answers[n][^1])).ToArray();
        Assert.That(winners, Has.Length.EqualTo(1), "one holds it");

        var booked = await Task.WhenAll(
            winners.Select(async winner =>
            {
                await winner.SayAsync("Martin Jeanne 12/03/1948 06 39 98 12 34");
                return (await winner.SayAsync("oui"))[^1];
            })
        );
        Assert.Multiple(() =>
        {
            Assert.That(Booker.IsConfirmation(booked[0]), Is.True, booked[0]);
            Assert.That(booked[0], Does.Contain("jeudi 3 décembre à 9 h"));
            Assert.That(
                answers.Where(replies => !Keeps(replies[^1])),
                Has.All.Matches<IReadOnlyList<string>>(replies =>
                    replies![^1].Contains("créneau", StringComparison.Ordinal)
                ),
                "everybody else is told, and offered something else"
            );
        });
    }

    private static bool Offers(string reply) =>
        reply.Contains("jeudi 3 décembre, à 9 h", StringComparison.Ordinal);

    private static bool Keeps(string reply) =>
        reply.Contains("dix minutes", StringComparison.Ordinal);
}
