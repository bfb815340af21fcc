using ChatbotSante.Bot.Outbox;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Bot.Scaling;
using ChatbotSante.Dialogs.Care.Alerts;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Tests.Dialogs;
using Moq;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Outbox;

/// <summary>The message left for the team when somebody in distress asks for a person.</summary>
public sealed class TeamAlertTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(1));

    [Test]
    public async Task It_is_sent_once_and_traced_and_nothing_of_the_person_goes_with_it()
    {
        var id = AlertId.New(Now);
        var sealer = new Mock<ISealer>(MockBehavior.Strict);

        var commands = await new CommandSealer(
            sealer.Object,
            Mock.Of<IInstallationSecrets>(),
            DemonstrationClinic.Clinic,
            Mock.Of<IMissedSentences>()
        ).SealAsync([new TurnCommand.AlertTeam(id, Now)], CancellationToken.None);

        Assert.That(
            commands,
            Is.EqualTo(
                new StoreCommand[]
                {
                    new StoreCommand.Send(
                        id.ToString(),
                        "alerte.equipe",
                        id.Reference,
                        Now,
                        Now.AddDays(7)
                    ),
                    new StoreCommand.Audit("bot", "team.alerted", id.ToString(), Now),
                }
            )
        );
    }

    [TestCase("u7")]
    [TestCase("3114")]
    [TestCase("suicid")]
    [TestCase("mourir")]
    public void Its_words_say_neither_who_nor_why(string word)
    {
        var (subject, body) = OutboxTemplates.Of(
            new OutboxMessage("id", "alerte.equipe", "A-12345678", Now)
        );

        Assert.That(subject + body, Does.Contain("A-12345678").And.Not.Contain(word).IgnoreCase);
    }
}
