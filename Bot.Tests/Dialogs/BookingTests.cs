using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Redaction;
using NUnit.Framework;

namespace ChatbotSante.Tests.Dialogs;

public sealed class BookingTests
{
    private readonly TestBot _bot = new();

    [Test]
    public async Task One_sentence_fills_every_slot_it_speaks_of()
    {
        var said = await _bot.SayAsync(
            "bjr jvoudrai un rdv opthalmo pr ma mere mardi matin si posible"
        );

        Assert.That(said, Replies.Are("accueil.assistant-automatique", "reservation.creneaux"));
        Assert.That(
            said[1].Text,
            Does.Contain("en ophtalmologie").And.Contain("mardi 24 novembre, à 9 h ou à 9 h 30")
        );
        Assert.That(_bot.Top.GetProperty("forOther").GetBoolean(), Is.True);
    }

    [Test]
    public async Task A_correction_keeps_everything_else()
    {
        await _bot.SayAsync("bjr jvoudrai un rdv opthalmo pr ma mere mardi matin si posible");

        var said = await _bot.SayAsync("ah non plutot jeudi");

        Assert.That(said, Replies.Are("reservation.creneaux"));
        Assert.That(said[0].Text, Does.Contain("jeudi 26 novembre, à 9 h ou à 9 h 30"));
        Assert.That(_bot.Top.GetProperty("forOther").GetBoolean(), Is.True);
    }

    [Test]
    public async Task The_day_corrected_in_the_same_breath_is_the_last_one()
    {
        var said = await _bot.SayAsync("un rdv en cardiologie mardi matin, non plutôt jeudi");

        Assert.That(said[^1].Text, Does.Contain("jeudi 26 novembre, à 9 h ou à 9 h 30"));
    }

    [Test]
    public async Task The_whole_conversation_of_a_relative_books_once()
    {
        await _bot.SayAllAsync(
            "bjr jvoudrai un rdv opthalmo pr ma mere mardi matin si posible",
            "ah non plutot jeudi",
            "le 2eme",
            "oui Martin Jeanne 12/03/48 06 39 98 12 34"
        );
        var said = await _bot.SayAsync("oui");

        Assert.That(said, Replies.Are("reservation.faite"));
        Assert.That(_bot.Agenda.Bookings, Has.Count.EqualTo(1));
        var booking = _bot.Agenda.Bookings[0];
        Assert.Multiple(() =>
        {
            Assert.That(booking.Slot, Is.EqualTo(new Slot("girard", At(26, 9, 30))));
            Assert.That(booking.Party.Name.RevealFamily(), Is.EqualTo("Martin"));
            Assert.That(booking.Party.Name.RevealGiven(), Is.EqualTo("Jeanne"));
            Assert.That(booking.Party.BirthDate.RevealIso(), Is.EqualTo("1948-03-12"));
            Assert.That(booking.Party.Phone.Reveal(), Is.EqualTo("+33639981234"));
            Assert.That(booking.Party.ForOther, Is.True);
            Assert.That(_bot.Open, Is.Empty);
        });
    }

    [Test]
    public async Task Four_values_are_taken_in_one_answer_and_read_back()
    {
        await _bot.SayAllAsync("un rdv en cardiologie jeudi matin", "le premier");

        var said = await _bot.SayAsync("Martin Jeanne 12/03/48 06 39 98 12 34");

        Assert.That(said, Replies.Are("reservation.recapituler"));
        Assert.That(
            said[0].Text,
            Does.Contain("Jeanne Martin")
                .And.Contain("jeudi 26 novembre à 9 h")
                .And.Contain("Dr Lambert")
        );
        Assert.That(said[0].Buttons, Is.EqualTo(new[] { "Oui", "Non" }));
    }

