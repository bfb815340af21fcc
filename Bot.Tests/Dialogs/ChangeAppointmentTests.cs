using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Care.Identity;
using ChatbotSante.Dialogs.Engine;
using NUnit.Framework;

namespace ChatbotSante.Tests.Dialogs;

/// <summary>Seeing, moving and cancelling, by somebody who was verified.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ChangeAppointmentTests
{
    private const string Who = "Rivoal Gwendal 17/02/1975 06 39 98 41 41";
    private readonly TestBot _bot = new();
    private readonly PatientId _patient;

    public ChangeAppointmentTests() =>
        _patient = _bot.Identities.Add(
            "Rivoal",
            "Gwendal",
            new DateOnly(1975, 2, 17),
            "06 39 98 41 41"
        );

    [Test]
    public async Task A_yes_cancels_and_confirms_to_the_verified_number()
    {
        var appointment = Book("faure", days: 1, hour: 15);
        var asked = await VerifiedAsync("je veux annuler mon rendez-vous");

        Assert.That(asked, Replies.Are("identite.verifiee", "annulation.recapituler"));
        Assert.That(asked[1].Text, Does.Contain("mardi 24 novembre à 15 h"));
        Assert.That(_bot.Agenda.Appointments, Contains.Key(appointment.Id));

        Assert.That(await _bot.SayAsync("oui annulez-le"), Replies.Are("annulation.faite"));

        var command = (TurnCommand.CancelAppointment)_bot.Commands.Single();
        Assert.That(_bot.Agenda.Appointments, Is.Empty);
        Assert.That(_bot.Agenda.Claimed, Is.Empty);
        Assert.That(command.ConfirmTo.Reveal(), Is.EqualTo("+33639984141"));
    }

    [TestCase("je voudrais décaler mon rendez-vous de 15 h", "de 15 h")]
    [TestCase("déplacer mon rdv de mardi à 15 h svp", "du mardi 24 novembre à 15 h")]
    [TestCase(
        "je voudrais décaler mon rendez vous du quinze heures à la semaine d'après",
        "de 15 h"
    )]
    public async Task What_was_said_of_the_old_one_is_said_back_before_anybody_is_verified(
        string words,
        string old
    )
    {
        Book("faure", days: 1, hour: 15);
        await _bot.SayAsync("bonjour");

        var said = await _bot.SayAsync(words);

        Assert.That(said, Replies.Are("deplacement.compris", "identite.demander"));
        Assert.That(said[0].Text, Does.Contain($"votre rendez-vous {old}"));
    }

    [Test]
    public async Task The_old_hour_says_which_one_is_moved_and_is_no_wish()
    {
        Book("faure", days: 1, hour: 15);
        Book("keita", days: 3, hour: 11);

        var said = await VerifiedAsync("je voudrais déplacer mon rendez-vous de 11 h");

        Assert.That(said, Replies.Are("identite.verifiee", "deplacement.quand"));
        Assert.That(said[1].Text, Does.Contain("jeudi 26 novembre à 11 h"));
    }

    [Test]
    public async Task Another_hour_than_the_only_one_is_said_to_be_another()
    {
        Book("faure", days: 1, hour: 15);

        var said = await VerifiedAsync("je voudrais déplacer mon rendez-vous de 11 h à jeudi");

        Assert.That(
            said,
            Replies.Are("identite.verifiee", "deplacement.autre-heure", "deplacement.creneaux")
        );
        Assert.That(said[1].Text, Does.Contain("de 11 h").And.Contain("mardi 24 novembre à 15 h"));
    }

    [Test]
    public async Task Where_a_weekday_and_a_number_disagree_one_question_names_both()
    {
        Book("faure", days: 1, hour: 15);
        await VerifiedAsync("je voudrais déplacer mon rendez-vous");

        var asked = await _bot.SayAsync("jeudi 27 novembre au matin");

        Assert.That(asked, Replies.Are("quand.lequel-des-deux"));
        Assert.That(asked[0].Text, Is.EqualTo("Jeudi 26 ou vendredi 27 novembre ?"));
        var said = await _bot.SayAsync("vendredi");
        Assert.That(said, Replies.Are("deplacement.creneaux"));
        Assert.That(said[0].Text, Does.Contain("vendredi 27 novembre, à 9 h"));
    }

    [TestCase("annuler mon rdv de jeudi 27 novembre")]
    [TestCase("annuler mon rdv de mercredi 26 novembre")]
    public async Task An_appointment_told_of_by_a_wrong_weekday_or_number_is_found(string words)
    {
        Book("faure", days: 1, hour: 15);
        Book("keita", days: 3, hour: 11);

        var said = await VerifiedAsync(words);

        Assert.That(said, Replies.Are("identite.verifiee", "annulation.recapituler"));
        Assert.That(said[1].Text, Does.Contain("jeudi 26 novembre à 11 h"));
    }

    [TestCase("non")]
    [TestCase("non je ne veux pas annuler")]
    [TestCase("surtout pas")]
    [TestCase("ah non pardon")]
    public async Task Anything_but_a_yes_cancels_nothing(string answer)
    {
        Book("faure", days: 1, hour: 15);
        await VerifiedAsync("je veux annuler mon rendez-vous");

        Assert.That(await _bot.SayAsync(answer), Replies.Are("annulation.gardee"));
        Assert.That(_bot.Agenda.Appointments, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Annuler_alone_is_no_yes_and_no_stop()
    {
        Book("faure", days: 1, hour: 15);
        await VerifiedAsync("je veux annuler mon rendez-vous");

        Assert.That(await _bot.SayAsync("annuler"), Replies.Are("annulation.recapituler"));
        Assert.That(await _bot.SayAsync("annule"), Replies.Are("annulation.recapituler"));
        Assert.That(_bot.Agenda.Appointments, Has.Count.EqualTo(1));
        Assert.That(await _bot.SayAsync("laissez tomber"), Replies.Are("abandon.fait"));
        Assert.That(_bot.Agenda.Appointments, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Annuler_with_nothing_open_asks_what()
    {
        await _bot.SayAsync("bonjour");

        var said = await _bot.SayAsync("annuler");

        Assert.That(said, Replies.Are("abandon.quoi"));
        Assert.That(said[0].Buttons, Has.Member("Annuler un rendez-vous"));
    }

    [Test]
    public async Task Not_wanting_to_cancel_asks_for_no_cancellation()
    {
        await _bot.SayAsync("je ne veux surtout pas annuler mon rendez-vous");

        Assert.That(_bot.Open, Has.No.Member("agenda.annuler"));
    }

    [TestCase("le deuxième", "keita")]
    [TestCase("celui de 11 h", "keita")]
    [TestCase("celui de jeudi", "keita")]
    [TestCase("le premier", "faure")]
    [TestCase("mardi", "faure")]
    public async Task Of_several_the_one_that_is_said_is_cancelled(string which, string schedule)
    {
        Book("faure", days: 1, hour: 15);
        Book("keita", days: 3, hour: 11);
        var listed = await VerifiedAsync("je veux annuler mon rendez-vous");

        Assert.That(listed, Replies.Are("identite.verifiee", "annulation.lequel"));
        Assert.That(await _bot.SayAsync(which), Replies.Are("annulation.recapituler"));
        Assert.That(await _bot.SayAsync("oui"), Replies.Are("annulation.faite"));
        Assert.That(
            _bot.Agenda.Appointments.Values.Select(a => a.Slot.Schedule),
            Has.None.EqualTo(schedule).And.Exactly(1).Items
        );
    }

    [Test]
    public async Task The_day_said_at_first_says_which()
    {
        Book("faure", days: 1, hour: 15);
        Book("keita", days: 3, hour: 11);

        var said = await VerifiedAsync("annuler mon rdv de jeudi");

        Assert.That(said, Replies.Are("identite.verifiee", "annulation.recapituler"));
        Assert.That(said[1].Text, Does.Contain("jeudi 26 novembre"));
        Assert.That(
            await _bot.SayAsync("oui"),
            Replies.Are("annulation.faite"),
            "the one read back"
        );
        Assert.That(_bot.Agenda.Appointments.Values.Single().Slot.Schedule, Is.EqualTo("faure"));
    }

    [Test]
    public async Task Which_one_is_corrected_at_the_last_moment()
    {
        Book("faure", days: 1, hour: 15);
        Book("keita", days: 3, hour: 11);
        await VerifiedAsync("je veux annuler mon rendez-vous");
        await _bot.SayAsync("le premier");

        Assert.That(
            await _bot.SayAsync("non, plutôt celui de jeudi"),
            Replies.Are("annulation.recapituler")
        );
        Assert.That(await _bot.SayAsync("oui"), Replies.Are("annulation.faite"));
        Assert.That(_bot.Agenda.Appointments.Values.Single().Slot.Schedule, Is.EqualTo("faure"));
    }

    [Test]
    public async Task An_appointment_cancelled_elsewhere_meanwhile_is_said_so()
    {
        var appointment = Book("faure", days: 1, hour: 15);
        Book("keita", days: 3, hour: 11);
        await VerifiedAsync("annuler mon rdv de mardi");
        _bot.Agenda.Meanwhile = agenda => agenda.Remove(appointment);

        Assert.That(await _bot.SayAsync("oui"), Replies.Are("agenda.plus-la"));
        Assert.That(_bot.Agenda.Appointments, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Refusing_to_cancel_and_asking_to_move_moves()
    {
        Book("faure", days: 1, hour: 15);
        await VerifiedAsync("je veux annuler mon rendez-vous");

        Assert.That(
            await _bot.SayAsync("non, je préfère le décaler"),
            Replies.Are("annulation.gardee", "deplacement.quand")
        );
    }

    [Test]
    public async Task Moving_books_the_new_slot_and_then_gives_the_old_one_back()
    {
        var appointment = Book("petit", days: 1, hour: 15);
        await VerifiedAsync("je voudrais déplacer mon rendez-vous");
        var offered = await _bot.SayAsync("la semaine prochaine plutôt le matin");

        Assert.That(offered, Replies.Are("deplacement.creneaux"));
        Assert.That(offered[0].Text, Does.Contain("lundi 30 novembre"));

        Assert.That(
            await _bot.SayAsync("deux euh non le premier"),
            Replies.Are("deplacement.recapituler")
        );
        Assert.That(_bot.Agenda.Claimed, Has.Count.EqualTo(2), "the old one is kept meanwhile");
        Assert.That(await _bot.SayAsync("oui"), Replies.Are("deplacement.fait"));

        var moved = _bot.Agenda.Appointments.Single();
        Assert.That(moved.Key, Is.EqualTo(appointment.Id));
        Assert.That(moved.Value.Slot, Is.EqualTo(Slot("petit", days: 7, hour: 9)));
        Assert.That(_bot.Agenda.Claimed, Is.EqualTo(new[] { moved.Value.Slot }));
        Assert.That(
            await _bot.SayAsync("c'est quand mon prochain rendez-vous ?"),
            Replies.Are("agenda.un"),
            "still the same person"
        );
    }

    [Test]
    public async Task The_last_choice_and_the_last_day_win()
    {
        Book("petit", days: 1, hour: 15);
        await VerifiedAsync("je dois décaler mon rdv à jeudi matin");
        await _bot.SayAsync("le premier");

        Assert.That(await _bot.SayAsync("non le deuxième"), Replies.Are("deplacement.recapituler"));
        Assert.That(_bot.Agenda.Claimed, Has.Count.EqualTo(2), "one slot kept, not two");
        Assert.That(
            await _bot.SayAsync("ah non, plutôt vendredi"),
            Replies.Are("deplacement.creneaux")
        );
        Assert.That(_bot.Agenda.Claimed, Has.Count.EqualTo(1), "what was kept is given back");
        await _bot.SayAllAsync("le premier", "oui");

        Assert.That(
            _bot.Agenda.Appointments.Values.Single().Slot,
            Is.EqualTo(Slot("petit", days: 4, hour: 9))
        );
    }

    [Test]
    public async Task A_slot_taken_meanwhile_leaves_the_old_one_and_offers_others()
    {
        var appointment = Book("petit", days: 1, hour: 15);
        await VerifiedAsync("je dois décaler mon rdv à jeudi matin");
        await _bot.SayAsync("le premier");
        _bot.Now += TimeSpan.FromMinutes(11);
        _bot.Agenda.Take(Slot("petit", days: 3, hour: 9));

        var said = await _bot.SayAsync("oui");

        Assert.That(said, Replies.Are("deplacement.creneau-perdu"));
        Assert.That(_bot.Agenda.Appointments.Single().Value.Slot, Is.EqualTo(appointment.Slot));
        Assert.That(await _bot.SayAllAsync("le premier", "oui"), Replies.Are("deplacement.fait"));
    }

    [Test]
    public async Task A_slot_taken_at_the_very_moment_is_found_out_and_others_are_offered()
    {
        Book("petit", days: 1, hour: 15);
        await VerifiedAsync("je dois décaler mon rdv à jeudi matin");
        _bot.Agenda.Meanwhile = agenda => agenda.Take(Slot("petit", days: 3, hour: 9));

        Assert.That(await _bot.SayAsync("le premier"), Replies.Are("deplacement.creneau-pris"));
    }

    [Test]
    public async Task A_full_agenda_keeps_the_appointment()
    {
        Book("petit", days: 1, hour: 15);
        _bot.Agenda.IsClosed = _ => true;

        Assert.That(
            await VerifiedAsync("je dois décaler mon rdv à jeudi matin"),
            Replies.Are("identite.verifiee", "deplacement.complet")
        );
        Assert.That(_bot.Agenda.Appointments, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task The_day_of_the_appointment_itself_says_which_and_not_when()
    {
        Book("petit", days: 1, hour: 15);
        Book("keita", days: 3, hour: 11);

        var said = await VerifiedAsync("je voudrais déplacer mon rdv de jeudi");

        Assert.That(said, Replies.Are("identite.verifiee", "deplacement.quand"));
        Assert.That(said[1].Text, Does.Contain("jeudi 26 novembre à 11 h"));
    }

    [Test]
    public async Task Of_several_the_one_that_is_said_is_moved()
    {
        Book("petit", days: 1, hour: 15);
        Book("keita", days: 3, hour: 11);

        Assert.That(
            await VerifiedAsync("je voudrais déplacer mon rendez-vous"),
            Replies.Are("identite.verifiee", "deplacement.lequel")
        );
        Assert.That(await _bot.SayAsync("celui de jeudi"), Replies.Are("deplacement.quand"));
        Assert.That(
            await _bot.SayAllAsync("vendredi matin", "le premier", "oui"),
            Replies.Are("deplacement.fait")
        );
        Assert.That(
            _bot.Agenda.Appointments.Values.Select(a => a.Slot),
            Has.Member(Slot("keita", days: 4, hour: 9)).And.Member(Slot("petit", 1, 15))
        );
    }

    [Test]
    public async Task Leaving_gives_back_what_was_kept()
    {
        var appointment = Book("petit", days: 1, hour: 15);
        await VerifiedAsync("je dois décaler mon rdv à jeudi matin");
        await _bot.SayAsync("le premier");

        Assert.That(await _bot.SayAsync("stop"), Replies.Are("abandon.fait"));
        Assert.That(_bot.Agenda.Claimed, Is.EqualTo(new[] { appointment.Slot }));
    }

    [Test]
    public async Task Several_appointments_are_said_in_order_and_past_ones_are_not()
    {
        Book("keita", days: 3, hour: 11);
        Book("petit", days: 1, hour: 15);
        Book("faure", days: -4, hour: 15);

        var said = await VerifiedAsync("je voudrais voir mes rendez-vous");

        Assert.That(said, Replies.Are("identite.verifiee", "agenda.liste"));
        Assert.That(said[1].Text, Does.Match("mardi 24.*jeudi 26").And.Not.Contain("19 novembre"));
    }

    [Test]
    public async Task On_several_sites_each_appointment_says_where()
    {
        var bot = new TestBot(DemonstrationClinic.WithTwoSites);
        var patient = bot.Identities.Add(
            "Rivoal",
            "Gwendal",
            new DateOnly(1975, 2, 17),
            "06 39 98 41 41"
        );
        bot.Agenda.Book(patient, Slot("petit", 1, 15));
        var one = await bot.SayAllAsync("je voudrais voir mes rendez-vous", Who, TestBot.TheCode);
        bot.Agenda.Book(patient, Slot("keita", 3, 11));
        var both = await bot.SayAsync("je voudrais voir mes rendez-vous");

        Assert.That(
            one[1].Text,
            Does.Contain("3 place de la Gare").And.Not.Contain("Lilas, 37000")
        );
        Assert.That(both, Replies.Are("agenda.liste-adresses"));
        Assert.That(both[0].Text, Does.Match("3 place de la Gare.*12 rue des Lilas"));
    }

    [Test]
    public async Task Who_has_nothing_is_told_so_once_verified()
    {
        Assert.That(
            await VerifiedAsync("je voudrais voir mes rendez-vous"),
            Replies.Are("identite.verifiee", "agenda.aucun")
        );
    }

    [TestCase("non", "deplacement.autres")]
    [TestCase("plus tard", "deplacement.autres")]
    [TestCase("vous avez autre chose ?", "deplacement.autres")]
    [TestCase("plus tôt", "deplacement.rien-d-autre")]
    public async Task Other_times_than_those_offered_are_offered(string answer, string expected)
    {
        Book("petit", days: 1, hour: 15);
        await VerifiedAsync("je dois décaler mon rdv");
        var offered = await _bot.SayAsync("le plus tôt possible");

        var others = await _bot.SayAsync(answer);

        Assert.That(others, Replies.Are(expected));
        Assert.That(others[0].Text, Is.Not.EqualTo(offered[0].Text));
        Assert.That(await _bot.SayAsync("le premier"), Replies.Are("deplacement.recapituler"));
    }

    [Test]
    public async Task A_long_visit_is_moved_with_its_length()
    {
        await _bot.SayAllAsync(
            "une irm jeudi matin",
            "le premier",
            "Martin Jeanne 12/03/1948 06 39 98 12 34",
            "oui"
        );
        var before = _bot.Agenda.Claimed.Count;

        var said = await _bot.SayAllAsync(
            "je veux déplacer mon rendez-vous",
            TestBot.TheCode,
            "vendredi matin",
            "le premier",
            "oui"
        );

        Assert.That(said, Replies.Are("deplacement.fait"));
        Assert.That(before, Is.EqualTo(2), "an IRM takes two slots");
        Assert.That(_bot.Agenda.Claimed, Has.Count.EqualTo(2));
        Assert.That(_bot.Agenda.Claimed.Select(slot => slot.Start.Day), Has.All.EqualTo(27));
    }

    [Test]
    public async Task Who_has_just_booked_is_not_asked_who_they_are_again_but_for_the_code()
    {
        await BookOneselfAsync();

        var asked = await _bot.SayAsync("en fait je veux l'annuler, ce rendez-vous");
        Assert.That(asked, Replies.Are("identite.code-declare"));
        Assert.That(asked[0].Text, Does.Contain("34"));
        Assert.That(
            await _bot.SayAsync(TestBot.TheCode),
            Replies.Are("identite.verifiee", "annulation.recapituler")
        );
        Assert.That(await _bot.SayAsync("oui"), Replies.Are("annulation.faite"));
        Assert.That(_bot.Agenda.Appointments, Is.Empty);
    }

    [Test]
    public async Task A_second_appointment_does_not_ask_again_who_it_is_for()
    {
        await BookOneselfAsync();

        await _bot.SayAsync("je voudrais aussi un rendez-vous en ophtalmologie vendredi matin");
        var summary = await _bot.SayAsync("le premier");

        Assert.That(summary, Replies.Are("reservation.recapituler"));
        Assert.That(summary[0].Text, Does.Contain("Jeanne Martin"));
        Assert.That(await _bot.SayAsync("oui"), Replies.Are("reservation.faite"));
        Assert.That(_bot.Agenda.Appointments, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_second_appointment_for_somebody_else_asks_who_it_is_for()
    {
        await BookOneselfAsync();

        await _bot.SayAsync("un rendez-vous en cardiologie pour mon mari vendredi matin");

        Assert.That(await _bot.SayAsync("le premier"), Replies.Are("reservation.identite-tiers"));
    }

    private Task<IReadOnlyList<Said>> BookOneselfAsync() =>
        _bot.SayAllAsync(
            "un rdv en cardiologie jeudi matin",
            "le premier",
            "Martin Jeanne 12/03/1948 06 39 98 12 34",
            "oui"
        );

    private async Task<IReadOnlyList<Said>> VerifiedAsync(string request) =>
        await _bot.SayAllAsync(request, Who, TestBot.TheCode);

    private Appointment Book(string schedule, int days, int hour) =>
        _bot.Agenda.Book(_patient, Slot(schedule, days, hour));

    private static Slot Slot(string schedule, int days, int hour) =>
        IdentityTests.Slot(schedule, days, hour);
}
