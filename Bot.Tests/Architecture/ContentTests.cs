using System.Text.RegularExpressions;
using ChatbotSante.Bot.Outbox;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Dialogs.Activities;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Tests.Dialogs;
using NUnit.Framework;

namespace ChatbotSante.Tests.Architecture;

/// <summary>What patients read: every key used and present, every blank filled, every sentence fit to be read.</summary>
public sealed partial class ContentTests
{
    private const int MaxWords = 25;

    private static readonly string[] Forbidden =
    [
        "grave",
        "gravité",
        "bénin",
        "bénigne",
        "sévère",
        "diagnostic",
        "mg",
        "dose",
        "posologie",
        "ce n'est rien",
        "rien d'inquiétant",
        "ne vous inquiétez pas",
        "normal",
        "anormal",
        "infarctus",
        "avc",
        "cancer",
        "diabète",
        "hémorragie",
        "infection",
        "phlébite",
        "embolie",
        "crise cardiaque",
        "allergie",
        "suicide",
        "dépression",
        "maladie",
        "symptôme",
    ];

    private static readonly string[] English =
    [
        "the",
        "you",
        "your",
        "please",
        "hello",
        "sorry",
        "error",
        "click",
        "chat",
        "ok",
        "okay",
        "email",
        "e-mail",
        "bot",
        "message d'erreur",
        "slot",
        "booking",
    ];

    private static readonly ReplyCatalog Catalog = DemonstrationClinic.Replies;

    /// <summary>Labels of intents look like keys, and are not.</summary>
    private static IEnumerable<string> Labels => Enum.GetValues<Intent>().Select(IntentLabels.Of);

    /// <summary>What is said in English, to who writes it.</summary>
    private static readonly string[] InEnglish = ["orientation.anglais"];

    private static IEnumerable<string> EmergencyKeys =>
        DemonstrationClinic.EmergencyFamilies.Select(family => $"urgence.{family.Code}");

    private static IEnumerable<TestCaseData> Wordings =>
        from key in Catalog.Keys
        from wording in Catalog.WordingsOf(key).Select((text, index) => (text, index))
        select new TestCaseData(key, wording.text).SetArgDisplayNames($"{key}[{wording.index}]");

    [Test]
    public void Every_key_used_exists()
    {
        var families = Catalog
            .Keys.Concat(Catalog.ButtonKeys)
            .Select(key => key.Split('.')[0])
            .ToHashSet(StringComparer.Ordinal);
        var dialogs = new TestBot().Dialogs.Dialogs.Select(dialog => dialog.Id);
        var used = Sources
            .KeyLiterals.Where(key => families.Contains(key.Split('.')[0]))
            .Except(dialogs, StringComparer.Ordinal)
            .Except(Labels, StringComparer.Ordinal)
            .Where(key => !IsOutboxTemplate(key));

        Assert.That(
            used.Concat(EmergencyKeys),
            Is.SubsetOf(Catalog.Keys.Concat(Catalog.ButtonKeys))
        );
    }

    [Test]
    public void Every_key_present_is_used() =>
        Assert.That(
            Catalog.Keys.Concat(Catalog.ButtonKeys),
            Is.SubsetOf(Sources.KeyLiterals.Concat(EmergencyKeys))
        );

    [Test]
    public async Task Every_blank_of_every_wording_is_filled()
    {
        var filled = (await TourAsync())
            .GroupBy(
                reply => reply.Key,
                reply => reply.Values?.Keys ?? Enumerable.Empty<string>(),
                StringComparer.Ordinal
            )
            .ToDictionary(
                group => group.Key,
                group =>
                    group
                        .Aggregate((one, other) => one.Intersect(other, StringComparer.Ordinal))
                        .ToArray(),
                StringComparer.Ordinal
            );

        Assert.Multiple(() =>
        {
            foreach (var key in Catalog.Keys)
            {
                var own = Catalog
                    .WordingsOf(key)
                    .SelectMany(BlanksOf)
                    .Except(DemonstrationClinic.Renderer.ClinicBlanks, StringComparer.Ordinal);
                if (IsSms(key))
                {
                    // Filled by the outbox, not by a dialog.
                    Assert.That(own, Is.SubsetOf(new[] { "code", "moment" }), key);
                    continue;
                }

                Assert.That(
                    own,
                    Is.SubsetOf(filled.GetValueOrDefault(key) ?? []),
                    $"{key}: not filled, or not said in the tour of this test"
                );
            }
        });
    }