    [TestCase(
        "en cardiologie",
        "jeudi matin",
        "le premier",
        "Martin Jeanne",
        "12/03/1948",
        "06 39 98 12 34"
    )]
    [TestCase(
        "jeudi matin",
        "en cardiologie",
        "à 9 h",
        "12/03/1948",
        "je m'appelle Jeanne Martin",
        "0639981234"
    )]
    [TestCase(
        "le plus tôt possible",
        "cardio",
        "le dernier",
        "mon numéro : 06.39.98.12.34",
        "je m'appelle Jeanne Martin",
        "née le 12 mars 1948"
    )]
    [TestCase(
        "Dr Lambert",
        "jeudi",
        "celui de 9 h 30",
        "je m'appelle Jeanne Martin, née le 12/03/1948",
        "06-39-98-12-34",
        ""
    )]
    public async Task Slots_are_taken_in_any_order(params string[] answers)
    {
        await _bot.SayAsync("je voudrais un rendez-vous");
        var said = await _bot.SayAllAsync(answers.Where(answer => answer.Length > 0));

        Assert.That(said, Replies.Are("reservation.recapituler"));
        Assert.That(said[0].Text, Does.Contain("Jeanne Martin").And.Contain("cardiologie"));
        Assert.That(await _bot.SayAsync("oui"), Replies.Are("reservation.faite"));
        Assert.That(_bot.Agenda.Bookings, Has.Count.EqualTo(1));
    }

    [TestCase("le premier", 9, 0)]
    [TestCase("la première", 9, 0)]
    [TestCase("le 2eme", 9, 30)]
    [TestCase("le deuxième", 9, 30)]
    [TestCase("9h30", 9, 30)]
    [TestCase("plutôt celui de 9 h 30", 9, 30)]
    [TestCase("le dernier", 9, 30)]
    [TestCase("2", 9, 30)]
    [TestCase("numéro 1", 9, 0)]
    public async Task A_slot_is_chosen_as_people_say_it_and_held(
        string choice,
        int hour,
        int minute
    )
    {
        await _bot.SayAsync("un rdv en cardiologie jeudi matin");

        var said = await _bot.SayAsync(choice);

        Assert.That(said, Replies.Are("reservation.identite"));
        Assert.That(
            _bot.Agenda.Claimed,
            Is.EqualTo(new[] { new Slot("lambert", At(26, hour, minute)) })
        );
    }

    [Test]
    public async Task Another_choice_gives_the_first_slot_back()
    {
        await _bot.SayAllAsync(
            "un rdv en cardiologie jeudi matin",
            "le premier",
            "finalement le deuxième"
        );

        Assert.That(_bot.Agenda.Claimed, Is.EqualTo(new[] { new Slot("lambert", At(26, 9, 30)) }));
    }

    [Test]
    public async Task Another_day_gives_the_held_slot_back()
    {
        await _bot.SayAllAsync("un rdv en cardiologie jeudi matin", "le premier");

        var said = await _bot.SayAsync("ah non plutôt vendredi");

        Assert.That(said, Replies.Are("reservation.creneaux"));
        Assert.That(_bot.Agenda.Claimed, Is.Empty);
    }

    [Test]
    public async Task Leaving_gives_the_held_slot_back()
    {
        await _bot.SayAllAsync("un rdv en cardiologie jeudi matin", "le premier");

        var said = await _bot.SayAsync("laissez tomber");

        Assert.That(said, Replies.Are("abandon.fait"));
        Assert.That(_bot.Agenda.Claimed, Is.Empty);
        Assert.That(_bot.Open, Is.Empty);
    }

    [Test]
    public async Task A_slot_taken_between_offer_and_choice_is_not_held()
    {
        await _bot.SayAsync("un rdv avec le dr lambert jeudi matin");
        _bot.Agenda.Take(new Slot("lambert", At(26, 9, 0)));

        var said = await _bot.SayAsync("le premier");

        Assert.That(said, Replies.Are("reservation.creneau-pris"));
        Assert.That(said[0].Text, Does.Contain("9 h 30 ou à 10 h"));
    }

