using ChatbotSante.Tests.Dialogs;
using ChatbotSante.Tests.Support;
using NUnit.Framework;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace ChatbotSante.Tests.Conversations;

/// <summary>Plays the scripts of this folder. The patients in them are invented.</summary>
public sealed class ScriptTests
{
    private static IEnumerable<string> Files =>
        Directory
            .EnumerateFiles(Checkout.PathOf("Bot.Tests/Conversations"), "*.yml")
            .Select(file => Path.GetFileName(file));

    [TestCaseSource(nameof(Files))]
    public async Task A_script_plays_as_written(string file)
    {
        var yaml = await File.ReadAllTextAsync(Checkout.PathOf($"Bot.Tests/Conversations/{file}"));
        var script = new DeserializerBuilder()
            .WithNamingConvention(HyphenatedNamingConvention.Instance)
            .Build()
            .Deserialize<Script>(yaml);
        var bot = new TestBot();

        Assert.That(script.Tours, Is.Not.Empty);
        foreach (var turn in script.Tours)
        {
            bot.Now += TimeSpan.FromMinutes(turn.Apres);
            var said = await bot.SayAsync(turn.Dit);
            var text = string.Join('\n', said.Select(reply => reply.Text));
            Assert.Multiple(() =>
            {
                Assert.That(said, Replies.Are([.. turn.Repond]), turn.Dit);
                foreach (var words in turn.Contient)
                {
                    Assert.That(text, Does.Contain(words), turn.Dit);
                }

                foreach (var words in turn.SansMention)
                {
                    Assert.That(text, Does.Not.Contain(words), turn.Dit);
                }

                Assert.That(
                    bot.Agenda.Bookings,
                    Has.Count.EqualTo(turn.Reserves ?? bot.Agenda.Bookings.Count),
                    turn.Dit
                );
            });
        }
    }
}