    [Test]
    public void Every_blank_of_every_button_is_the_clinics() =>
        Assert.That(
            Catalog.ButtonKeys.SelectMany(key =>
                BlanksOf(Catalog.ButtonOf(key).Link ?? string.Empty)
            ),
            Is.SubsetOf(DemonstrationClinic.Renderer.ClinicBlanks)
        );

    [TestCaseSource(nameof(Wordings))]
    public void A_wording_is_fit_to_be_read(string key, string wording)
    {
        var words = WordsOf(wording);
        Assert.Multiple(() =>
        {
            Assert.That(
                Forbidden.Where(forbidden => Names(wording, forbidden)),
                Is.Empty,
                "names a disease or judges"
            );
            Assert.That(
                English.Where(english => Names(wording, english)),
                InEnglish.Contains(key) ? Is.Not.Empty : Is.Empty,
                "is not French"
            );
            Assert.That(
                wording,
                Does.Not.Contain("  ")
                    .And.Not.Contain("..")
                    .And.Not.Contain("!!")
                    .And.Not.Contain("\n")
            );
            Assert.That(wording, Is.EqualTo(wording.Trim()));
            Assert.That(
                wording,
                Does.Match("^[A-ZÀÉÊÔÇ{«]").And.Match("[.?!»]$"),
                "starts with a capital and ends a sentence"
            );
            Assert.That(
                wording,
                InEnglish.Contains(key) ? Does.Contain("112") : Does.Not.Match(@"\w[?!;:]( |$)"),
                "no space before a double punctuation mark"
            );
            Assert.That(wording.Count(c => c == '«'), Is.EqualTo(wording.Count(c => c == '»')));
            Assert.That(
                SentencesOf(wording),
                Has.All.Matches<string>(s => WordsOf(s!) <= MaxWords),
                $"{words} words"
            );
            Assert.That(Catalog.WordingsOf(key), Is.Unique);
        });
    }

    [Test]
    public void No_two_texts_read_the_same()
    {
        var texts = Catalog
            .Keys.Where(key => !key.StartsWith("urgence.u", StringComparison.Ordinal))
            .SelectMany(Catalog.WordingsOf);

        Assert.That(texts, Is.Unique, "one of them could follow the other");
    }

    [Test]
    public void What_may_be_said_twice_has_two_wordings()
    {
        string[] once = ["donnees.non-demandees", "service.indisponible"];

        Assert.That(
            Catalog
                .Keys.Where(key => !key.StartsWith("urgence.", StringComparison.Ordinal))
                .Except(once, StringComparer.Ordinal)
                .Where(key => !IsSms(key)),
            Has.All.Matches<string>(key => Catalog.WordingsOf(key!).Count >= 2)
        );
    }

    [Test]
    public void Every_emergency_message_gives_a_number_and_the_sms_number() =>
        Assert.That(
            EmergencyKeys.SelectMany(Catalog.WordingsOf),
            Has.All.Match(@"\b(15|17|18|3114|119)\b")
                .And.All.Match(@"\b(112|15)\b")
                .And.All.Contains("114")
        );

    [Test]
    public async Task What_a_button_says_is_understood_where_it_is_shown()
    {
        string[][] talks =
        [
            [
                "bonjour",
                "je voudrais un rendez-vous",
                "en cardiologie",
                "jeudi matin",
                "le premier",
                "Martin Jeanne 12/03/1948 0639981234",
                "non",
            ],
            ["humain", "blorg"],
            ["j'étouffe", "oui"],
            ["j'ai eu un infarctus en 2015"],
            ["blorg", "blorg", "blorg"],
            ["un rdv chez le dentiste", "je ne sais pas", "demain", "ni l'un ni l'autre"],
            ["une irm le plus tôt possible", "plus tôt", "la liste d'attente", "non"],
            ["vous êtes un robot ?", "aide"],
            ["avez-vous un cardiologue ?", "comment me préparer ?"],
            ["j'ai dix ans", "non", "non"],
            ["je veux mourir", "oui"],
            ["il me frappe", "blorg"],
            ["c'est comme la dernière fois", "do you speak english ?", "c'est grave ?"],
            ["annuler"],
            ["quand est mon rdv ?", "Rivoal Gwendal 17/02/1975 06 39 98 41 41", "111111"],
            [
                "un rdv en cardiologie jeudi matin",
                "le premier",
                "Martin Jeanne 12/03/1948 06 39 98 12 34",
                "oui",
                "annuler mon rdv",
            ],
        ];
        foreach (
            var (talk, length) in talks.SelectMany(talk =>
                talk.Select((_, index) => (talk, index + 1))
            )
        )
        {
            foreach (var words in await SpokenButtonsAfterAsync(talk.Take(length)))
            {
                var bot = new TestBot();
                await bot.SayAllAsync(talk.Take(length));

                var said = await bot.SayAsync(words);

                Assert.That(
                    said.Where(reply =>
                        reply.Key.StartsWith("incompris", StringComparison.Ordinal)
                    ),
                    Is.Empty,
                    words
                );
            }
        }
    }