    [Test]
    public async Task A_slot_taken_while_the_turn_is_saved_is_not_held()
    {
        await _bot.SayAsync("un rdv avec le dr lambert jeudi matin");
        _bot.Agenda.Meanwhile = agenda => agenda.Take(new Slot("lambert", At(26, 9, 0)));

        var said = await _bot.SayAsync("le premier");

        Assert.That(said, Replies.Are("reservation.creneau-pris"));
        Assert.That(_bot.Agenda.Claimed, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_hold_that_expired_is_not_booked()
    {
        await ToSummaryAsync();
        _bot.Now += TimeSpan.FromMinutes(10.5);

        var said = await _bot.SayAsync("oui");

        Assert.That(said, Replies.Are("reservation.creneau-perdu"));
        Assert.That(_bot.Agenda.Bookings, Is.Empty);
        Assert.That(await _bot.SayAsync("le premier"), Replies.Are("reservation.recapituler"));
        Assert.That(await _bot.SayAsync("oui"), Replies.Are("reservation.faite"));
    }

    [Test]
    public async Task A_hold_lasts_ten_minutes()
    {
        await ToSummaryAsync();
        _bot.Now += TimeSpan.FromMinutes(10);

        Assert.That(await _bot.SayAsync("oui"), Replies.Are("reservation.faite"));
    }

    [Test]
    public async Task A_hold_lost_while_the_turn_is_saved_is_not_booked()
    {
        await ToSummaryAsync();
        _bot.Agenda.Meanwhile = agenda => agenda.Take(new Slot("lambert", At(26, 9, 0)));

        var said = await _bot.SayAsync("oui");

        Assert.That(said, Replies.Are("reservation.creneau-perdu"));
        Assert.That(_bot.Agenda.Bookings, Is.Empty);
    }

    [Test]
    public async Task Yes_twice_books_once()
    {
        await ToSummaryAsync();
        await _bot.SayAsync("oui");
        await _bot.SayAsync("oui");

        Assert.That(_bot.Agenda.Bookings, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Yes_played_again_on_the_state_before_it_books_once()
    {
        await ToSummaryAsync();
        var before = _bot.Json;
        await _bot.SayAsync("oui");
        _bot.Json = before;

        var said = await _bot.SayAsync("oui");

        Assert.That(said, Replies.Are("reservation.faite"));
        Assert.That(_bot.Agenda.Bookings, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Refusing_the_summary_books_nothing_and_asks_what_to_change()
    {
        await ToSummaryAsync();

        Assert.That(await _bot.SayAsync("non"), Replies.Are("reservation.que-changer"));
        Assert.That(_bot.Agenda.Bookings, Is.Empty);
    }

    [TestCase("non plutôt vendredi", "reservation.creneaux")]
    [TestCase("mon numéro c'est le 06 39 98 00 11", "reservation.recapituler")]
    [TestCase("non, je suis née le 13/03/1948", "reservation.recapituler")]
    [TestCase("non je m'appelle Jeanne Morin", "reservation.recapituler")]
    public async Task What_the_summary_got_wrong_is_corrected(string correction, string reply)
    {
        await ToSummaryAsync();

        Assert.That(await _bot.SayAsync(correction), Replies.Are(reply));
        Assert.That(_bot.Agenda.Bookings, Is.Empty);
    }

    [Test]
    public async Task A_yes_that_corrects_is_no_yes()
    {
        await ToSummaryAsync();

        Assert.That(
            await _bot.SayAsync("oui mais plutôt vendredi"),
            Replies.Are("reservation.creneaux")
        );
        Assert.That(_bot.Agenda.Bookings, Is.Empty);
    }

    [Test]
    public async Task A_name_read_back_is_not_replaced_by_a_thank_you()
    {
        await ToSummaryAsync();
        await _bot.SayAsync("Marie Durand vous remercie");
        await _bot.SayAsync("oui");

        Assert.That(
            _bot.Agenda.Bookings.Select(booking => booking.Party.Name.RevealFamily()),
            Is.EqualTo(new[] { "Martin" })
        );
    }

    [TestCase("née le 1er mars 1948", "1948-03-01")]
    [TestCase("12 mars 1948", "1948-03-12")]
    [TestCase("12 03 1948", "1948-03-12")]
    [TestCase("12031948", "1948-03-12")]
    [TestCase("12/3/48", "1948-03-12")]
    public async Task A_date_of_birth_is_taken_as_people_write_it(string text, string iso)
    {
        await _bot.SayAllAsync("un rdv en cardiologie jeudi matin", "le premier", "Martin Jeanne");

        Assert.That(await _bot.SayAsync(text), Replies.Are("reservation.telephone"));
        Assert.That(_bot.Top.GetProperty("birthDate").GetString(), Is.EqualTo(iso));
    }

    [Test]
    public async Task For_somebody_else_the_questions_are_about_that_person()
    {
        var said = await _bot.SayAllAsync("un rdv cardio pour mon père jeudi matin", "le premier");
        Assert.That(said, Replies.Are("reservation.identite-tiers"));

        Assert.That(await _bot.SayAsync("Martin Paul"), Replies.Are("reservation.naissance-tiers"));
    }

    [Test]
    public async Task When_nothing_is_free_the_nearest_is_offered()
    {
        _bot.Agenda.IsClosed = slot => slot.Start < At(27, 0, 0);

        var said = await _bot.SayAsync("un rdv en cardiologie jeudi matin");

        Assert.That(said[^1].Key, Is.EqualTo("reservation.creneaux-ailleurs"));
        Assert.That(said[^1].Text, Does.Contain("vendredi 27 novembre"));
    }

    [Test]
    public async Task When_nothing_at_all_is_free_it_is_said()
    {
        _bot.Agenda.IsClosed = _ => true;

        var said = await _bot.SayAsync("un rdv en cardiologie jeudi matin");

        Assert.That(said[^1].Key, Is.EqualTo("reservation.complet"));
        Assert.That(said[^1].Buttons, Does.Contain("Parler à quelqu'un"));
    }

    [Test]
    public async Task The_only_slot_left_is_taken_with_a_yes()
    {
        var only = new Slot("lambert", At(26, 9, 0));
        _bot.Agenda.IsClosed = slot => slot != only;

        var said = await _bot.SayAllAsync("un rdv en cardiologie jeudi matin", "oui");

        Assert.That(said, Replies.Are("reservation.identite"));
        Assert.That(_bot.Agenda.Claimed, Is.EqualTo(new[] { only }));
    }

    [Test]
    public async Task A_public_holiday_is_never_offered()
    {
        var said = await _bot.SayAsync("un rdv en cardiologie le 25 décembre");

        Assert.That(said[^1].Text, Does.Not.Contain("25 décembre"));
        Assert.That(said[^1].Key, Is.EqualTo("reservation.creneaux-ailleurs"));
    }

    [Test]
    public async Task The_past_is_never_offered()
    {
        _bot.Now = At(23, 17, 10);

        var said = await _bot.SayAsync("un rdv en cardiologie aujourd'hui");

        Assert.That(
            said[^1].Text,
            Does.Contain("lundi 23 novembre").And.Contain("17 h 30").And.Not.Contain("9 h")
        );
    }

    private static DateTimeOffset At(int day, int hour, int minute) =>
        new(2026, 11, day, hour, minute, 0, TimeSpan.FromHours(1));

    private async Task ToSummaryAsync()
    {
        var said = await _bot.SayAllAsync(
            "un rdv en cardiologie jeudi matin",
            "le premier",
            "Martin Jeanne 12/03/1948 06 39 98 12 34"
        );
        Assert.That(said, Replies.Are("reservation.recapituler"));
    }
}
