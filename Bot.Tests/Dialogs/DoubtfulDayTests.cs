using NUnit.Framework;

namespace ChatbotSante.Tests.Dialogs;

/// <summary>A weekday and a number that disagree: one question names both days. 27 November 2026 is a Friday.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class DoubtfulDayTests
{
    private readonly TestBot _bot = new();

    [Test]
    public async Task Which_of_the_two_is_asked_before_anything_is_offered()
    {
        var said = await _bot.SayAsync("un rdv en cardiologie jeudi 27 novembre le matin");

        Assert.That(said, Replies.Are("accueil.assistant-automatique", "quand.lequel-des-deux"));
        Assert.That(said[1].Text, Is.EqualTo("Jeudi 26 ou vendredi 27 novembre ?"));
        Assert.That(
            said[1].Buttons,
            Is.EqualTo(new[] { "jeudi 26 novembre", "vendredi 27 novembre" })
        );
    }

    [TestCase("jeudi 26 novembre", "jeudi 26 novembre, à 9 h")]
    [TestCase("le 27", "vendredi 27 novembre, à 9 h")]
    [TestCase("jeudi", "jeudi 26 novembre, à 9 h")]
    [TestCase("le vendredi", "vendredi 27 novembre, à 9 h")]
    [TestCase("le premier", "jeudi 26 novembre, à 9 h")]
    [TestCase("le deuxième", "vendredi 27 novembre, à 9 h")]
    [TestCase("vendredi après-midi plutôt", "vendredi 27 novembre, à 14 h")]
    [TestCase("plutôt lundi", "lundi 30 novembre, à 9 h")]
    public async Task The_answer_goes_on_with_what_was_said_before(string answer, string offered)
    {
        await _bot.SayAsync("un rdv en cardiologie jeudi 27 novembre le matin");

        var said = await _bot.SayAsync(answer);

        Assert.That(said, Replies.Are("reservation.creneaux"));
        Assert.That(said[0].Text, Does.Contain(offered));
    }

    [Test]
    public async Task Neither_asks_for_another_day_and_yes_asks_again()
    {
        await _bot.SayAsync("un rdv en cardiologie jeudi 27 novembre");

        Assert.That(await _bot.SayAsync("oui"), Replies.Are("quand.lequel-des-deux"));
        Assert.That(await _bot.SayAsync("non"), Replies.Are("reservation.quand"));
        Assert.That(await _bot.SayAsync("mardi"), Replies.Are("reservation.creneaux"));
    }

    [Test]
    public async Task With_whom_is_asked_first_and_the_doubt_is_kept()
    {
        await _bot.SayAsync("je voudrais un rendez-vous jeudi 27 novembre");

        Assert.That(await _bot.SayAsync("en cardiologie"), Replies.Are("quand.lequel-des-deux"));
    }

    [Test]
    public async Task A_slot_already_kept_is_given_back_once_the_day_is_known()
    {
        await _bot.SayAllAsync(
            "un rdv en cardiologie mardi matin",
            "le premier",
            "Martin Jeanne 12/03/1948 06 39 98 12 34"
        );

        Assert.That(
            await _bot.SayAsync("plutôt jeudi 27 novembre"),
            Replies.Are("quand.lequel-des-deux")
        );
        Assert.That(await _bot.SayAsync("le premier"), Replies.Are("reservation.creneaux"));
        Assert.That(_bot.Agenda.Claimed, Is.Empty);
    }

    [TestCase("un rdv en cardiologie le 31 novembre")]
    [TestCase("un rdv en cardiologie le 30 février")]
    public async Task A_day_of_no_calendar_is_said_to_be_none(string words)
    {
        await _bot.SayAsync("bonjour");

        Assert.That(
            await _bot.SayAsync(words),
            Replies.Are("quand.n-existe-pas", "reservation.quand")
        );
    }

    [Test]
    public async Task A_day_gone_by_is_said_to_be_past_where_one_was_asked_for()
    {
        await _bot.SayAllAsync("bonjour", "un rdv en cardiologie");

        Assert.That(await _bot.SayAsync("hier"), Replies.Are("quand.passe", "reservation.quand"));
    }

    [Test]
    public async Task What_happened_yesterday_is_no_day_to_come_on()
    {
        await _bot.SayAsync("bonjour");

        Assert.That(
            await _bot.SayAsync("je suis passé hier, je voudrais un rdv en cardiologie"),
            Replies.Are("reservation.quand")
        );
    }
}
