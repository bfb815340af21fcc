using CsCheck;
using NUnit.Framework;

namespace ChatbotSante.Tests.Dialogs;

public sealed class RandomWalkTests
{
    private static readonly string[] Messages =
    [
        "bonjour",
        "je voudrais un rendez-vous",
        "en cardiologie",
        "en dermatologie",
        "avec le dr Morel",
        "jeudi matin",
        "non plutôt vendredi",
        "l'après-midi",
        "le plus tôt possible",
        "le premier",
        "le deuxième",
        "9h30",
        "Martin Jeanne",
        "12/03/1948",
        "06 39 98 12 34",
        "Martin Jeanne 12/03/1948 06 39 98 12 34",
        "oui",
        "oui",
        "non",
        "quels sont vos horaires ?",
        "vous êtes ouverts samedi ?",
        "vous êtes où ?",
        "votre numéro ?",
        "les visites ?",
        "vous êtes un robot ?",
        "aide",
        "merci",
        "au revoir",
        "humain",
        "laissez tomber",
        "je veux annuler mon rendez-vous",
        "je voudrais déplacer mon rendez-vous",
        "quand est mon rdv ?",
        "annuler",
        "renvoyer le code",
        "111111",
        TestBot.TheCode,
        TestBot.TheCode,
        "blorg",
        "blorg",
        "",
        "j'ai du diabète",
        "j'étouffe",
        "j'ai eu un infarctus en 2015",
        "tout va bien",
        "en kinésithérapie",
        "pour ma mère",
        "retour",
        "connard",
        "j'ai dix ans",
        "je suis un adulte",
        "j'ai 16 ans",
        "do you speak english?",
        "c'est grave ?",
        "je veux mourir",
        "il me frappe",
        "combien ça coûte ?",
        "avez-vous un cardiologue ?",
        "comment me préparer ?",
        "comme la dernière fois",
        "quelles données avez-vous sur moi ?",
        "c'est inadmissible",
        "annuler",
    ];

    private static readonly Gen<string[]> Walks = Gen.Int[0, Messages.Length - 1]
        .Select(i => Messages[i])
        .Array[1, 40];

    [Test]
    public void The_same_sentence_is_never_said_twice_running() =>
        Check.Sample(
            Walks,
            walk =>
            {
                var bot = Bot();
                Walk(bot, walk);
                for (var i = 1; i < bot.History.Count; i++)
                {
                    var (before, now) = (bot.History[i - 1], bot.History[i]);
                    Assert.That(
                        now.Text != before.Text || now.IsEmergency,
                        $"« {now.Text} » came twice running in: {string.Join(" / ", walk)}"
                    );
                }
            },
            iter: 1000
        );

    [Test]
    public void Every_message_gets_an_answer_and_nothing_is_booked_without_a_yes() =>
        Check.Sample(
            Walks,
            walk =>
            {
                var bot = Bot();
                var yes = 0;
                foreach (var text in walk)
                {
                    var said = bot.SayAsync(text).GetAwaiter().GetResult();
                    Assert.That(
                        said,
                        Is.Not.Empty,
                        $"« {text} » got no answer in: {string.Join(" / ", walk)}"
                    );
                    yes += text == "oui" ? 1 : 0;
                    Assert.That(bot.Agenda.Bookings, Has.Count.LessThanOrEqualTo(yes));
                }
            },
            iter: 500
        );

    [Test]
    public void What_is_held_is_what_the_stack_knows() =>
        Check.Sample(
            Walks,
            walk =>
            {
                var bot = Bot();
                foreach (var text in walk)
                {
                    bot.SayAsync(text).GetAwaiter().GetResult();
                    var held = bot.Agenda.Claimed.Count - bot.Agenda.Appointments.Count;
                    var known = bot.State.Stack.Count(frame =>
                        Text(frame.State.Utf8).Contains("\"hold\"", StringComparison.Ordinal)
                    );
                    Assert.That(
                        held,
                        Is.EqualTo(known),
                        $"after « {text} » in: {string.Join(" / ", walk)}"
                    );
                }
            },
            iter: 500
        );

    /// <summary>The patient of the walks is on file, with two appointments.</summary>
    private static TestBot Bot()
    {
        var bot = new TestBot();
        var patient = bot.Identities.Add(
            "Martin",
            "Jeanne",
            new DateOnly(1948, 3, 12),
            "06 39 98 12 34"
        );
        bot.Agenda.Book(patient, IdentityTests.Slot("morel", daysFromMonday: 2, hour: 10));
        bot.Agenda.Book(patient, IdentityTests.Slot("nguyen", daysFromMonday: 4, hour: 15));
        return bot;
    }

    private static string Text(ReadOnlyMemory<byte> utf8) =>
        System.Text.Encoding.UTF8.GetString(utf8.Span);

    private static void Walk(TestBot bot, IEnumerable<string> walk) =>
        bot.SayAllAsync(walk).GetAwaiter().GetResult();
}
