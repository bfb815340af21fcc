using System.Text.Json;
using ChatbotSante.Tests.Bot.Channels;
using ChatbotSante.Tests.Bot.Channels.DirectLine;
using ChatbotSante.Tests.Support;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot;

/// <summary>The whole program: patients put on file by the command, verified by the code that lies in the outbox.</summary>
public sealed class AppointmentsByCodeTests
{
    private const string Irene = "Vasseur Irène 18/06/1952 06 39 98 10 01";

    [Test]
    public async Task A_patient_on_file_sees_moves_and_cancels_with_the_code_received()
    {
        using var folder = new TemporaryFolder("codes");
        await using var bot = await Bots.StartAsync(folder);
        await SeedAsync(bot);
        using var client = await DirectLineClient.StartAsync(bot);

        await client.AskAsync("c'est quand mon prochain rendez-vous ?");
        Assert.That(await client.AskAsync(Irene), Has.Some.Contains("code"));
        var said = await client.AskAsync(await CodeAsync(bot));
        Assert.That(said, Has.Some.Contains("jeudi 26 novembre à 14 h"));

        await client.AskAsync("je voudrais le déplacer à vendredi matin");
        await client.AskAsync("le premier");
        Assert.That(await client.AskAsync("oui"), Has.Some.Contains("vendredi 27 novembre à 9 h"));
        await client.AskAsync("je voudrais annuler mon rendez-vous");
        Assert.That(await client.AskAsync("oui"), Has.Some.Contains("annulé"));
        Assert.That(
            await client.AskAsync("voir mes rendez-vous"),
            Has.None.Contains("novembre"),
            "and the person was asked once"
        );

        var messages = await MessagesAsync(bot, count: 3);
        Assert.That(messages.Select(m => m.To), Is.All.EqualTo("+33639981001"));
        Assert.That(
            messages.Select(m => m.Text),
            Has.None.Contains("ophtalmologie")
                .And.None.Contains("Girard")
                .And.None.Contains("Vasseur")
                .And.All.StartsWith("Clinique des Lilas : message automatique.")
        );
    }

    [Test]
    public async Task A_booking_is_confirmed_by_sms_with_date_and_place_only()
    {
        using var folder = new TemporaryFolder("sms");
        await using var bot = await Bots.StartAsync(folder);
        using var client = await DirectLineClient.StartAsync(bot);
        foreach (var text in Bots.Booking)
        {
            await client.AskAsync(text);
        }

        var message = (await MessagesAsync(bot, count: 1)).Single();

        Assert.That(message.To, Is.EqualTo("+33639981234"));
        Assert.That(
            message.Text,
            Is.EqualTo(
                "Clinique des Lilas : message automatique. Rendez-vous jeudi 26 novembre à 9 h, 12 rue des Lilas, 37000 Tours."
            )
        );
    }

    [TestCase("patients:\n  - family: Vasseur\n    prenom: Irène\n", "line 3")]
    [TestCase(
        "patients:\n  - family: Vasseur\n    given: Irène\n    birth_date: 18/06/1952\n    phone: \"0639981001\"\n",
        "line 4"
    )]
    [TestCase(
        "patients:\n  - family: Vasseur\n    given: Irène\n    birth_date: 1952-06-18\n    phone: \"0639981001\"\n    appointments:\n      - { practitioner: girard, start: \"2026-11-26T14:10\" }\n",
        "line 7"
    )]
    [TestCase("patients: [\n", "line ")]
    public async Task A_file_that_is_not_of_the_form_is_refused_with_its_line_and_not_quoted(
        string yaml,
        string line
    )
    {
        using var folder = new TemporaryFolder("seed");
        await using var bot = await Bots.StartAsync(folder);
        var file = folder.PathOf("patients.yml");
        await File.WriteAllTextAsync(file, yaml);

        await using var seed = await RunSeedAsync(bot, file);

        Assert.That(seed.ExitCode, Is.EqualTo(1));
        Assert.That(
            seed.OutputText,
            Does.Contain("SEED-001")
                .And.Contain(line)
                .And.Not.Contain("Vasseur")
                .And.Not.Contain("1952")
        );
    }

    [Test]
    public async Task Seeding_twice_is_seeding_once()
    {
        using var folder = new TemporaryFolder("seed");
        await using var bot = await Bots.StartAsync(folder);

        Assert.That(
            await SeedAsync(bot),
            Does.Contain("3 patients read; 3 patients and 3 appointments written")
        );
        Assert.That(await SeedAsync(bot), Does.Contain("0 patients and 0 appointments written"));
    }

    internal static async Task<string> SeedAsync(BotProcess bot, string? file = null)
    {
        await using var seed = await RunSeedAsync(
            bot,
            file ?? Checkout.PathOf("Bot/Clinics/demonstration/patients.yml")
        );
        Assert.That(seed.ExitCode, Is.Zero, seed.OutputText);
        return seed.OutputText;
    }

    private static Task<ChildProcess> RunSeedAsync(BotProcess bot, string file) =>
        BotProcess.RunAsync(
            bot.DataFolder,
            [
                "seed",
                file,
                "--set",
                $"Data:Folder={bot.DataFolder}",
                "--set",
                "Clock:StartAt=2026-11-23T09:00:00+01:00",
            ],
            Bots.Bound
        );

    private static async Task<string> CodeAsync(BotProcess bot)
    {
        var files = Array.Empty<string>();
        await Bots.UntilAsync(
            () =>
            {
                files = Files(bot, "*.code.sms.json");
                return Task.FromResult(files.Length > 0);
            },
            "the code is sent"
        );
        var text = (await ReadAsync(files.Order(StringComparer.Ordinal).Last())).Text;
        return text.Split("code : ")[1][..6];
    }

    /// <summary>The messages but the codes, once there are so many.</summary>
    private static async Task<(string To, string Text)[]> MessagesAsync(BotProcess bot, int count)
    {
        var files = Array.Empty<string>();
        await Bots.UntilAsync(
            () =>
            {
                files = Files(bot, "*.sms.json");
                return Task.FromResult(files.Length >= count);
            },
            "the messages are sent"
        );
        return await Task.WhenAll(files.Select(ReadAsync));
    }

    private static string[] Files(BotProcess bot, string pattern)
    {
        var outbox = Path.Combine(bot.DataFolder, "outbox");
        return Directory.Exists(outbox) ? Directory.GetFiles(outbox, pattern) : [];
    }

    private static async Task<(string To, string Text)> ReadAsync(string file)
    {
        var sms = JsonElement.Parse(await File.ReadAllTextAsync(file));
        return (sms.GetProperty("to").GetString()!, sms.GetProperty("text").GetString()!);
    }
}