    /// <summary>One conversation after the other, until every text that has a blank of its own was said.</summary>
    private static async Task<IEnumerable<StoredReply>> TourAsync()
    {
        var bots = new List<TestBot>();
        string[] book =
        [
            "un rdv en cardiologie jeudi matin",
            "le premier",
            "Martin Jeanne 12/03/1948 06 39 98 12 34",
        ];
        string[][] tours =
        [
            [
                "quels sont vos horaires ?",
                "ouverts samedi ?",
                "ouverts dimanche ?",
                "un rdv en cardiologie",
            ],
            ["humain", "06 39 98 12 34"],
            [.. book, "oui", "annuler mon rdv"],
            ["un rdv en cardiologie le 14 juillet 2027"],
            [
                "un rdv cardio pour ma mère jeudi",
                "le premier",
                "Martin Jeanne",
                "12/03/1948",
                "06 39 98 12 34",
                "non",
            ],
            ["un rdv en cardiologie le 25 décembre"],
            ["un rdv en cardiologie jeudi 27 novembre"],
            ["un rdv en cardiologie jeudi matin", "non"],
            ["un rdv chez le dentiste"],
            ["j'étouffe", "oui"],
            ["il me frappe", "mais"],
            ["avez-vous un cardiologue ?", "vous faites des irm ?", "avez-vous un chirurgien ?"],
            ["est-ce que vous avez le dr Morel ?", "comment préparer ma coloscopie ?"],
            ["quels papiers apporter ?"],
        ];
        foreach (var tour in tours)
        {
            bots.Add(new TestBot());
            await bots[^1].SayAllAsync(tour);
        }

        bots.Add(new TestBot { Now = DemonstrationClinic.MondayMorning.AddHours(12) });
        await bots[^1].SayAsync("humain");

        bots.Add(new TestBot(DemonstrationClinic.WithFirstGestures));
        await bots[^1].SayAsync("je saigne beaucoup");

        bots.AddRange(await ChangesAsync());
        bots.Add(new TestBot());
        await bots[^1].SayAllAsync(book);
        bots[^1].Now += TimeSpan.FromHours(1);
        await bots[^1].SayAsync("oui");

        bots.Add(new TestBot());
        await bots[^1].SayAsync(book[0]);
        bots[^1].Agenda.Meanwhile = agenda =>
            agenda.Take(new("lambert", DemonstrationClinic.MondayMorning.AddDays(3)));
        await bots[^1].SayAsync("le premier");

        bots.Add(new TestBot());
        bots[^1].Agenda.IsClosed = _ => true;
        await bots[^1].SayAsync(book[0]);

        bots.Add(new TestBot());
        bots[^1].Agenda.IsClosed = _ => true;
        await bots[^1]
            .SayAllAsync(
                "un rdv cardio pour ma mère jeudi",
                "oui",
                "Martin Jeanne 12/03/1948 06 39 98 12 34",
                "oui"
            );

        bots.Add(new TestBot());
        bots[^1].Agenda.IsClosed = _ => true;
        await bots[^1].SayAllAsync("un rdv en cardiologie", "jeudi", "oui");

        bots.Add(
            new TestBot(DemonstrationClinic.With(("time_zone:", "access: tram A\ntime_zone:")))
        );
        await bots[^1].SayAsync("vous êtes où ?");

        bots.Add(new TestBot());
        bots[^1].Json = bots[0]
            .Json.Replace("\"cardiologie\"", "\"fermee\"", StringComparison.Ordinal);
        await bots[^1].SayAsync("jeudi matin");
        return bots.SelectMany(bot => bot.State.Replies);
    }

