using NUnit.Framework;

namespace ChatbotSante.Tests.Dialogs;

/// <summary>Booking for somebody else: what is asked, and what is never told.</summary>
public sealed class BookingForOtherTests
{
    private static readonly string[] ForJeanne =
    [
        "un rdv en ophtalmologie pour quelqu'un d'autre mardi matin",
        "le premier",
        "oui",
        "Morvan Jeanne",
        "02/05/1951",
        "06 39 98 20 30",
        "oui",
    ];

    [Test]
    public async Task It_asks_before_it_takes_that_persons_name()
    {
        var bot = new TestBot();

        var said = await bot.SayAllAsync(ForJeanne.Take(2));

        Assert.That(said, Replies.Are("reservation.identite-tiers"));
        Assert.That(
            said[0].Text,
            Does.Contain("cette personne").And.Contain("votre numéro").And.EndWith("D'accord ?")
        );
        Assert.That(await bot.SayAsync("oui"), Replies.Are("reservation.nom-tiers"));
        Assert.That(
            await bot.SayAsync("Morvan Jeanne"),
            Replies.Are("reservation.naissance-tiers")
        );
        Assert.That(await bot.SayAsync("02/05/1951"), Replies.Are("reservation.telephone-tiers"));
    }

    [Test]
    public async Task Refusing_to_say_it_books_nothing_and_keeps_nothing()
    {
        var bot = new TestBot();
        await bot.SayAllAsync(ForJeanne.Take(2));

        var said = await bot.SayAsync("non");

        Assert.That(said, Replies.Are("reservation.sans-identite"));
        Assert.That(bot.Agenda.Claimed, Is.Empty);
        Assert.That(
            await bot.SayAsync("bon, le deuxième"),
            Replies.Are("reservation.identite-tiers")
        );
    }

    [Test]
    public async Task It_is_noted_as_declared_by_somebody_else()
    {
        var bot = new TestBot();
        await bot.SayAllAsync(ForJeanne);

        Assert.That(bot.Agenda.Bookings.Select(b => b.Party.ForOther), Is.EqualTo([true]));
        Assert.That(
            bot.Agenda.Bookings.Select(b => b.Party.Phone.Reveal()),
            Is.EqualTo(["+33639982030"])
        );
    }

    [Test]
    public async Task It_can_be_for_oneself_after_all()
    {
        var bot = new TestBot();
        await bot.SayAsync("un rdv en ophtalmologie pour ma tante mardi matin");

        await bot.SayAsync("non en fait c'est pour moi");
        var said = await bot.SayAsync("le premier");

        Assert.That(said, Replies.Are("reservation.identite"));
    }

    /// <summary>S23: word for word, somebody who has an appointment and somebody who has none are told the same.</summary>
    [Test]
    public async Task What_is_said_does_not_depend_on_what_that_person_has_already()
    {
        var known = new TestBot();
        await known.SayAllAsync(
            "un rdv en ophtalmologie vendredi matin",
            "le premier",
            "Morvan Jeanne 02/05/1951 06 39 98 77 88",
            "oui"
        );
        Assert.That(known.Agenda.Bookings, Has.Count.EqualTo(1));
        var other = new TestBot();
        known.Json = other.Json;

        foreach (var words in ForJeanne)
        {
            var one = await known.SayAsync(words);
            var two = await other.SayAsync(words);

            Assert.That(
                one.Select(said => said.Text),
                Is.EqualTo(two.Select(said => said.Text)),
                words
            );
        }

        Assert.That(known.Agenda.Bookings, Has.Count.EqualTo(2));
        Assert.That(known.Agenda.Bookings[0].Party.Phone.Reveal(), Is.EqualTo("+33639987788"));
    }

    [Test]
    public async Task The_same_person_booked_twice_is_not_told()
    {
        var bot = new TestBot();
        await bot.SayAllAsync(ForJeanne);

        var again = await bot.SayAllAsync(
            ForJeanne.Select(words => words.Replace("mardi", "jeudi", StringComparison.Ordinal))
        );

        Assert.That(again, Replies.Are("reservation.faite"));
        Assert.That(bot.History.Select(said => said.Text), Has.None.Contains("déjà"));
    }
}
