using ChatbotSante.Dialogs.Activities;
using ChatbotSante.Dialogs.Pipeline;
using NUnit.Framework;

namespace ChatbotSante.Tests.Dialogs;

public sealed class ConversationTests
{
    private static readonly string[] Booking =
    [
        "je voudrais un rendez-vous",
        "en cardiologie",
        "jeudi matin",
        "le premier",
        "Martin Jeanne",
        "12/03/1948",
        "06 39 98 12 34",
    ];

    private readonly TestBot _bot = new();

    [TestCase("bonjour", "accueil.bonjour")]
    [TestCase("je voudrais un rendez-vous", "accueil.assistant-automatique")]
    [TestCase("quels sont vos horaires ?", "accueil.assistant-automatique")]
    [TestCase("humain", "accueil.assistant-automatique")]
    [TestCase("azertyuiop qsdf", "accueil.assistant-automatique")]
    [TestCase("j'ai mal à la poitrine", "accueil.assistant-automatique")]
    [TestCase("", "accueil.assistant-automatique")]
    public async Task The_first_words_say_that_an_automatic_assistant_answers(
        string text,
        string key
    )
    {
        var said = await _bot.SayAsync(text);

        Assert.That(said[0].Key, Is.EqualTo(key));
        Assert.That(said[0].Text, Does.Contain("assistant automatique"));
    }

    [Test]
    public async Task It_is_said_once_a_session()
    {
        await _bot.SayAllAsync(
            "bonjour",
            "je voudrais un rendez-vous",
            "quels sont vos horaires ?",
            "bonjour"
        );

        Assert.That(
            _bot.History.Count(said =>
                said.Text.Contains("l'assistant automatique de", StringComparison.Ordinal)
            ),
            Is.EqualTo(1)
        );
    }

    [Test]
    public async Task Joining_greets_once()
    {
        Assert.That(await _bot.JoinAsync(), Replies.Are("accueil.bonjour"));
        Assert.That(await _bot.JoinAsync(), Is.Empty);
        Assert.That(await _bot.JoinAsync("somebody"), Is.Empty);
    }

    [Test]
    public async Task The_bot_joining_is_not_greeted()
    {
        Assert.That(await _bot.JoinAsync("bot"), Is.Empty);
        Assert.That(await _bot.JoinAsync(), Replies.Are("accueil.bonjour"));
    }

    [TestCase(ActivityTypes.Typing)]
    [TestCase(ActivityTypes.Event)]
    [TestCase(ActivityTypes.EndOfConversation)]
    [TestCase("anything")]
    public async Task Other_activities_are_not_answered(string type)
    {
        Assert.That(await _bot.ReceiveAsync(new Activity { Type = type }), Is.Empty);
        Assert.That(_bot.State.Turns, Is.Zero);
    }

    [TestCase("quels sont vos horaires ?", "info.horaires")]
    [TestCase("vous êtes ouverts samedi ?", "info.ouvert")]
    [TestCase("vous êtes ouverts dimanche ?", "info.ferme")]
    [TestCase("vous êtes ouverts le 25 décembre ?", "info.ferme")]
    [TestCase("vous êtes où ?", "info.acces")]
    [TestCase("il y a un parking ?", "info.parking")]
    [TestCase("c'est quoi votre numéro ?", "info.contact")]
    [TestCase("à quelle heure sont les visites ?", "info.visites")]
    [TestCase("vous êtes un robot ?", "relation.robot")]
    [TestCase("aide", "relation.aide")]
    [TestCase("merci", "relation.merci-rien")]
    [TestCase("au revoir", "relation.au-revoir")]
    public async Task A_question_is_answered_at_once_and_leaves_nothing_open(
        string question,
        string key
    )
    {
        await _bot.JoinAsync();

        Assert.That(await _bot.SayAsync(question), Replies.Are(key));
        Assert.That(_bot.Open, Is.Empty);
    }

