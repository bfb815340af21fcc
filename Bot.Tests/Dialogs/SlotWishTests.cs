using ChatbotSante.Dialogs.Care.Agenda;
using NUnit.Framework;

namespace ChatbotSante.Tests.Dialogs;

/// <summary>A time that was not offered is looked for; one that was is chosen.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SlotWishTests
{
    private readonly TestBot _bot = new();

    [SetUp]
    public Task OfferAsync() => _bot.SayAsync("un rdv en cardiologie jeudi matin");

    [TestCase("vous n'auriez pas plutôt 11 h 30 ?")]
    [TestCase("11h30 plutôt")]
    [TestCase("jeudi à 11 heures et demie")]
    public async Task A_time_of_that_day_that_was_not_offered_is_offered_when_it_is_free(
        string words
    )
    {
        var said = await _bot.SayAsync(words);

        Assert.That(said, Replies.Are("reservation.creneaux"));
        Assert.That(said[0].Text, Does.Contain("jeudi 26 novembre, à 11 h 30"));
        Assert.That(await _bot.SayAsync("oui"), Replies.Are("reservation.identite"));
    }

    [Test]
    public async Task A_time_that_is_taken_is_said_so_with_what_comes_after_it()
    {
        _bot.Agenda.IsClosed = slot => slot.Start == At(11, 30);

        var said = await _bot.SayAsync("11 h 30");

        Assert.That(said, Replies.Are("reservation.creneaux-ailleurs"));
        Assert.That(said[0].Text, Does.Contain("jeudi 26").And.Not.Contain("à 9 h"));
    }

    [TestCase("celui de 9 h 30")]
    [TestCase("jeudi à 9h30")]
    [TestCase("jeudi 26 novembre à 9 heures et demie")]
    public async Task A_time_that_was_offered_is_chosen(string words)
    {
        Assert.That(await _bot.SayAsync(words), Replies.Are("reservation.identite"));
        Assert.That(_bot.Agenda.Claimed, Is.EqualTo(new[] { new Slot("lambert", At(9, 30)) }));
    }

    [Test]
    public async Task The_same_time_of_another_day_is_another_wish()
    {
        var said = await _bot.SayAsync("plutôt vendredi à 10 h");

        Assert.That(said, Replies.Are("reservation.creneaux"));
        Assert.That(said[0].Text, Does.Contain("vendredi 27 novembre, à 10 h"));
    }

    [TestCase("finalement jeudi je peux pas")]
    [TestCase("tous les jours sauf jeudi")]
    [TestCase("n'importe quel matin mais pas le jeudi")]
    public async Task A_day_that_is_refused_is_not_offered(string words)
    {
        for (var said = await _bot.SayAsync(words); ; said = await _bot.SayAsync("plus tard"))
        {
            Assert.That(said[0].Key, Does.StartWith("reservation.creneaux"));
            Assert.That(said[0].Text, Does.Not.Contain("jeudi"));
            if (said[0].Text.Contains("vendredi", StringComparison.Ordinal))
            {
                break;
            }
        }
    }

    private static DateTimeOffset At(int hour, int minute) =>
        DemonstrationClinic.MondayMorning.AddDays(3).AddHours(hour - 9).AddMinutes(minute);
}
