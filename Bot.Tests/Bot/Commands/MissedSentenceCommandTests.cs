using ChatbotSante.Tests.Bot.Channels;
using ChatbotSante.Tests.Bot.Channels.DirectLine;
using ChatbotSante.Tests.Support;
using ChatbotSante.Tests.Support.Sweep;
using Microsoft.Data.Sqlite;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Commands;

/// <summary>From the chat to who writes the wordings: sentences not understood, counted, listed, forgotten; or nothing of all that.</summary>
public sealed class MissedSentenceCommandTests
{
    private const string On = "--Understanding:KeepMissed=true";
    private const string Often = "Vous êtes la pizzeria ?";
    private const string Seldom = "où est passé le facteur";

    /// <summary>Said by five people each, and never to be found: somebody, somebody's health, a code, a danger, a follow-up.</summary>
    private static readonly string[] Personal =
    [
        "vous êtes la pizzeria de Zéphyrine Quillebœuf ?",
        "la pizzeria est au 06 39 98 71 72",
        "c'est une pizzeria pour la drépanocytose",
        "mon code 739158 est pour la pizzeria",
        "la pizzeria m'étouffe",
        "depuis mon opération la pizzeria me gratte",
    ];

    private static readonly string[] Canaries =
    [
        "pizzeria",
        "facteur",
        "Zéphyrine",
        "Quillebœuf",
        "06 39 98 71 72",
        "drépanocytose",
        "739158",
    ];

    [Test]
    public async Task What_five_people_said_is_listed_and_ends_with_its_thirty_days()
    {
        using var folder = new TemporaryFolder("missed");
        await using var bot = await Bots.StartAsync(folder, On);
        await SayApartAsync(bot, times: 4, Often);
        var four = await RunAsync(bot, "2026-11-23T12:00:00+01:00", "understand", "--missed");
        Assert.That(
            four,
            Does.Contain("Aucune phrase non comprise n'a été dite 5 fois")
                .And.Not.Contain("pizzeria")
        );

        // Who says it five times is one.
        using (var one = await DirectLineClient.StartAsync(bot))
        {
            for (var i = 0; i < 5; i++)
            {
                await one.AskAsync(i == 0 ? Seldom : Seldom.ToUpperInvariant());
                await one.AskAsync("laissez tomber");
            }
        }

        await SayApartAsync(bot, times: 2, Often);
        foreach (var personal in Personal)
        {
            await SayApartAsync(bot, times: 5, personal);
        }

        var listed = await RunAsync(bot, "2026-11-23T12:00:00+01:00", "understand", "--missed");
        Assert.That(
            listed,
            Does.Contain("1 phrase(s)")
                .And.Contain("6 fois  23/11/2026  vous etes la pizzeria")
                .And.Not.Contain("facteur")
        );
        Assert.That(
            await new ByteSweep(Canaries).FindInAsync(bot.DataFolder),
            Is.Empty,
            "on the disk it is sealed"
        );
        Assert.That(
            await RunAsync(bot, "2026-11-23T12:00:00+01:00", "audit", "verify"),
            Does.Not.Contain("broken at")
        );

        Assert.That(await bot.StopAsync(), Is.Zero);
        Assert.That(new ByteSweep(Canaries).Find("output", bot.OutputBytes), Is.Empty);
        Assert.That(
            Rows(bot, "SELECT COUNT(*) FROM missed_sentences WHERE sealed IS NULL"),
            Is.EqualTo(1),
            "of what was said once, a number"
        );
        Assert.That(
            Rows(bot, "SELECT COUNT(*) FROM audit WHERE action = 'missed-sentences.read'"),
            Is.EqualTo(2)
        );

        // The hour is nowhere: the end is a midnight of the clinic's (23:00 UTC in winter).
        Assert.That(
            Rows(
                bot,
                "SELECT COUNT(*) FROM missed_sentences WHERE (purge_at / 10000000) % 86400 <> 82800"
            ),
            Is.Zero
        );

        await RunAsync(bot, "2026-12-22T23:59:59+01:00", "purge");
        Assert.That(Rows(bot, "SELECT COUNT(*) FROM missed_sentences"), Is.EqualTo(2));
        await RunAsync(bot, "2026-12-23T00:00:00+01:00", "purge");
        Assert.That(Rows(bot, "SELECT COUNT(*) FROM missed_sentences"), Is.Zero);
    }

    [Test]
    public async Task Nothing_is_counted_unless_it_was_turned_on()
    {
        using var folder = new TemporaryFolder("missed-off");
        await using var bot = await Bots.StartAsync(folder);
        await SayApartAsync(bot, times: 6, Often);

        var listed = await RunAsync(
            bot,
            "2026-11-23T12:00:00+01:00",
            isOn: false,
            "understand",
            "--missed"
        );

        Assert.That(listed, Does.Contain("La collecte des phrases non comprises est éteinte"));
        Assert.That(Rows(bot, "SELECT COUNT(*) FROM missed_sentences"), Is.Zero);
    }

    [Test]
    public async Task A_file_and_missed_sentences_are_not_asked_for_together()
    {
        using var folder = new TemporaryFolder("missed-file");
        await using var process = await BotProcess.RunAsync(
            folder.PathOf("data"),
            ["understand", "--missed", "file.jsonl"],
            Bots.Bound
        );

        Assert.That(process.ExitCode, Is.EqualTo(1));
        Assert.That(process.OutputText, Does.Contain("--missed reads no file"));
    }

    /// <summary>Each time by somebody else.</summary>
    private static async Task SayApartAsync(BotProcess bot, int times, string text)
    {
        for (var i = 0; i < times; i++)
        {
            using var client = await DirectLineClient.StartAsync(bot);
            await client.AskAsync(text);
        }
    }

    private static long Rows(BotProcess bot, string sql)
    {
        var file = Path.Combine(bot.DataFolder, "chatbotsante.db");
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private static Task<string> RunAsync(BotProcess bot, string now, params string[] command) =>
        RunAsync(bot, now, isOn: true, command);

    private static async Task<string> RunAsync(
        BotProcess bot,
        string now,
        bool isOn,
        params string[] command
    )
    {
        await using var process = await BotProcess.RunAsync(
            bot.DataFolder,
            [
                .. command,
                "--set",
                $"Data:Folder={bot.DataFolder}",
                "--set",
                $"Clock:StartAt={now}",
                .. isOn ? new[] { "--set", On.TrimStart('-') } : [],
            ],
            Bots.Bound
        );
        Assert.That(process.ExitCode, Is.Zero, process.OutputText);
        return process.OutputText;
    }
}
