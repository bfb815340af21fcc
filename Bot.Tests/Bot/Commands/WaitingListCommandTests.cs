using System.Text.RegularExpressions;
using ChatbotSante.Tests.Bot.Channels;
using ChatbotSante.Tests.Bot.Channels.DirectLine;
using ChatbotSante.Tests.Support;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Commands;

/// <summary>From the chat to the secretariat: a place on the waiting list, the message that says so, the list, its closing.</summary>
public sealed partial class WaitingListCommandTests
{
    /// <summary>One hour on Thursdays, within a week: one slot of an hour, or two of half an hour.</summary>
    private const string Clinic = """
        name: Cabinet du Frêne
        address: 3 rue du Frêne, 37000 Tours
        phone: "02 61 91 40 00"
        secretariat_mailbox: cabinet@frene.example
        parking: aucun
        visits: sans objet
        opening: {mon-fri: ["08:00-19:00"]}
        slots: {length_minutes: 30, days: thu, hours: ["09:00-10:00"], horizon_days: 5}
        specialties: [{id: podologie, words: [podologue]}]
        practitioners: [{id: podologue, specialty: podologie}]
        visit_reasons:
          - {id: bilan, specialty: podologie, label: bilan, length_minutes: 60}
          - {id: soin, specialty: podologie, label: soin, length_minutes: 30}
        """;

    [Test]
    public async Task Who_waits_is_listed_told_when_a_slot_is_free_again_and_closed()
    {
        using var folder = new TemporaryFolder("waiting");
        var file = folder.PathOf("clinic.yml");
        await File.WriteAllTextAsync(file, Clinic);
        await using var bot = await Bots.StartAsync(folder, $"--Clinic:File={file}");

        // The first keeps the whole hour and does not go on.
        using var first = await DirectLineClient.StartAsync(bot);
        await AskAllAsync(first, "un bilan chez le podologue jeudi", "oui");
        using var second = await DirectLineClient.StartAsync(bot);
        var full = await second.AskAsync("un soin chez le podologue jeudi pour ma fille");
        Assert.That(full[^1], Does.Contain("liste d'attente"));
        await AskAllAsync(second, "oui", "Fresnel Odile 12/03/2001 06 39 98 51 52");
        var joined = await second.AskAsync("oui");
        var reference = Reference().Match(joined[^1]).Value;
        Assert.That(reference, Is.Not.Empty, joined[^1]);

        await Bots.UntilAsync(
            () => Task.FromResult(Mails(bot).Length > 0),
            "the secretariat is told"
        );
        var mail = await File.ReadAllTextAsync(Mails(bot).Single());
        Assert.That(
            mail,
            Does.Contain(reference).And.Not.Contain("Fresnel").And.Not.Contain("podologie")
        );

        var held = await RunAsync(bot, file, "2026-11-23T09:05:00+01:00", "waiting-list");
        Assert.That(
            held,
            Does.Contain(reference)
                .And.Contain("en podologie (soin), le jeudi 26 novembre")
                .And.Contain("Fresnel Odile, 12/03/2001, +33639985152")
                .And.Contain("identité déclarée, non vérifiée")
                .And.Not.Contain("libéré")
        );

        var freed = await RunAsync(bot, file, "2026-11-23T09:20:00+01:00", "waiting-list");
        Assert.That(freed, Does.Contain("un créneau s'est libéré : jeudi 26 novembre à 9 h"));

        var closed = await RunAsync(
            bot,
            file,
            "2026-11-23T09:21:00+01:00",
            "waiting-list",
            "close",
            reference
        );
        var after = await RunAsync(bot, file, "2026-11-23T09:22:00+01:00", "waiting-list");
        Assert.That(closed, Does.Contain("Inscription close."));
        Assert.That(after, Does.Contain("Personne sur la liste d'attente."));
    }

    [Test]
    public async Task A_start_on_a_file_that_contradicts_itself_names_the_lines()
    {
        using var folder = new TemporaryFolder("refused");
        var file = folder.PathOf("clinic.yml");
        await File.WriteAllTextAsync(
            file,
            Clinic
                .Replace("label: soin, length", "label: soin, duree", StringComparison.Ordinal)
                .Replace("09:00-10:00", "09:00-09:20", StringComparison.Ordinal)
        );

        await using var bot = await BotProcess.RunAsync(
            folder.PathOf("data"),
            [.. Bots.Rehearsal, $"--Clinic:File={file}", $"--Data:Folder={folder.PathOf("data")}"],
            Bots.Bound
        );

        Assert.That(bot.ExitCode, Is.EqualTo(78));
        Assert.That(
            bot.OutputText,
            Does.Contain("CLINIC-001")
                .And.Contain("clinic.yml, line 8: hours 09:00-09:20 are shorter")
                .And.Contain("clinic.yml, line 13: unknown key duree_minutes")
        );
    }

    private static string[] Mails(BotProcess bot)
    {
        var outbox = Path.Combine(bot.DataFolder, "outbox");
        return Directory.Exists(outbox) ? Directory.GetFiles(outbox, "*.eml") : [];
    }

    private static async Task AskAllAsync(DirectLineClient client, params string[] texts)
    {
        foreach (var text in texts)
        {
            await client.AskAsync(text);
        }
    }

    private static async Task<string> RunAsync(
        BotProcess bot,
        string clinic,
        string now,
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
                $"Clinic:File={clinic}",
                "--set",
                $"Clock:StartAt={now}",
            ],
            Bots.Bound
        );
        Assert.That(process.ExitCode, Is.Zero, process.OutputText);
        return process.OutputText;
    }

    [GeneratedRegex("A-[0-9A-F]{8}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}
