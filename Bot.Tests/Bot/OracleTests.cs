using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using ChatbotSante.Bot.Scaling;
using ChatbotSante.Tests.Bot.Channels;
using ChatbotSante.Tests.Bot.Durability;
using ChatbotSante.Tests.Support;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot;

/// <summary>A known and an unknown person are told apart by nothing: neither words nor time.</summary>
[Category("Prove-oracle")]
public sealed class OracleTests
{
    /// <summary>Conversations at a time: those of a pair come one after the other, known first every other time.</summary>
    private static readonly int Lanes = Proof.Rounds(inTests: 4, inProof: 16);

    /// <summary>How far apart the medians may be (decision 20).</summary>
    private const double Tolerance = 0.10;

    private static readonly int Pairs = Proof.Rounds(inTests: 32, inProof: 500);

    [Test]
    public async Task Known_and_unknown_are_told_the_same_at_the_same_time()
    {
        using var folder = new TemporaryFolder("oracle");
        await using var bot = await Bots.StartAsync(folder);
        var seed = folder.PathOf("patients.yml");
        await File.WriteAllTextAsync(seed, Seed());
        await AppointmentsByCodeTests.SeedAsync(bot, seed);
        using var http = bot.CreateClient();
        var measured = new ConcurrentBag<Answer>();

        await Parallel.ForEachAsync(
            Enumerable.Range(0, Pairs),
            new ParallelOptions { MaxDegreeOfParallelism = Lanes },
            async (pair, _) =>
            {
                var knownFirst = pair % 2 == 0;
                foreach (var isKnown in new[] { knownFirst, !knownFirst })
                {
                    await TalkAsync(http, bot, pair, isKnown, measured);
                }
            }
        );

        var steps = measured.GroupBy(answer => answer.Step).OrderBy(group => group.Key).ToArray();
        Assert.That(measured, Has.Count.EqualTo(2 * Pairs * steps.Length));
        Assert.That(steps, Has.Length.EqualTo(3));
        await Proof.WriteAsync("oracle", Report(steps));
        Assert.Multiple(() =>
        {
            foreach (var step in steps)
            {
                var known = Times(step, isKnown: true);
                var unknown = Times(step, isKnown: false);
                Assert.That(
                    step.Select(answer => answer.Text).Distinct(StringComparer.Ordinal).Count(),
                    Is.EqualTo(1),
                    "the same words"
                );
                Assert.That(
                    Math.Abs(At(known, 0.5) - At(unknown, 0.5)) / At(unknown, 0.5),
                    Is.LessThan(Tolerance)
                );
                Assert.That(
                    known[0],
                    Is.GreaterThanOrEqualTo(Conversation.FixedAnswerTime.TotalMilliseconds),
                    "never sooner"
                );
            }
        });
    }

    private static async Task TalkAsync(
        HttpClient http,
        BotProcess bot,
        int pair,
        bool isKnown,
        ConcurrentBag<Answer> measured
    )
    {
        var conversation = FormattableString.Invariant($"oracle-{pair}-{(isKnown ? 'a' : 'b')}");
        var caller = new ConnectorCaller(
            http,
            new Uri(bot.BotsUrl, "api/messages"),
            conversation,
            Bots.Bound
        );
        await caller.SayAsync("je voudrais annuler mon rendez-vous");
        string[] said = [WhoIs(isKnown ? pair : pair + Pairs), "renvoyer le code", "135791"];
        for (var step = 0; step < said.Length; step++)
        {
            var clock = Stopwatch.StartNew();
            var replies = await caller.SayAsync(said[step]);
            var time = clock.Elapsed.TotalMilliseconds;
            measured.Add(new Answer(step, isKnown, time, string.Join('|', replies)));
        }
    }

    private static string Report(IEnumerable<IGrouping<int, Answer>> steps)
    {
        string[] names = ["name, date of birth, number", "« renvoyer le code »", "a wrong code"];
        var report = new StringBuilder();
        report.AppendLine("# Known or unknown: nothing tells");
        report.AppendLine();
        report.AppendLine(
            CultureInfo.InvariantCulture,
            $"{Pairs} alternated pairs over `/api/messages` (`expectReplies`), {Lanes} conversations at a time, every person on a file of {Pairs} or on none. Milliseconds until the answer; the texts were identical, template by template and word by word."
        );
        report.AppendLine();
        report.AppendLine(
            "| message | known: median | unknown: median | apart | known: p95 | unknown: p95 |"
        );
        report.AppendLine("| --- | --- | --- | --- | --- | --- |");
        foreach (var step in steps)
        {
            var known = Times(step, isKnown: true);
            var unknown = Times(step, isKnown: false);
            var apart = Math.Abs(At(known, 0.5) - At(unknown, 0.5)) / At(unknown, 0.5);
            report.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {names[step.Key]} | {At(known, 0.5):F1} | {At(unknown, 0.5):F1} | {apart:P2} | {At(known, 0.95):F1} | {At(unknown, 0.95):F1} |"
            );
        }

        return report.ToString();
    }

    private static double[] Times(IEnumerable<Answer> answers, bool isKnown) =>
        [.. answers.Where(a => a.IsKnown == isKnown).Select(a => a.Milliseconds).Order()];

    private static double At(double[] sorted, double quantile) =>
        sorted[(int)(quantile * (sorted.Length - 1))];

    /// <summary>A patient on file for each pair.</summary>
    private static string Seed()
    {
        var yaml = new StringBuilder("patients:\n");
        for (var i = 0; i < Pairs; i++)
        {
            var (family, given, day, phone) = Person(i);
            yaml.Append(
                CultureInfo.InvariantCulture,
                $"  - {{ family: {family}, given: {given}, birth_date: 1957-{1 + (i % 12):00}-{day:00}, phone: \"{phone}\" }}\n"
            );
        }

        return yaml.ToString();
    }

    private static string WhoIs(int i)
    {
        var (family, given, day, phone) = Person(i);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{family} {given} {day:00}/{1 + (i % 12):00}/1957 {phone}"
        );
    }

    /// <summary>Invented people, each with a number of the range kept for fiction.</summary>
    private static (string Family, string Given, int Day, string Phone) Person(int i)
    {
        string[] heads = ["Bar", "Cor", "Fon", "Gar", "Jor", "Kel", "Lam", "Nav", "Quel", "Rav"];
        string[] tails = ["bonnet", "gnac", "tigny", "sart", "zan", "beuf", "chet", "doux", "vic"];
        string[] givens = ["Ysaline", "Théodrix", "Aldegonde", "Barnabé", "Clotaire", "Fantine"];
        var phone = string.Create(
            CultureInfo.InvariantCulture,
            $"06 39 98 {i / 100 % 100:00} {i % 100:00}"
        );
        return (
            heads[i % heads.Length] + tails[i / heads.Length % tails.Length],
            givens[i % givens.Length],
            1 + (i % 28),
            phone
        );
    }

    private sealed record Answer(int Step, bool IsKnown, double Milliseconds, string Text);
}
