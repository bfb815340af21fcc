using ChatbotSante.Dialogs.Care.Agenda;
using NUnit.Framework;

namespace ChatbotSante.Tests.Dialogs;

/// <summary>The visit reason is asked where it changes the length of the visit, and nowhere else.</summary>
public sealed class VisitReasonTests
{
    private readonly TestBot _bot = new();

    [Test]
    public async Task It_is_asked_among_the_clinics_own_choices()
    {
        var said = await _bot.SayAsync("un rdv chez le dentiste jeudi matin");

        Assert.That(said, Replies.Are("accueil.assistant-automatique", "reservation.motif"));
        Assert.That(said[1].Text, Does.Contain("contrôle, soin"));
        Assert.That(said[1].Buttons, Is.EqualTo(["contrôle", "soin", "Je ne sais pas"]));
    }

    [TestCase("un rdv en cardiologie jeudi matin")]
    [TestCase("un rdv avec le dr nguyen jeudi matin")]
    public async Task It_is_not_asked_where_every_visit_is_as_long(string request) =>
        Assert.That((await _bot.SayAsync(request))[^1].Key, Is.EqualTo("reservation.creneaux"));

    [Test]
    public async Task Said_with_the_request_it_is_not_asked()
    {
        var said = await _bot.SayAsync("je voudrais faire une irm jeudi matin");

        Assert.That(said[^1].Key, Is.EqualTo("reservation.creneaux"));
        Assert.That(
            said[^1].Text,
            Does.Contain("en imagerie (IRM)").And.Contain("9 h ou à 9 h 30")
        );
    }

    [TestCase("soin", "soin-dentaire")]
    [TestCase("c'est pour une carie", "soin-dentaire")]
    [TestCase("un detartage", "controle-dentaire")]
    [TestCase("le premier", "controle-dentaire")]
    [TestCase("2", "soin-dentaire")]
    [TestCase("non pas un soin, un contrôle", "controle-dentaire")]
    public async Task It_is_answered_as_people_say_it(string answer, string reason)
    {
        await _bot.SayAsync("un rdv chez le dentiste jeudi matin");

        var said = await _bot.SayAsync(answer);

        Assert.That(said, Replies.Are("reservation.creneaux"));
        Assert.That(_bot.Top.GetProperty("reason").GetString(), Is.EqualTo(reason));
    }

    [Test]
    public async Task Whoever_does_not_know_gets_the_longest_visit()
    {
        await _bot.SayAllAsync(
            "un rdv chez le dentiste jeudi matin",
            "je ne sais pas",
            "le premier"
        );

        Assert.That(_bot.Agenda.Claimed, Is.EqualTo(new[] { Faure(9, 0), Faure(9, 30) }));
    }

    [Test]
    public async Task A_long_visit_takes_the_slots_that_follow_and_gives_all_of_them_back()
    {
        await _bot.SayAllAsync("un soin chez le dentiste jeudi matin", "le premier");
        Assert.That(_bot.Agenda.Claimed, Is.EqualTo(new[] { Faure(9, 0), Faure(9, 30) }));

        await _bot.SayAsync("laissez tomber");
        Assert.That(_bot.Agenda.Claimed, Is.Empty);
    }

    [Test]
    public async Task A_long_visit_is_booked_whole()
    {
        var said = await _bot.SayAllAsync(
            "un soin chez le dentiste jeudi matin",
            "le premier",
            "Martin Jeanne 12/03/1948 06 39 98 12 34",
            "oui"
        );

        Assert.That(said, Replies.Are("reservation.faite"));
        Assert.That(_bot.Agenda.Bookings, Has.Count.EqualTo(1));
        var booking = _bot.Agenda.Bookings[0];
        Assert.That(booking.SlotCount, Is.EqualTo(2));
        Assert.That(booking.Length, Is.EqualTo(TimeSpan.FromHours(1)));
        Assert.That(booking.Reason, Is.EqualTo("soin-dentaire"));
        _bot.Now += TimeSpan.FromHours(1);
        Assert.That(
            await _bot.Agenda.IsFreeAsync(Faure(9, 30), null, _bot.Now, CancellationToken.None),
            Is.False
        );
    }

    [Test]
    public async Task A_long_visit_is_offered_where_every_slot_of_it_is_free_and_ends_with_the_morning()
    {
        _bot.Agenda.Take(Faure(9, 30));
        _bot.Agenda.Take(Faure(11, 0));

        var said = await _bot.SayAsync("un soin chez le dentiste jeudi matin");

        Assert.That(said[^1].Text, Does.Contain("jeudi 26 novembre à 10 h.").Or.Contain("à 10 h"));
        Assert.That(
            _bot.Top.GetProperty("offered").GetArrayLength(),
            Is.EqualTo(1),
            "11 h 30 would run into the lunch hour"
        );
    }

    [Test]
    public async Task A_slot_that_follows_taken_meanwhile_refuses_the_whole_visit()
    {
        await _bot.SayAsync("un soin chez le dentiste jeudi matin");
        _bot.Agenda.Meanwhile = agenda => agenda.Take(Faure(9, 30));

        var said = await _bot.SayAsync("le premier");

        Assert.That(said, Replies.Are("reservation.creneau-pris"));
        Assert.That(_bot.Agenda.Claimed, Is.EqualTo(new[] { Faure(9, 30) }));
    }

    [Test]
    public async Task Another_reason_offers_again_and_another_specialty_forgets_it()
    {
        await _bot.SayAllAsync("un soin chez le dentiste jeudi matin", "le premier");

        Assert.That(
            await _bot.SayAsync("en fait un contrôle"),
            Replies.Are("reservation.creneaux")
        );
        Assert.That(_bot.Agenda.Claimed, Is.Empty);

        Assert.That(
            await _bot.SayAsync("plutôt en cardiologie"),
            Replies.Are("reservation.creneaux")
        );
        Assert.That(_bot.Top.TryGetProperty("reason", out _), Is.False);
    }

    [Test]
    public async Task A_reason_of_another_specialty_says_nothing()
    {
        await _bot.SayAsync("un rdv en cardiologie jeudi matin pour mon contrôle");

        Assert.That(_bot.Top.TryGetProperty("reason", out _), Is.False);
    }

    private static Slot Faure(int hour, int minute) =>
        new("faure", new DateTimeOffset(2026, 11, 26, hour, minute, 0, TimeSpan.FromHours(1)));
}