    /// <summary>A verified person sees, moves and cancels, with what can go wrong.</summary>
    private static async Task<IEnumerable<TestBot>> ChangesAsync()
    {
        const string Who = "Rivoal Gwendal 17/02/1975 06 39 98 41 41";
        const string Move = "je veux déplacer mon rdv";
        string[][] tours =
        [
            ["voir mes rendez-vous", Who, "111111", TestBot.TheCode, "annuler mon rdv", "oui"],
            [Move, Who, TestBot.TheCode, "dimanche", "plus tard", "le premier", "oui"],
            [Move, Who, TestBot.TheCode, "jeudi matin", "#pris", "le premier"],
            [Move, Who, TestBot.TheCode, "jeudi matin", "le premier", "#attendre", "oui"],
            [Move, Who, TestBot.TheCode, "#complet", "jeudi matin"],
            [Move + " de 11 h", Who, TestBot.TheCode],
            [Move, Who, TestBot.TheCode, "jeudi matin", "#disparu", "le premier"],
            ["#deux", "voir mes rendez-vous", Who, TestBot.TheCode, "annuler mon rdv"],
            ["#deux", Move, Who, TestBot.TheCode],
            ["#sites", "voir mes rendez-vous", Who, TestBot.TheCode],
        ];
        var bots = new List<TestBot>();
        foreach (var tour in tours)
        {
            var isOnTwoSites = tour[0] == "#sites";
            var bot = isOnTwoSites ? new TestBot(DemonstrationClinic.WithTwoSites) : new TestBot();
            var patient = bot.Identities.Add(
                "Rivoal",
                "Gwendal",
                new DateOnly(1975, 2, 17),
                "06 39 98 41 41"
            );
            var tuesday = DemonstrationClinic.MondayMorning.AddDays(1);
            var appointment = bot.Agenda.Book(patient, new("petit", tuesday));
            foreach (var step in tour)
            {
                switch (step)
                {
                    case "#sites":
                    case "#deux":
                        bot.Agenda.Book(patient, new("keita", tuesday.AddDays(1)));
                        break;
                    case "#pris":
                        bot.Agenda.Take(new("petit", tuesday.AddDays(2)));
                        break;
                    case "#attendre":
                        bot.Now += TimeSpan.FromMinutes(11);
                        break;
                    case "#complet":
                        bot.Agenda.IsClosed = _ => true;
                        break;
                    case "#disparu":
                        bot.Agenda.Book(patient, new("keita", tuesday.AddDays(1)));
                        bot.Agenda.Remove(appointment);
                        break;
                    default:
                        await bot.SayAsync(step);
                        break;
                }
            }

            bots.Add(bot);
        }

        return bots;
    }

    /// <summary>What pressing each button under the last replies says; links say nothing.</summary>
    private static async Task<IEnumerable<string>> SpokenButtonsAfterAsync(IEnumerable<string> talk)
    {
        var bot = new TestBot();
        var titles = (await bot.SayAllAsync(talk)).SelectMany(said => said.Buttons).ToArray();
        var known = Catalog
            .ButtonKeys.Select(Catalog.ButtonOf)
            .ToDictionary(button => button.Title, StringComparer.Ordinal);
        return titles
            .Where(title => known.GetValueOrDefault(title)?.Link is null)
            .Select(title => known.GetValueOrDefault(title)?.Says ?? title);
    }

    /// <summary>A message that leaves alone: its words are the same every time, so that patients know it again.</summary>
    private static bool IsSms(string key) => key.StartsWith("sms.", StringComparison.Ordinal);

    private static bool IsOutboxTemplate(string key)
    {
        try
        {
            return OutboxTemplates
                    .Of(new OutboxMessage("id", key, "R-00000000", DateTimeOffset.UnixEpoch))
                    .Subject.Length > 0;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static bool Names(string text, string word) =>
        Regex.IsMatch(
            text,
            $@"(?<!\w){Regex.Escape(word)}(?!\w)",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1)
        );

    private static IEnumerable<string> BlanksOf(string wording) =>
        Blank().Matches(wording).Select(match => match.Groups["blank"].Value);

    private static string[] SentencesOf(string wording) => SentenceEnd().Split(wording);

    private static int WordsOf(string text) => Word().Count(text);

    [GeneratedRegex(
        @"\{(?<blank>[^}]*)\}",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Blank();

    [GeneratedRegex(@"(?<=[.?!;:])\s", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[\w'’-]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
