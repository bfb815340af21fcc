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

    [TestCase(0, "urgence.message-laisse")]
    [TestCase(12, "urgence.message-laisse-ferme")]
    public async Task Who_thinks_of_dying_is_told_that_a_message_was_left_never_that_it_is_read(
        int hours,
        string key
    )
    {
        _bot.Now += TimeSpan.FromHours(hours);
        var shown = await _bot.SayAsync("de toute façon j'ai plus envie de vivre");
        Assert.That(shown[^1].Text, Does.Contain("3114").And.Contain("15").And.Contain("112"));

        var said = await _bot.SayAsync("oui");

        Assert.That(said[0].Key, Is.EqualTo(key));
        Assert.That(said[0].Text, Does.Contain("j'ignore quand il sera lu").And.Contain("3114"));
        Assert.That(said[1].Key, Does.StartWith("rappel.numero"));
        Assert.That(_bot.Agenda.Alerts, Is.EqualTo(1));
        Assert.That(
            await _bot.SayAsync("06 39 98 12 34"),
            Replies.Are("rappel.note", "urgence.dabord-ecoute")
        );
    }

    [Test]
    public async Task One_message_is_left_for_the_team_however_often_a_person_is_asked_for()
    {
        await _bot.SayAllAsync("je veux mourir", "oui", "je sais pas", "oui", "humain");

        Assert.That(_bot.Agenda.Alerts, Is.EqualTo(1));
    }

    [TestCase("il me frappe")]
    [TestCase("papa me tape")]
    public async Task Where_a_violent_person_may_look_nothing_is_sent_and_no_number_is_asked_for(
        string words
    )
    {
        var shown = await _bot.SayAsync(words);
        Assert.That(shown[^1].Buttons, Does.Contain("Quitter vite cette page"));

        var said = await _bot.SayAllAsync("je voudrais parler à quelqu'un");
        Assert.That(said, Replies.Are("urgence.personne-sans-rappel"));

        await _bot.SayAllAsync("06 39 98 12 34", "rappelez-moi au 06 39 98 12 34", "oui");
        Assert.That(_bot.Agenda.CallBacks, Is.Empty);
        Assert.That(_bot.Agenda.Alerts, Is.Zero);
        Assert.That(_bot.Json, Does.Not.Contain("39981234"));
        Assert.That(
            _bot.History.Select(reply => reply.Text),
            Has.None.Contains("donnez-moi un numéro").And.None.Contains("rappellera votre")
        );
    }

    [Test]
    public async Task Nothing_is_booked_above_an_emergency()
    {
        await _bot.SayAllAsync("j'étouffe", "humain");

        Assert.That(
            await _bot.SayAsync("je veux un rendez-vous en cardiologie"),
            Replies.Are("urgence.dabord")
        );
        Assert.That(_bot.Open, Is.EqualTo(new[] { "urgence" }));
    }

    [Test]
    public async Task All_is_well_is_heard_through_the_call_back_form()
    {
        await _bot.SayAllAsync("un rdv en cardiologie", "j'étouffe", "humain");

        Assert.That(
            await _bot.SayAsync("non finalement tout va bien"),
            Replies.Are("urgence.levee", "reservation.quand")
        );
    }

    [Test]
    public async Task The_question_beside_what_is_denied_gets_its_answer()
    {
        await _bot.JoinAsync();
        await _bot.SayAsync("je n'ai aucune douleur à la poitrine, juste vos horaires svp");

        Assert.That(
            await _bot.SayAsync("non"),
            Replies.Are("urgence.pas-maintenant", "info.horaires")
        );
        Assert.That(_bot.Open, Is.Empty);
    }

    [Test]
    public async Task A_greeting_in_an_emergency_is_answered_by_the_emergency()
    {
        await _bot.SayAsync("j'étouffe");

        Assert.That(await _bot.SayAsync("bonjour ?"), Replies.Are("urgence.dabord"));
    }

    [Test]
    public async Task A_past_illness_and_a_yearly_check_become_a_booking()
    {
        await _bot.JoinAsync();
        Assert.That(
            await _bot.SayAsync(
                "j'ai fait un infarctus en 2019, je voudrais reprogrammer mon contrôle annuel"
            ),
            Replies.Are("urgence.maintenant")
        );

        Assert.That(
            await _bot.SayAsync("non non tout va bien"),
            Replies.Are("urgence.pas-maintenant", "reservation.avec-qui")
        );
    }

    [Test]
    public async Task The_state_names_no_word_of_what_was_said()
    {
        await _bot.SayAsync("mon mari a une crise cardiaque, il s'appelle Gaston Verlier");

        Assert.That(_bot.Json, Does.Not.Contain("cardiaque").And.Not.Contain("Verlier").IgnoreCase);
    }
}
