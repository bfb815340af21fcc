using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Care.Identity;
using ChatbotSante.Dialogs.Engine;
using NUnit.Framework;

namespace ChatbotSante.Tests.Dialogs;

/// <summary>Who writes is verified by a code before anything is shown, and nothing tells who is known.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class IdentityTests
{
    private const string Known = "Aubrac Solenne 04/09/1961 06 39 98 40 40";
    private const string Unknown = "Taverny Hippolyte 04/09/1961 06 39 98 50 50";
    private readonly TestBot _bot = new();
    private readonly PatientId _patient;
    private readonly Appointment _appointment;

    public IdentityTests()
    {
        _patient = _bot.Identities.Add(
            "Aubrac",
            "Solenne",
            new DateOnly(1961, 9, 4),
            "06 39 98 40 40"
        );
        _appointment = _bot.Agenda.Book(_patient, Slot("morel", daysFromMonday: 2, hour: 10));
    }

    [Test]
    public async Task The_code_received_opens_the_appointments()
    {
        Assert.That(
            await _bot.SayAsync("quand est mon rdv ?"),
            Replies.Are("accueil.assistant-automatique", "identite.demander")
        );
        Assert.That(await _bot.SayAsync(Known), Replies.Are("identite.code"));

        var said = await _bot.SayAsync(TestBot.TheCode);

        Assert.That(said, Replies.Are("identite.verifiee", "agenda.un"));
        Assert.That(said[1].Text, Does.Contain("mercredi 25 novembre à 10 h").And.Contain("Morel"));
        Assert.That(_bot.Open, Is.Empty);
    }

    [Test]
    public async Task Who_is_asked_for_may_be_said_piece_by_piece_and_in_any_order()
    {
        await _bot.SayAsync("je voudrais voir mes rendez-vous");

        Assert.That(await _bot.SayAsync("06 39 98 40 40"), Replies.Are("identite.nom"));
        Assert.That(await _bot.SayAsync("Solenne Aubrac"), Replies.Are("identite.naissance"));
        Assert.That(await _bot.SayAsync("4 septembre 1961"), Replies.Are("identite.code"));
        Assert.That(
            await _bot.SayAsync("c'est " + _bot.Code[..3] + " " + _bot.Code[3..]),
            Replies.Are("identite.verifiee", "agenda.un")
        );
    }

    [TestCase("non")]
    [TestCase("bof non")]
    [TestCase("non merci")]
    [TestCase("je préfère ne pas le dire")]
    [TestCase("je ne veux pas vous donner ça")]
    public async Task Who_will_not_say_is_offered_the_secretariat_and_nothing_stays_open(
        string answer
    )
    {
        await _bot.SayAsync("je voudrais voir mes rendez-vous");

        var said = await _bot.SayAsync(answer);

        Assert.That(said, Replies.Are("identite.refus"));
        Assert.That(said[0].Buttons, Has.Some.Contain("secrétariat"));
        Assert.That(_bot.Open, Is.Empty);
    }

    [Test]
    public async Task A_known_and_an_unknown_person_are_told_the_same_at_the_same_fixed_time()
    {
        var known = await TalkAsync(new TestBot(), Known);
        var stranger = new TestBot();
        stranger.Identities.Add("Aubrac", "Solenne", new DateOnly(1961, 9, 4), "06 39 98 40 40");

        var unknown = await TalkAsync(stranger, Unknown);

        Assert.That(unknown, Is.EqualTo(known));
        Assert.That(
            known.Count(turn => turn.AtFixedTime),
            Is.EqualTo(5),
            "the look-up, and every code typed or asked for"
        );

        async Task<List<(string Texts, bool AtFixedTime)>> TalkAsync(TestBot bot, string who)
        {
            bot.Identities.Add("Aubrac", "Solenne", new DateOnly(1961, 9, 4), "06 39 98 40 40");
            var turns = new List<(string, bool)>();
            foreach (
                var text in new[]
                {
                    "je veux annuler mon rendez-vous",
                    who,
                    "111111",
                    "je n'ai rien reçu",
                    "222222",
                    "333333",
                    "humain",
                }
            )
            {
                var said = await bot.SayAsync(text);
                turns.Add((string.Join('|', said.Select(reply => reply.Text)), bot.AtFixedTime));
            }

            return turns;
        }
    }

    [TestCase("Aubrac Solenne 04/09/1961 06 39 98 50 50")]
    [TestCase("Aubrac Solenne 05/09/1961 06 39 98 40 40")]
    [TestCase("Aubrac Armelle 04/09/1961 06 39 98 40 40")]
    [TestCase("Taverny Solenne 04/09/1961 06 39 98 40 40")]
    public async Task Any_other_detail_sends_no_code_and_says_nothing_of_it(string who)
    {
        await _bot.SayAsync("quand est mon rdv ?");

        Assert.That(await _bot.SayAsync(who), Replies.Are("identite.code"));
        Assert.That(_bot.Agenda.Codes, Has.Count.EqualTo(1));
        Assert.That(_bot.Agenda.Codes[0].OpensSomething, Is.False);

        // Even its own code, which nobody was sent.
        var never = FakeIdentityDesk.CodeOf(_bot.Agenda.Codes[0].Challenge);
        Assert.That(await _bot.SayAsync(never), Replies.Are("identite.code-faux"));
    }

    [Test]
    public async Task Five_wrong_codes_end_it_and_what_it_was_for()
    {
        await _bot.SayAllAsync("je voudrais déplacer mon rendez-vous", Known);
        var wrong = _bot.Code == "123450" ? "123451" : "123450";
        for (var i = 0; i < CodeLimits.Tries - 1; i++)
        {
            Assert.That(await _bot.SayAsync(wrong), Replies.Are("identite.code-faux"));
        }

        var code = _bot.Code;
        Assert.That(await _bot.SayAsync(wrong), Replies.Are("identite.essais-finis"));
        Assert.That(_bot.Open, Is.Empty);
        Assert.That(_bot.State.Access, Is.Null);
        await _bot.SayAsync(code);
        Assert.That(_bot.State.Access, Is.Null, "a code of a challenge that ended opens nothing");
    }

    [Test]
    public async Task A_code_is_good_for_ten_minutes()
    {
        await _bot.SayAllAsync("quand est mon rdv ?", Known);
        _bot.Now += CodeLimits.Lifetime + TimeSpan.FromSeconds(1);

        Assert.That(await _bot.SayAsync(TestBot.TheCode), Replies.Are("identite.code-fini"));
        Assert.That(await _bot.SayAsync("renvoyer le code"), Replies.Are("identite.code-renvoye"));
        Assert.That(await _bot.SayAsync(TestBot.TheCode), Replies.Hold("agenda.un"));
    }

    [Test]
    public async Task A_code_that_was_sent_again_replaces_the_one_before()
    {
        await _bot.SayAllAsync("quand est mon rdv ?", Known);
        var first = _bot.Code;
        await _bot.SayAsync("je n'ai pas reçu le code");

        Assert.That(_bot.Code, Is.Not.EqualTo(first));
        Assert.That(await _bot.SayAsync(first), Replies.Are("identite.code-faux"));
        Assert.That(await _bot.SayAsync(TestBot.TheCode), Replies.Hold("agenda.un"));
    }

    [TestCase(Known)]
    [TestCase(Unknown)]
    public async Task A_number_gets_three_codes_a_day_whoever_asks(string who)
    {
        await _bot.SayAllAsync("quand est mon rdv ?", who, "renvoyer le code", "renvoyer le code");

        Assert.That(
            await _bot.SayAsync("renvoyer le code"),
            Replies.Are("identite.plus-de-renvoi")
        );
        Assert.That(_bot.Agenda.Codes, Has.Count.EqualTo(CodeLimits.SendsPerDay));

        _bot.Json = TestBot.Write(new ConversationState { Disclosed = true });
        await _bot.SayAsync("quand est mon rdv ?");
        Assert.That(
            await _bot.SayAsync(who),
            Replies.Are("identite.limite"),
            "another conversation"
        );
        Assert.That(_bot.AtFixedTime);
        Assert.That(_bot.Open, Is.Empty);

        _bot.Now += TimeSpan.FromDays(1);
        await _bot.SayAsync("quand est mon rdv ?");
        Assert.That(await _bot.SayAsync(who), Replies.Are("identite.code"), "the next day");
    }

    [Test]
    public async Task The_last_code_is_still_good_when_no_other_can_be_sent()
    {
        await _bot.SayAllAsync(
            "quand est mon rdv ?",
            Known,
            "renvoyer le code",
            "renvoyer le code"
        );
        await _bot.SayAsync("renvoyer le code");

        Assert.That(await _bot.SayAsync(TestBot.TheCode), Replies.Hold("agenda.un"));
    }

    [Test]
    public async Task Two_conversations_that_ask_for_the_last_code_at_once_get_one()
    {
        await _bot.SayAllAsync("quand est mon rdv ?", Known, "renvoyer le code");
        _bot.Agenda.Meanwhile = agenda =>
        {
            agenda.Meanwhile = null;
            agenda.TryApply([agenda.Codes[^1]]);
        };

        Assert.That(
            await _bot.SayAsync("renvoyer le code"),
            Replies.Are("identite.plus-de-renvoi")
        );
        Assert.That(_bot.Agenda.Codes, Has.Count.EqualTo(CodeLimits.SendsPerDay));
    }

    [TestCase("je n'ai pas de téléphone portable")]
    [TestCase("c'est un numéro fixe")]
    [TestCase("j'ai changé de numéro depuis")]
    public async Task Who_can_receive_no_code_is_given_a_person(string words)
    {
        await _bot.SayAllAsync("quand est mon rdv ?", Known);

        Assert.That(await _bot.SayAsync(words), Replies.Are("identite.sans-code", "rappel.numero"));
        Assert.That(_bot.Open, Is.EqualTo(new[] { "relation.rappel" }));
    }

    [Test]
    public async Task Nobody_is_asked_twice_in_a_session()
    {
        await _bot.SayAllAsync("quand est mon rdv ?", Known, TestBot.TheCode);

        Assert.That(
            await _bot.SayAsync("je voudrais l'annuler, annuler mon rendez-vous"),
            Replies.Are("annulation.recapituler")
        );

        _bot.Now += AccessGrant.Length;
        Assert.That(
            await _bot.SayAsync("oui"),
            Replies.Are("identite.code-declare"),
            "half an hour"
        );
        Assert.That(_bot.Agenda.Appointments, Contains.Key(_appointment.Id));
    }

    [Test]
    public async Task What_was_said_before_is_kept_until_the_person_is_verified()
    {
        await _bot.SayAllAsync("je voudrais déplacer mon rdv à vendredi matin", Known);

        var said = await _bot.SayAsync(TestBot.TheCode);

        Assert.That(said, Replies.Are("identite.verifiee", "deplacement.creneaux"));
        Assert.That(said[1].Text, Does.Contain("vendredi 27 novembre"));
    }

    [Test]
    public async Task Another_wish_while_the_code_is_waited_for_takes_its_place()
    {
        await _bot.SayAllAsync("je veux annuler mon rendez-vous", Known);
        await _bot.SayAsync("je préfère déplacer mon rendez-vous");

        Assert.That(_bot.Open, Is.EqualTo(new[] { "agenda.deplacer", "identite.verifier" }));
        Assert.That(await _bot.SayAsync(TestBot.TheCode), Replies.Hold("deplacement.quand"));
    }

    [TestCase("laissez tomber")]
    [TestCase("annuler")]
    public async Task Leaving_leaves_what_it_was_for(string words)
    {
        await _bot.SayAllAsync("je voudrais déplacer mon rendez-vous", Known);

        Assert.That(await _bot.SayAsync(words), Replies.Are("abandon.fait"));
        Assert.That(_bot.Open, Is.Empty);
    }

    [Test]
    public async Task A_correction_asks_for_another_code()
    {
        await _bot.SayAllAsync("quand est mon rdv ?", "Aubrac Solenne 04/09/1961 06 39 98 40 41");

        Assert.That(
            await _bot.SayAsync("pardon, c'est le 06 39 98 40 40"),
            Replies.Are("identite.code")
        );
        Assert.That(await _bot.SayAsync(TestBot.TheCode), Replies.Hold("agenda.un"));
    }

    [Test]
    public async Task A_question_in_between_is_answered_and_the_code_still_opens()
    {
        await _bot.SayAllAsync("quand est mon rdv ?", Known);

        Assert.That(
            await _bot.SayAsync("vous êtes ouverts samedi ?"),
            Replies.Are("info.ouvert", "identite.code-attendu")
        );
        Assert.That(await _bot.SayAsync(TestBot.TheCode), Replies.Hold("agenda.un"));
    }

    [Test]
    public async Task Booking_in_somebodys_name_opens_that_booking_and_nothing_else_of_theirs()
    {
        await _bot.SayAllAsync(
            "un rdv en dermatologie pour ma mère jeudi matin",
            "le premier",
            "Aubrac Solenne 04/09/1961 06 39 98 77 77",
            "oui"
        );
        await _bot.SayAllAsync("quand est mon rdv ?", "Aubrac Solenne 04/09/1961 06 39 98 77 77");

        var said = await _bot.SayAsync(TestBot.TheCode);

        Assert.That(said, Replies.Are("identite.verifiee", "agenda.un"));
        Assert.That(said[1].Text, Does.Contain("jeudi 26").And.Not.Contain("mercredi"));
        Assert.That(_bot.State.Access!.Scope.Patient, Is.Null);

        // Nor does the number on file open what was booked with another.
        var owner = new ConversationState { Disclosed = true };
        _bot.Json = TestBot.Write(owner);
        await _bot.SayAllAsync("quand est mon rdv ?", Known);
        var own = await _bot.SayAsync(TestBot.TheCode);
        Assert.That(own[1].Text, Does.Contain("mercredi 25").And.Not.Contain("jeudi"));
    }

    [Test]
    public async Task An_emergency_comes_before_the_code_and_the_code_is_asked_for_again_after()
    {
        await _bot.SayAllAsync("quand est mon rdv ?", Known);

        Assert.That((await _bot.SayAsync("j'étouffe"))[0].IsEmergency);
        Assert.That(
            await _bot.SayAsync("tout va bien"),
            Replies.Are("urgence.levee", "identite.code-attendu")
        );
    }

    [Test]
    public async Task No_code_is_in_any_state()
    {
        await _bot.SayAllAsync("quand est mon rdv ?", Known);
        var code = _bot.Code;

        Assert.That(_bot.Json, Does.Not.Contain(code));
        await _bot.SayAsync(code);
        Assert.That(_bot.Json, Does.Not.Contain(code));
    }

    internal static Slot Slot(string schedule, int daysFromMonday, int hour) =>
        new(schedule, DemonstrationClinic.MondayMorning.AddDays(daysFromMonday).AddHours(hour - 9));
}
