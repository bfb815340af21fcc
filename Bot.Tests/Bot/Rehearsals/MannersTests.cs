using ChatbotSante.Bot.Rehearsals;
using ChatbotSante.Dialogs.Activities;
using ChatbotSante.Tests.Dialogs;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Rehearsals;

/// <summary>What is looked at in every rehearsal is seen when it is broken.</summary>
public sealed class MannersTests
{
    private static readonly DateTimeOffset Now = DemonstrationClinic.MondayMorning;
    private static readonly ReplyKeys Keys = new(DemonstrationClinic.Replies);
    private readonly Manners _manners = new(Keys, TimeSpan.FromMinutes(30));

    [Test]
    public void First_words_without_disclosure_are_seen() =>
        Assert.That(Broken("Bonjour."), Has.One.StartsWith("A1"));

    [Test]
    public void After_the_time_of_forgetting_the_first_words_are_first_again()
    {
        Greet();

        Assert.That(Broken("Bonjour.", Now.AddMinutes(31)), Has.One.StartsWith("A1"));
    }

    [Test]
    public void The_same_sentence_twice_running_is_seen_whatever_stands_around_it()
    {
        Greet();
        Broken("Le secrétariat répond au 02 61 91 10 00.");

        Assert.That(
            Broken("Bien sûr. Le secrétariat répond au 02 61 91 10 00."),
            Has.One.StartsWith("A3")
        );
        Assert.That(Broken("Autre chose."), Is.Empty);
        Assert.That(Broken("Bien sûr. Le secrétariat répond au 02 61 91 10 00."), Is.Empty);
    }

    [Test]
    public void An_emergency_message_and_what_was_asked_for_again_may_come_twice()
    {
        Greet();
        var emergency = DemonstrationClinic.Replies.WordingsOf("urgence.u1")[0];

        Assert.That(Broken(emergency), Is.Empty);
        Assert.That(Broken(emergency), Is.Empty);
        Broken("Le parking est gratuit.");
        Assert.That(
            _manners.Broken([new SpokenReply("Le parking est gratuit.", [])], Now, true),
            Is.Empty
        );
    }

    [Test]
    public void The_second_misunderstanding_without_choices_is_seen()
    {
        Greet();
        Miss(0);

        Assert.That(Miss(1), Has.One.StartsWith("A4"));
    }

    [Test]
    public void The_third_misunderstanding_without_a_person_is_seen()
    {
        Greet();
        Miss(0);
        Miss(1, "Horaires", "Rendez-vous");

        Assert.That(Miss(0, "Horaires", "Rendez-vous"), Has.One.StartsWith("A4"));
        Assert.That(Miss(1, "Parler à quelqu'un"), Is.Empty);
    }

    [Test]
    public void Identity_asked_again_after_it_was_read_back_is_seen()
    {
        Greet();
        Broken(Filled("reservation.identite", 0));
        Broken(Filled("reservation.recapituler", 0));

        Assert.That(Broken(Filled("reservation.identite", 1)), Has.One.StartsWith("A5"));
    }

    [Test]
    public void Every_text_is_known_by_its_key_once_its_blanks_are_filled() =>
        Assert.Multiple(() =>
        {
            foreach (var key in DemonstrationClinic.Replies.Keys)
            {
                foreach (var wording in DemonstrationClinic.Replies.WordingsOf(key))
                {
                    var found = Keys.Of(new SpokenReply(Filled(wording), []));
                    Assert.That(
                        DemonstrationClinic.Replies.WordingsOf(found),
                        Does.Contain(wording),
                        key
                    );
                }
            }
        });

    private static string Filled(string key, int wording) =>
        Filled(DemonstrationClinic.Replies.WordingsOf(key)[wording]);

    private static string Filled(string wording) =>
        wording
            .Replace("{", "x", StringComparison.Ordinal)
            .Replace("}", "x", StringComparison.Ordinal);

    private void Greet() => Broken("Bonjour, ici l'assistant automatique de la clinique.");

    private IReadOnlyList<string> Miss(int wording, params string[] buttons) =>
        _manners.Broken(
            [
                new SpokenReply(
                    DemonstrationClinic.Replies.WordingsOf("incompris.reformuler")[wording],
                    [
                        .. buttons.Select(title => new SuggestedAction
                        {
                            Type = "imBack",
                            Title = title,
                            Value = title,
                        }),
                    ]
                ),
            ],
            Now,
            isRepetition: false
        );

    private IReadOnlyList<string> Broken(string text, DateTimeOffset? now = null) =>
        _manners.Broken([new SpokenReply(text, [])], now ?? Now, isRepetition: false);
}
