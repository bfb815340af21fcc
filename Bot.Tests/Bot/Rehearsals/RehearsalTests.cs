using ChatbotSante.Bot.Hosting;
using ChatbotSante.Bot.Rehearsals;
using ChatbotSante.Tests.Support;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Rehearsals;

/// <summary>Plays every rehearsal that ships, as <c>ChatbotSante rehearse</c> does. The patients in them are invented.</summary>
public sealed class RehearsalTests
{
    private const string Folder = "Dialogs/Content/fr-FR/rehearsals";

    private static IEnumerable<string> Files =>
        Directory
            .EnumerateFiles(Checkout.PathOf(Folder), "*.yml")
            .Select(file => Path.GetFileName(file))
            .Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Files))]
    public async Task A_rehearsal_that_ships_goes_as_written(string file)
    {
        await PlayAsync(RehearsalReader.ReadFile(Checkout.PathOf($"{Folder}/{file}")));
    }

    [Test]
    public async Task The_example_of_the_staffs_page_goes_as_written()
    {
        const string start = "```yaml\n";
        var page = await File.ReadAllTextAsync(Checkout.PathOf($"{Folder}/LISEZ-MOI.md"));
        var example = page[(page.IndexOf(start, StringComparison.Ordinal) + start.Length)..];

        await PlayAsync(RehearsalReader.Read("LISEZ-MOI", example.Split("```")[0], "/"));
    }

    [Test]
    public async Task The_staffs_page_explains_every_key()
    {
        var page = await File.ReadAllTextAsync(Checkout.PathOf($"{Folder}/LISEZ-MOI.md"));

        Assert.That(
            RehearsalReader.Keys.Where(key =>
                !page.Contains($"`{key}", StringComparison.Ordinal)
                && !page.Contains($" {key}: ", StringComparison.Ordinal)
            ),
            Is.Empty
        );
    }

    private static async Task PlayAsync(Rehearsal rehearsal)
    {
        await using var server = await RehearsalServer.StartAsync(rehearsal, [], default);

        var result = await RehearsalPlayer.PlayAsync(rehearsal, server, default);

        Assert.That(
            result.HasPassed,
            () => string.Join('\n', RehearsalReport.Of(result, isWhole: true))
        );
    }
}
