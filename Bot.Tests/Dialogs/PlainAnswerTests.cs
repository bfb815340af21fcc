using NUnit.Framework;

namespace ChatbotSante.Tests.Dialogs;

/// <summary>A word of denial in a sentence is no denial: of an emergency, of a request, of a person's help.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class PlainAnswerTests
{
    private readonly TestBot _bot = new();

    [TestCase("il ne sourit pas")]
    [TestCase("je n'en sais rien, je ne sais pas")]
    [TestCase("ça ne va pas du tout")]
    [TestCase("oui et non")]
    [TestCase("non mais il est tout pâle")]
    [TestCase("j'ai pas compris")]
    [TestCase("aucune idée")]
    public async Task Only_a_plain_no_closes_the_question_of_an_emergency(string words)
    {
        await _bot.SayAsync("mon père a fait un infarctus en 2018");

        var said = await _bot.SayAsync(words);

        Assert.That(said[0].Key, Is.EqualTo("urgence.u1"), said[0].Text);
    }

    [TestCase("non")]
    [TestCase("non merci")]
    [TestCase("non non, c'est fini")]
    [TestCase("pas en ce moment")]
    [TestCase("non, c'était il y a 8 ans")]
    public async Task A_plain_no_closes_it(string words)
    {
        await _bot.SayAsync("mon père a fait un infarctus en 2018");

        Assert.That(await _bot.SayAsync(words), Replies.Are("urgence.pas-maintenant"));
    }

    [TestCase("ce n'est pas une fausse alerte")]
    [TestCase("vous croyez que tout va bien ?")]
    [TestCase("ça va mieux mais il est encore tout rouge")]
    [TestCase("c'est grave ?")]
    [TestCase("aidez-moi")]
    [TestCase("que dois-je faire")]
    [TestCase("à quelle heure vous fermez ?")]
    public async Task An_open_emergency_insists_and_says_nothing_else(string words)
    {
        await _bot.SayAsync("j'étouffe");

        Assert.That(await _bot.SayAsync(words), Replies.Are("urgence.dabord"));
    }

    [TestCase("depuis hier j'ai de la fièvre")]
    [TestCase("j'ai mal au ventre ce matin")]
    public async Task Who_says_how_they_are_and_since_when_is_told_whom_to_ask(string words)
    {
        await _bot.SayAsync("bonjour");

        Assert.That(await _bot.SayAsync(words), Replies.Are("orientation.avis"));
    }

    [Test]
    public async Task A_call_back_that_is_refused_is_not_asked_for_again()
    {
        await _bot.SayAsync("humain");

        Assert.That(await _bot.SayAsync("non merci"), Replies.Are("rappel.refuse"));
        Assert.That(_bot.Open, Is.Empty);
    }

    [Test]
    public async Task A_call_back_refused_in_a_booking_leaves_the_slot_kept_and_asks_again()
    {
        await _bot.SayAllAsync("un rdv en cardiologie jeudi matin", "le premier", "humain");

        Assert.That(
            await _bot.SayAsync("non"),
            Replies.Are("rappel.refuse", "reservation.identite")
        );
        Assert.That(_bot.Agenda.Claimed, Has.Count.EqualTo(1));
    }

    [TestCase("d'accord pas de souci")]
    [TestCase("pourquoi pas")]
    [TestCase("je ne comprends pas")]
    public async Task A_pas_in_a_sentence_refuses_no_identity(string words)
    {
        await _bot.SayAllAsync("un rdv en cardiologie jeudi matin", "le premier");

        await _bot.SayAsync(words);

        Assert.That(_bot.Agenda.Claimed, Has.Count.EqualTo(1));
    }

    [TestCase("annuler", "oui", "identite.demander")]
    [TestCase("annuler", "non merci", "relation.entendu")]
    public async Task What_the_bot_proposed_can_be_answered(
        string first,
        string then,
        string expected
    )
    {
        await _bot.SayAsync(first);

        Assert.That(await _bot.SayAsync(then), Replies.Are(expected));
    }

    [Test]
    public async Task What_was_proposed_is_forgotten_one_message_later()
    {
        await _bot.SayAllAsync("annuler", "quels sont vos horaires ?");

        var said = await _bot.SayAsync("oui");

        Assert.That(said, Replies.Are("incompris.reformuler"));
    }

    [TestCase("au revoir et merci bien", "relation.merci-rien")]
    [TestCase("ok merci", "relation.merci")]
    [TestCase("merci, bonne soirée", "relation.au-revoir")]
    public async Task Courtesies_together_get_one_answer(string words, string expected)
    {
        await _bot.SayAsync("quels sont vos horaires ?");

        Assert.That(await _bot.SayAsync(words), Replies.Are(expected));
    }

    [Test]
    public async Task A_day_past_the_agenda_is_not_said_to_be_full()
    {
        await _bot.SayAsync("bonjour");

        Assert.That(
            await _bot.SayAsync("un rdv en cardiologie le 14 juillet 2027"),
            Replies.Are("reservation.trop-loin")
        );
    }

    [TestCase("un rdv en cardiologie jeudi matin|le premier|06 39 98 12 34", "reservation.nom")]
    [TestCase("quand est mon rdv ?|06 39 98 12 34", "identite.nom")]
    [TestCase("quand est mon rdv ?|12/03/1948", "identite.nom")]
    public async Task What_was_said_of_an_identity_is_not_asked_for_again(
        string talk,
        string expected
    )
    {
        var said = await _bot.SayAllAsync(talk.Split('|'));

        Assert.That(said[^1].Key, Is.EqualTo(expected));
    }

    [TestCase("le jour", "reservation.quand")]
    [TestCase("c'est l'heure", "reservation.creneaux")]
    [TestCase("le nom", "reservation.nom")]
    [TestCase("la date de naissance", "reservation.naissance")]
    [TestCase("mon numéro de téléphone", "reservation.telephone")]
    [TestCase("le médecin", "reservation.avec-qui")]
    public async Task What_is_to_be_changed_can_be_named(string words, string expected)
    {
        await _bot.SayAllAsync(
            "un rdv en cardiologie jeudi matin",
            "le premier",
            "Martin Jeanne 12/03/1948 06 39 98 12 34",
            "non"
        );

        Assert.That(await _bot.SayAsync(words), Replies.Are(expected));
    }

    [Test]
    public async Task One_back_from_a_slot_offers_the_same_slots_again()
    {
        var offered = await _bot.SayAsync("un rdv en cardiologie jeudi matin");
        await _bot.SayAsync("le premier");

        var again = await _bot.SayAsync("retour");

        Assert.That(again, Replies.Are("reservation.creneaux"));
        Assert.That(again[0].Buttons.Take(2), Is.EqualTo(offered[^1].Buttons.Take(2)));
        Assert.That(_bot.Agenda.Claimed, Is.Empty);
    }
}
