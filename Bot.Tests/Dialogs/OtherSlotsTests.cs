using System.Globalization;
using ChatbotSante.Dialogs.Care.Agenda;
using NUnit.Framework;

namespace ChatbotSante.Tests.Dialogs;

/// <summary>Two slots are offered, and something else is wanted.</summary>
public sealed class OtherSlotsTests
{
    private readonly TestBot _bot = new();

    [TestCase("non")]
    [TestCase("ni l'un ni l'autre")]
    [TestCase("ni le premier ni le second")]
    [TestCase("aucun des deux ne me convient")]
    [TestCase("vous auriez d'autres créneaux ?")]
    [TestCase("d'autres horaires ?")]
    public async Task Others_of_the_wish_are_offered_first(string refusal)
    {
        await _bot.SayAsync("un rdv en cardiologie jeudi matin");

        var said = await _bot.SayAsync(refusal);

        Assert.That(said, Replies.Are("reservation.creneaux-autres"));
        Assert.That(said[0].Text, Does.Contain("jeudi 26 novembre, à 10 h ou à 10 h 30"));
    }

    [Test]
    public async Task Refused_again_and_again_the_same_slots_never_come_twice()
    {
        await _bot.SayAsync("un rdv en cardiologie jeudi matin");
        var offered = new List<Slot[]> { Offered() };

        for (var i = 0; i < 12; i++)
        {
            Assert.That(
                await _bot.SayAsync("non"),
                Replies.Are("reservation.creneaux-autres"),
                i.ToString(CultureInfo.InvariantCulture)
            );
            offered.Add(Offered());
        }

        Assert.That(offered.SelectMany(slots => slots), Is.Unique);
        Assert.That(
            offered.SelectMany(slots => slots).Select(slot => slot.Start),
            Is.Ordered.Ascending
        );
        Assert.That(
            offered[3].Select(slot => slot.Start),
            Is.All.Matches<DateTimeOffset>(start => start.Hour < 12),
            "the mornings of other days first"
        );
    }

    [Test]
    public async Task Later_is_after_what_was_offered_and_sooner_before()
    {
        await _bot.SayAsync("un rdv en cardiologie jeudi après-midi");

        var later = await _bot.SayAsync("plus tard");
        var sooner = await _bot.SayAsync("plus tôt finalement");

        Assert.That(later, Replies.Are("reservation.creneaux-autres"));
        Assert.That(later[0].Text, Does.Contain("jeudi 26 novembre, à 15 h ou à 15 h 30"));
        Assert.That(sooner, Replies.Are("reservation.creneaux-autres"));
        Assert.That(sooner[0].Text, Does.Contain("jeudi 26 novembre, à 14 h ou à 14 h 30"));
    }

    [Test]
    public async Task Sooner_than_the_day_wished_for_is_an_earlier_day_at_the_same_hours()
    {
        await _bot.SayAsync("un rdv en cardiologie jeudi après-midi");

        var said = await _bot.SayAsync("vous avez plus tôt ?");

        Assert.That(said, Replies.Are("reservation.creneaux-autres"));
        Assert.That(said[0].Text, Does.Contain("lundi 23 novembre, à 14 h ou à 14 h 30"));
    }

    [Test]
    public async Task Nothing_sooner_is_said_and_what_was_offered_stays()
    {
        await _bot.SayAsync("un rdv en cardiologie le plus tôt possible");

        var said = await _bot.SayAsync("plus tôt");

        Assert.That(said, Replies.Are("reservation.rien-plus-tot"));
        Assert.That(said[0].Buttons, Does.Contain("Liste d'attente"));
        Assert.That(await _bot.SayAsync("le premier"), Replies.Are("reservation.identite"));
    }

    [Test]
    public async Task Another_day_keeps_the_part_of_the_day()
    {
        await _bot.SayAsync("un rdv en cardiologie jeudi matin");

        var said = await _bot.SayAsync("un autre jour");

        Assert.That(said, Replies.Are("reservation.creneaux-autres"));
        Assert.That(said[0].Text, Does.Contain("vendredi 27 novembre, à 9 h ou à 9 h 30"));
    }

