using ChatbotSante.Tests.Bot.Channels;
using ChatbotSante.Tests.Support;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Rehearsals;

/// <summary>The command as staff type it.</summary>
public sealed class RehearseCommandTests
{
    private const string Good = """
        titre: Une adresse
        tours:
          - patient: quelle est votre adresse ?
            contient: rue des Lilas
        """;

    private const string Bad = """
        titre: Une piscine
        tours:
          - patient: quelle est votre adresse ?
            contient: piscine
        """;

    [TestCase(0, "1 réussie(s), 0 échouée(s)", Good)]
    [TestCase(1, "ligne 4, attendu : contient « piscine »", Good, Bad)]
    [TestCase(2, "f1.yml, ligne 1 : ", Good, "titr: a")]
    public async Task The_exit_code_and_the_report_tell_how_it_went(
        int code,
        string said,
        params string[] rehearsals
    )
    {
        using var folder = new TemporaryFolder("rehearse");
        var files = rehearsals.Select((_, index) => folder.PathOf($"f{index}.yml")).ToArray();
        foreach (var (file, text) in files.Zip(rehearsals))
        {
            await File.WriteAllTextAsync(file, text);
        }

        await using var process = await BotProcess.RunAsync(
            folder.PathOf("work"),
            ["rehearse", .. files],
            Bots.Bound,
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
            }
        );

        Assert.That(process.ExitCode, Is.EqualTo(code), process.OutputText);
        Assert.That(process.OutputText, Does.Contain(said));
        Assert.That(process.OutputText, Does.Not.Contain("\"LogLevel\""), "no log among it");
        Assert.That(
            Directory.GetFileSystemEntries(folder.PathOf("work")),
            Is.Empty,
            "nothing is left"
        );
    }
}
