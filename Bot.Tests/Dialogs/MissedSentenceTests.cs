using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Pipeline;
using NUnit.Framework;

namespace ChatbotSante.Tests.Dialogs;

/// <summary>What is counted of the sentences that the bot does not understand, and what never is.</summary>
public sealed class MissedSentenceTests
{
    /// <summary>Not understood, and of nobody.</summary>
    private const string Missed = "Où est passé le facteur ?";

    private static readonly string[] OthersMissed =
    [
        "le chat est sur le toit",
        "la page reste blanche",
        "c'est quoi votre film préféré",
        "qui est le président de la République",
        "ma voiture est en panne",
        "vous êtes la pizzeria ?",
    ];

    [Test]
    public async Task Where_nothing_was_turned_on_nothing_is_counted_nor_remembered()
    {
        var bot = new TestBot();

        var replies = await bot.SayAsync(Missed);

        Assert.That(replies.Select(reply => reply.Key), Has.Some.StartsWith("incompris."));
        Assert.That(bot.Commands, Is.Empty);
        Assert.That(bot.State.Counted, Is.Null);
    }

    [Test]
    public async Task A_sentence_not_understood_is_counted_by_the_day_in_the_notation_of_the_wordings()
    {
        var bot = TestBot.CountingMissed();

        var replies = await bot.SayAsync(Missed);

        var counted = CountedIn(bot);
        Assert.That(replies.Select(reply => reply.Key), Has.Some.StartsWith("incompris."));
        Assert.That(counted?.Sentence.Reveal(), Is.EqualTo("ou est passe le facteur"));
        Assert.That(counted?.Day, Is.EqualTo(new DateOnly(2026, 11, 23)));
        Assert.That(bot.State.Counted, Is.EqualTo(counted?.Sentence.Fingerprint));
        Assert.That(bot.Json, Does.Not.Contain("facteur"));
    }

    [TestCase("quels sont vos horaires ?")]
    [TestCase("je voudrais un rendez-vous en cardiologie")]
    [TestCase("bonjour")]
    [TestCase("merci beaucoup pour tout")]
    public async Task What_is_understood_is_not_counted(string text)
    {
        var bot = TestBot.CountingMissed();

        await bot.SayAsync(text);

        Assert.That(CountedIn(bot), Is.Null);
    }

    [Test]
    public async Task Said_again_in_the_same_conversation_it_does_not_count_again()
    {
        var bot = TestBot.CountingMissed();
        await bot.SayAsync(Missed);

        await bot.SayAsync("ou est passé... le FACTEUR");

        Assert.That(CountedIn(bot), Is.Null);
    }

    [Test]
    public async Task One_conversation_counts_a_few_sentences_at_most()
    {
        var counted = 0;
        var bot = TestBot.CountingMissed();
        foreach (var text in OthersMissed)
        {
            await bot.SayAsync(text);
            counted += CountedIn(bot) is null ? 0 : 1;

            // « Laissez tomber » closes what three misses opened.
            await bot.SayAsync("laissez tomber");
        }

        Assert.That(counted, Is.EqualTo(MissedSentenceMiddleware.MostOfOne));
    }

    [TestCase("un rendez-vous en cardiologie")]
    [TestCase("un rdv en cardiologie jeudi matin", "le premier")]
    [TestCase("humain")]
    [TestCase("quand est mon rdv ?")]
    [TestCase("j'étouffe")]
    [TestCase("j'ai eu un infarctus en 2015")]
    public async Task What_answers_a_question_is_never_counted(params string[] beginning)
    {
        var bot = TestBot.CountingMissed();
        await bot.SayAllAsync(beginning);

        await bot.SayAsync(Missed);

        Assert.That(bot.State.Stack, Is.Not.Empty);
        Assert.That(CountedIn(bot), Is.Null);
    }

    [Test]
    public async Task A_name_heard_earlier_in_the_conversation_keeps_a_sentence_out()
    {
        var bot = TestBot.CountingMissed();
        await bot.SayAllAsync("je m'appelle Gaston Facteur", "laissez tomber");
        Assert.That(bot.State.Stack, Is.Empty);

        await bot.SayAsync(Missed);

        Assert.That(CountedIn(bot), Is.Null);
    }

    [Test]
    public async Task Who_asks_what_is_kept_is_told_and_only_where_it_is_so()
    {
        var counting = TestBot.CountingMissed();
        var other = new TestBot();

        Assert.That(
            await counting.SayAsync("quelles données avez-vous sur moi ?"),
            Replies.Hold("droits.phrases")
        );
        Assert.That(
            await other.SayAsync("quelles données avez-vous sur moi ?"),
            Is.Not.Null.And.Not.Matches(Replies.Hold("droits.phrases"))
        );
    }

    [Test]
    public async Task Who_thanks_is_not_told_that_nothing_was_written_down()
    {
        var bot = TestBot.CountingMissed();
        await bot.SayAsync(Missed);

        Assert.That(await bot.SayAsync("merci"), Replies.Are("relation.merci"));
    }

    private static TurnCommand.CountMissed? CountedIn(TestBot bot) =>
        bot.Commands.OfType<TurnCommand.CountMissed>().SingleOrDefault();
}
