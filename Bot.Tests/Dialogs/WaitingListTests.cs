using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Nlu.Dates;
using NUnit.Framework;

namespace ChatbotSante.Tests.Dialogs;

/// <summary>When nothing fits, a place on the waiting list.</summary>
public sealed class WaitingListTests
{
    private const string Identity = "Martin Jeanne 12/03/1948 06 39 98 12 34";
    private readonly TestBot _bot = new();

    [TestCase("oui")]
    [TestCase("mettez-moi sur la liste d'attente")]
    [TestCase("ok pour la liste d'attente")]
    public async Task When_the_agenda_is_full_it_is_offered_and_joined(string answer)
    {
        _bot.Agenda.IsClosed = _ => true;
        var full = await _bot.SayAsync("un rdv en cardiologie jeudi matin");
        Assert.That(full[^1].Key, Is.EqualTo("reservation.complet"));
        Assert.That(full[^1].Buttons, Does.Contain("Liste d'attente"));

        Assert.That(await _bot.SayAsync(answer), Replies.Are("attente.identite"));
        var summary = await _bot.SayAsync(Identity);
        Assert.That(summary, Replies.Are("attente.recapituler"));
        Assert.That(
            summary[0].Text,
            Does.Contain("Jeanne Martin")
                .And.Contain("en cardiologie")
                .And.Contain("le jeudi 26 novembre, le matin")
        );
        Assert.That(_bot.Agenda.Waiting, Is.Empty);

        var said = await _bot.SayAsync("oui");

        Assert.That(said, Replies.Are("attente.inscrit"));
        Assert.That(_bot.Agenda.Waiting, Has.Count.EqualTo(1));
        var waiting = _bot.Agenda.Waiting[0];
        Assert.Multiple(() =>
        {
            Assert.That(said[0].Text, Does.Contain(waiting.Id.Reference));
            Assert.That(
                waiting.Wish,
                Is.EqualTo(
                    new WaitingWish(
                        "cardiologie",
                        null,
                        null,
                        new DateWish(Thursday, Thursday, new(8, 0), new(12, 0)),
                        CouldChoose: false
                    )
                )
            );
            Assert.That(waiting.Party.Name.RevealFamily(), Is.EqualTo("Martin"));
            Assert.That(waiting.Party.Phone.Reveal(), Is.EqualTo("+33639981234"));
            Assert.That(waiting.Party.ForOther, Is.False);
            Assert.That(_bot.Open, Is.Empty);
            Assert.That(_bot.Agenda.Claimed, Is.Empty);
        });
    }

    [Test]
    public async Task When_the_day_is_full_it_is_offered_beside_the_nearest()
    {
        _bot.Agenda.IsClosed = slot => slot.Start < At(27, 0, 0);

        var said = await _bot.SayAsync("un rdv en cardiologie jeudi matin");

        Assert.That(said[^1].Key, Is.EqualTo("reservation.creneaux-ailleurs"));
        Assert.That(said[^1].Text, Does.Contain("liste d'attente"));
        Assert.That(said[^1].Buttons, Does.Contain("Liste d'attente"));
        Assert.That(await _bot.SayAsync("la liste d'attente"), Replies.Are("attente.identite"));
    }

    [Test]
    public async Task Asked_for_before_anything_was_offered_what_is_free_is_offered_first()
    {
        var said = await _bot.SayAsync("inscrivez-moi sur la liste d'attente en dermatologie");
        Assert.That(said[^1].Key, Is.EqualTo("reservation.quand"));

        Assert.That(await _bot.SayAsync("jeudi"), Replies.Are("reservation.creneaux"));
        Assert.That(
            await _bot.SayAsync("non, la liste d'attente"),
            Replies.Are("attente.identite")
        );

        await _bot.SayAllAsync(Identity, "oui");
        Assert.That(
            _bot.Agenda.Waiting.Select(waiting => waiting.Wish.CouldChoose),
            Is.EqualTo([true])
        );
    }

    [Test]
    public async Task Joined_after_a_choice_it_gives_the_slot_back()
    {
        await _bot.SayAllAsync("un rdv en cardiologie jeudi matin", "le premier");
        Assert.That(_bot.Agenda.Claimed, Has.Count.EqualTo(1));

        Assert.That(
            await _bot.SayAsync("finalement la liste d'attente"),
            Replies.Are("attente.identite")
        );
        Assert.That(_bot.Agenda.Claimed, Is.Empty);
    }

    [Test]
    public async Task Wanting_to_come_sooner_waits_for_the_days_before()
    {
        _bot.Agenda.IsClosed = slot => slot.Start < At(26, 0, 0);
        await _bot.SayAllAsync(
            "un rdv en cardiologie le plus tôt possible",
            "plus tôt",
            "la liste d'attente",
            Identity,
            "oui"
        );

        Assert.That(
            _bot.Agenda.Waiting.Select(waiting => waiting.Wish),
            Is.EqualTo([
                new WaitingWish(
                    "cardiologie",
                    null,
                    null,
                    new DateWish(null, Thursday.AddDays(-1)),
                    CouldChoose: false
                ),
            ])
        );
    }

    [Test]
    public async Task Another_day_said_meanwhile_looks_for_slots_again()
    {
        _bot.Agenda.IsClosed = slot => slot.Start < At(27, 0, 0);
        await _bot.SayAllAsync("un rdv en cardiologie jeudi matin", "la liste d'attente");

        var said = await _bot.SayAsync("ah, et vendredi ?");

        Assert.That(said, Replies.Are("reservation.creneaux"));
        Assert.That(await _bot.SayAsync("le premier"), Replies.Are("reservation.identite"));
    }

    [Test]
    public async Task The_summary_refused_joins_nothing()
    {
        _bot.Agenda.IsClosed = _ => true;
        await _bot.SayAllAsync("un rdv en cardiologie jeudi matin", "oui", Identity);

        Assert.That(await _bot.SayAsync("non"), Replies.Are("reservation.que-changer"));
        Assert.That(_bot.Agenda.Waiting, Is.Empty);
    }

    [Test]
    public async Task For_somebody_else_it_asks_about_that_person()
    {
        _bot.Agenda.IsClosed = _ => true;

        var said = await _bot.SayAllAsync(
            "un rdv en cardiologie pour mon frère jeudi matin",
            "oui"
        );

        Assert.That(said, Replies.Are("attente.identite-tiers"));
        await _bot.SayAllAsync(Identity, "oui");
        Assert.That(_bot.Agenda.Waiting[0].Party.ForOther, Is.True);
    }

    [Test]
    public async Task The_reason_waits_with_it()
    {
        _bot.Agenda.IsClosed = _ => true;

        await _bot.SayAllAsync("une irm jeudi matin", "oui", Identity, "oui");

        Assert.That(_bot.Agenda.Waiting[0].Wish.Reason, Is.EqualTo("irm"));
    }

    private static DateOnly Thursday => new(2026, 11, 26);

    private static DateTimeOffset At(int day, int hour, int minute) =>
        new(2026, 11, day, hour, minute, 0, TimeSpan.FromHours(1));
}
