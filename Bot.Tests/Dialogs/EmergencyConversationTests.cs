using NUnit.Framework;

namespace ChatbotSante.Tests.Dialogs;

public sealed class EmergencyConversationTests
{
    private readonly TestBot _bot = new();

    [Test]
    public async Task An_emergency_is_answered_before_anything_else()
    {
        var said = await _bot.SayAsync("j'ai mal à la poitrine, je voudrais un rdv en cardiologie");

        Assert.That(said, Replies.Are("accueil.assistant-automatique", "urgence.u1"));
        Assert.That(said[1].Text, Does.Contain("15").And.Contain("114"));
        Assert.That(said[1].Buttons, Does.Contain("Appeler le 15"));
    }

    [Test]
    public async Task What_was_open_waits_beneath_unchanged()
    {
        await _bot.SayAllAsync("un rdv en cardiologie jeudi matin", "le premier");
        var before = _bot.Top.ToString();

        Assert.That(await _bot.SayAsync("j'étouffe"), Replies.Are("urgence.u2"));
        Assert.That(await _bot.SayAsync("oui"), Replies.Are("urgence.dabord"));
        Assert.That(_bot.Agenda.Bookings, Is.Empty);

        Assert.That(
            await _bot.SayAsync("tout va bien"),
            Replies.Are("urgence.levee", "reservation.identite")
        );
        Assert.That(_bot.Top.ToString(), Is.EqualTo(before));
    }

    [Test]
    public async Task The_same_emergency_is_answered_in_the_same_words_every_time()
    {
        var first = (await _bot.SayAsync("j'étouffe"))[^1];
        var second = (await _bot.SayAsync("j'étouffe"))[^1];

        Assert.That(second, Is.EqualTo(first).Using<Said>((a, b) => a.Text == b.Text));
        Assert.That(_bot.Open, Is.EqualTo(new[] { "urgence" }));
    }

    [Test]
    public async Task Another_emergency_changes_the_number()
    {
        await _bot.SayAsync("j'étouffe");

        Assert.That(await _bot.SayAsync("il me frappe"), Replies.Are("urgence.u8"));
    }

    [TestCase("non", "urgence.pas-maintenant")]
    [TestCase("tout va bien", "urgence.pas-maintenant")]
    [TestCase("oui", "urgence.u1")]
    [TestCase("blorg", "urgence.u1")]
    [TestCase("", "urgence.u1")]
    public async Task What_is_unclear_gets_one_question_and_silence_counts_as_yes(
        string answer,
        string key
    )
    {
        await _bot.JoinAsync();
        Assert.That(
            await _bot.SayAsync("j'ai eu un infarctus en 2015"),
            Replies.Are("urgence.maintenant")
        );

        Assert.That(await _bot.SayAsync(answer), Replies.Are(key));
    }

    [Test]
    public async Task The_request_beside_a_past_illness_is_kept()
    {
        await _bot.SayAsync("j'ai eu un infarctus en 2015, je veux un rdv de suivi en cardiologie");

        Assert.That(
            await _bot.SayAsync("non"),
            Replies.Are("urgence.pas-maintenant", "reservation.quand")
        );
    }

    [Test]
    public async Task A_person_can_be_asked_for_during_an_emergency()
    {
        await _bot.SayAsync("j'étouffe");

        Assert.That(await _bot.SayAsync("humain"), Replies.Hold("rappel.numero"));
    }

    [Test]
    public async Task A_person_can_be_asked_for_before_the_one_question_is_answered()
    {
        await _bot.SayAsync("j'ai eu un infarctus en 2015");

        Assert.That(await _bot.SayAsync("humain"), Replies.Hold("rappel.numero"));
    }

    [Test]
    public async Task An_emergency_is_not_left_by_giving_up()
    {
        await _bot.SayAllAsync("un rdv en cardiologie jeudi matin", "le premier", "j'étouffe");

        Assert.That(await _bot.SayAsync("laissez tomber"), Replies.Are("urgence.dabord"));
        Assert.That(_bot.Open, Is.EqualTo(new[] { "agenda.reserver", "urgence" }));
    }

    [Test]
    public async Task The_state_names_no_word_of_what_was_said()
    {
        await _bot.SayAsync("mon mari a une crise cardiaque, il s'appelle Gaston Verlier");

        Assert.That(_bot.Json, Does.Not.Contain("cardiaque").And.Not.Contain("Verlier").IgnoreCase);
    }
}