    [Test]
    public async Task A_courtesy_beside_a_request_is_not_answered_apart()
    {
        var said = await _bot.SayAsync("bonjour, je voudrais un rendez-vous, merci");

        Assert.That(said, Replies.Are("accueil.assistant-automatique", "reservation.avec-qui"));
    }

    [Test]
    public async Task A_question_and_a_request_in_one_sentence_are_both_answered()
    {
        await _bot.JoinAsync();

        var said = await _bot.SayAsync(
            "c'est quoi votre adresse et je voudrais un rdv en cardiologie"
        );

        Assert.That(said, Replies.Are("info.acces", "reservation.quand"));
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    [TestCase(5)]
    [TestCase(6)]
    [TestCase(7)]
    public async Task A_question_interrupts_any_step_and_the_step_is_taken_up_where_it_was(
        int steps
    )
    {
        var asked = (await _bot.SayAllAsync(Booking.Take(steps)))[^1].Key;
        var before = _bot.Top.ToString();

        var said = await _bot.SayAsync("au fait vous êtes où ?");

        Assert.That(said[0].Key, Is.EqualTo("info.acces"));
        Assert.That(
            said[^1].Key,
            Is.EqualTo(asked == "reservation.creneaux" ? "reservation.choisir" : asked)
        );
        Assert.That(_bot.Top.ToString(), Is.EqualTo(before));
        Assert.That(
            await _bot.SayAllAsync([.. Booking.Skip(steps), "oui"]),
            Replies.Are("reservation.faite")
        );
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    [TestCase(5)]
    [TestCase(6)]
    [TestCase(7)]
    public async Task A_person_can_be_asked_for_at_every_turn(int steps)
    {
        await _bot.JoinAsync();
        await _bot.SayAllAsync(Booking.Take(steps));

        Assert.That(await _bot.SayAsync("humain"), Replies.Are("rappel.numero"));

        var said = await _bot.SayAsync("06 39 98 55 66");
        Assert.That(said[0].Key, Is.EqualTo("rappel.note"));
        Assert.That(said[0].Text, Does.Contain("66").And.Not.Contain("5566"));
        Assert.That(
            _bot.Agenda.CallBacks.Select(asked => asked.Phone.Reveal()),
            Is.EqualTo(new[] { "+33639985566" })
        );
        Assert.That(_bot.Open, Is.EqualTo(steps == 0 ? [] : new[] { "agenda.reserver" }));
    }

    [Test]
    public async Task Asking_for_a_person_twice_is_understood_twice()
    {
        await _bot.SayAllAsync("bonjour", "humain");

        Assert.That(
            await _bot.SayAsync("je veux parler à quelqu'un"),
            Replies.Are("rappel.numero-encore")
        );
    }

    [Test]
    public async Task Asking_for_an_appointment_twice_is_understood_twice()
    {
        await _bot.SayAsync("je voudrais un rendez-vous");

        Assert.That(
            await _bot.SayAsync("je veux un rendez-vous"),
            Replies.Are("reservation.avec-qui")
        );
    }

    [TestCase("je veux annuler mon rendez-vous")]
    [TestCase("je voudrais décaler mon rdv")]
    [TestCase("quand est mon rendez-vous ?")]
    public async Task What_shows_or_changes_an_appointment_asks_first_who_writes(string text)
    {
        await _bot.JoinAsync();

        Assert.That(await _bot.SayAsync(text), Replies.Are("identite.demander"));
    }

    [Test]
    public async Task The_number_declined_leaves_the_call_back()
    {
        await _bot.SayAllAsync("bonjour", "humain");

        Assert.That(await _bot.SayAsync("laissez tomber"), Replies.Are("abandon.fait"));
        Assert.That(_bot.Agenda.CallBacks, Is.Empty);
    }

    [Test]
    public async Task The_number_declined_goes_back_to_what_was_open()
    {
        await _bot.SayAllAsync("un rdv en cardiologie jeudi matin", "le premier", "humain");

        Assert.That(await _bot.SayAsync("laissez tomber"), Replies.Are("reservation.identite"));
        Assert.That(_bot.Agenda.Claimed, Has.Count.EqualTo(1));

        Assert.That(await _bot.SayAsync("laissez tomber"), Replies.Are("abandon.fait"));
        Assert.That(_bot.Agenda.Claimed, Is.Empty);
    }

    [Test]
    public async Task Misunderstanding_ends_with_a_person()
    {
        await _bot.JoinAsync();

        Assert.That(await _bot.SayAsync("blorg"), Replies.Are("incompris.reformuler"));
        Assert.That(await _bot.SayAsync("blorg"), Replies.Are("incompris.choix"));
        var said = await _bot.SayAsync("blorg");
        Assert.That(said, Replies.Are("incompris.personne", "rappel.numero"));
        Assert.That(said[1].Text, Does.Contain("de 8 h à 18 h"));
        Assert.That(said[1].Buttons, Does.Contain("Appeler le secrétariat"));
    }

    [Test]
    public async Task Being_understood_starts_the_ladder_again()
    {
        await _bot.JoinAsync();
        await _bot.SayAllAsync("blorg", "blorg", "je voudrais un rendez-vous");

        Assert.That(
            await _bot.SayAsync("blorg"),
            Replies.Are("incompris.reformuler", "reservation.avec-qui")
        );
    }

    [Test]
    public async Task The_ladder_inside_a_form_asks_again_then_gives_a_person()
    {
        await _bot.SayAsync("je voudrais un rendez-vous");

        Assert.That(
            await _bot.SayAsync("blorg"),
            Replies.Are("incompris.reformuler", "reservation.avec-qui")
        );
        Assert.That(
            await _bot.SayAsync("blorg"),
            Replies.Are("incompris.choix", "reservation.avec-qui")
        );
        Assert.That(
            await _bot.SayAsync("blorg"),
            Replies.Are("incompris.personne", "rappel.numero")
        );
        Assert.That(_bot.Open, Is.EqualTo(new[] { "agenda.reserver", "relation.rappel" }));
        Assert.That(await _bot.SayAsync("en cardiologie"), Replies.Are("reservation.quand"));
        Assert.That(_bot.Open, Is.EqualTo(new[] { "agenda.reserver" }));
    }

    [Test]
    public async Task Two_bots_stop_talking()
    {
        for (var turn = 0; turn < BoundMiddleware.MaxBotTurns; turn++)
        {
            Assert.That(
                await _bot.SayAsync("quels sont vos horaires ?", role: "bot"),
                Is.Not.Empty
            );
        }

        Assert.That(await _bot.SayAsync("quels sont vos horaires ?", role: "bot"), Is.Empty);
        Assert.That(await _bot.SayAsync("quels sont vos horaires ?", role: "skill"), Is.Empty);
    }

    [Test]
    public async Task A_person_is_still_answered_where_bots_are_not()
    {
        for (var turn = 0; turn <= BoundMiddleware.MaxBotTurns; turn++)
        {
            await _bot.SayAsync("merci");
        }

        Assert.That(await _bot.SayAsync("quels sont vos horaires ?"), Replies.Are("info.horaires"));
    }

    [Test]
    public async Task A_conversation_without_end_falls_silent()
    {
        _bot.Json = TestBot.Write(_bot.State with { Turns = BoundMiddleware.MaxTurns });

        Assert.That(await _bot.SayAsync("bonjour"), Is.Empty);
    }

    [Test]
    public async Task What_was_not_asked_for_is_pointed_out_once_without_repeating_it()
    {
        await _bot.SayAsync("je voudrais un rendez-vous, j'ai du diabète");
        await _bot.SayAsync("en cardiologie, et mon cancer me fatigue");

        var notices = _bot.History.Where(said => said.Key == "donnees.non-demandees").ToArray();
        Assert.That(notices, Has.Length.EqualTo(1));
        Assert.That(notices[0].Text, Does.Not.Contain("diabète"));
    }
}