    [Test]
    public async Task Another_day_that_is_named_is_that_day()
    {
        await _bot.SayAsync("un rdv en cardiologie jeudi matin");

        var said = await _bot.SayAsync("non un autre jour, mardi");

        Assert.That(said, Replies.Are("reservation.creneaux"));
        Assert.That(said[0].Text, Does.Contain("mardi 24 novembre, à 9 h ou à 9 h 30"));
    }

    [Test]
    public async Task When_there_are_no_others_the_waiting_list_is_offered_and_the_slots_stay()
    {
        var last = new Slot("lambert", At(26, 9, 0));
        _bot.Agenda.IsClosed = slot => slot != last;
        await _bot.SayAsync("un rdv en cardiologie jeudi matin");

        var said = await _bot.SayAsync("non");

        Assert.That(said, Replies.Are("reservation.rien-d-autre"));
        Assert.That(said[0].Buttons, Does.Contain("Liste d'attente"));
        Assert.That(
            await _bot.SayAsync("bon, le premier alors"),
            Replies.Are("reservation.identite")
        );
    }

    [Test]
    public async Task Another_day_after_a_choice_gives_the_slot_back()
    {
        await _bot.SayAllAsync("un rdv en cardiologie jeudi matin", "le premier");
        Assert.That(_bot.Agenda.Claimed, Has.Count.EqualTo(1));

        var said = await _bot.SayAsync("finalement un autre jour");

        Assert.That(said, Replies.Are("reservation.creneaux-autres"));
        Assert.That(_bot.Agenda.Claimed, Is.Empty);
    }

    [TestCase("euh non le premier", 9, 0)]
    [TestCase("non, le deuxième", 9, 30)]
    [TestCase("le second, euh non le premier", 9, 0)]
    public async Task The_last_choice_wins(string choice, int hour, int minute)
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
    public async Task Yes_to_two_slots_asks_which()
    {
        await _bot.SayAsync("un rdv en cardiologie jeudi matin");

        Assert.That(await _bot.SayAsync("oui"), Replies.Are("reservation.choisir"));
        Assert.That(_bot.Agenda.Claimed, Is.Empty);
    }

    [Test]
    public async Task A_slot_whose_keeping_ran_out_is_offered_to_somebody_else()
    {
        var only = new Slot("lambert", At(26, 9, 0));
        _bot.Agenda.IsClosed = slot => slot.Start < At(27, 0, 0) && slot != only;
        await _bot.SayAllAsync("un rdv avec le dr lambert jeudi matin", "oui");
        _bot.Agenda.TryApply([
            new ChatbotSante.Dialogs.Engine.TurnCommand.HoldSlot(
                HoldId.New(_bot.Now),
                only,
                _bot.Now + TimeSpan.FromMinutes(11),
                _bot.Now + TimeSpan.FromMinutes(21)
            ),
        ]);
        _bot.Now += TimeSpan.FromMinutes(12);
        var said = await _bot.SayAllAsync("Martin Jeanne 12/03/1948 06 39 98 12 34", "oui");

        Assert.That(said, Replies.Are("reservation.creneau-perdu"));
        Assert.That(said[0].Text, Does.Contain("vendredi 27 novembre"));
        Assert.That(_bot.Agenda.Bookings, Is.Empty);
    }

    [Test]
    public async Task A_slot_lost_with_nothing_left_is_said_before_the_waiting_list()
    {
        await _bot.SayAllAsync(
            "un rdv avec le dr lambert jeudi matin",
            "le premier",
            "Martin Jeanne 12/03/1948 06 39 98 12 34"
        );
        _bot.Agenda.IsClosed = _ => true;
        _bot.Now += TimeSpan.FromMinutes(12);

        var said = await _bot.SayAsync("oui");

        Assert.That(said, Replies.Are("reservation.parti", "reservation.complet"));
    }

    private Slot[] Offered() =>
        [
            .. _bot
                .Top.GetProperty("offered")
                .EnumerateArray()
                .Select(slot => new Slot(
                    slot.GetProperty("schedule").GetString()!,
                    slot.GetProperty("start").GetDateTimeOffset()
                )),
        ];

    private static DateTimeOffset At(int day, int hour, int minute) =>
        new(2026, 11, day, hour, minute, 0, TimeSpan.FromHours(1));
}
