using ChatbotSante.Redaction;
using ChatbotSante.Tests.Support;
using NUnit.Framework;

namespace ChatbotSante.Tests.Leaks;

/// <summary>
/// The whole program, in a place from which nothing gets out unseen, talks with patients who give away everything while it is
/// brought into every kind of trouble. Then every byte that it wrote or sent is searched for every word they said.
/// </summary>
[Category("Prove-leaks")]
[NonParallelizable]
internal sealed class LeakTests
{
    private const int Seed = 20261123;

    /// <summary>Patients of a trial: one for each thing that they can want.</summary>
    private const int PatientsOfTrial = 9;

    private static readonly LeakReport Report = new(Seed);

    private static readonly GuardTrial[] Trials =
    [
        new(
            "what is stored is sealed",
            "none: what patients ask for is kept",
            With: [],
            Without: ["--without=Seal"],
            Place.Data
        ),
        new(
            "the question is the permit",
            "a dialog keeps all that it hears (unsealed, to see it)",
            With: ["--without=Seal", "--mistake=Hoard"],
            Without: ["--without=Seal", "--mistake=Hoard", "--without=Permit"],
            Place.Data
        )
        {
            Plot = Plots.CallBack,
            Tolerated = [DataCategory.Phone],
        },
        new(
            "a fault is named by its type",
            "a dialog fails, and its exception quotes the words",
            With: ["--mistake=Throw"],
            Without: null,
            Place.Output
        ),
        new(
            "none at run time: banned when it is built",
            "words traced",
            With: null,
            Without: ["--mistake=Trace"],
            Place.Syslog
        ),
        new(
            "none at run time: banned when it is built",
            "words in a temporary file",
            With: null,
            Without: ["--mistake=TemporaryFile"],
            Place.Files
        ),
        new(
            "none at run time: no refusal has a blank to fill",
            "a refusal quotes what it refuses",
            With: null,
            Without: ["--mistake=Quote"],
            Place.Refusals
        ),
        new(
            "none at run time: a conversation has nothing of another",
            "what one patient said is told to the next",
            With: null,
            Without: ["--mistake=Mix"],
            Place.OtherPatients
        ),
        new(
            "what is logged is redacted",
            "words logged: a value, a scope, an exception's message",
            With: ["--mistake=Log"],
            Without: ["--mistake=Log", "--without=Logs"],
            Place.Output
        ),
        new(
            "what is traced is redacted",
            "a span is named by words",
            With: ["--mistake=Span"],
            Without: ["--mistake=Span", "--without=Traces"],
            Place.Telemetry
        ),
        new(
            "every client of the factory is guarded",
            "a host is named by words; without the guard, by a client of its own",
            With: ["--mistake=Lookup"],
            Without: ["--mistake=Lookup", "--without=Boundary"],
            Place.Network
        ),
    ];

    private static string UnguardedBot { get; } =
        BotProcess.Executable.Replace("/Bot/", "/UnguardedBot/", StringComparison.Ordinal)[
            ..^"ChatbotSante".Length
        ] + "UnguardedBot";

    [OneTimeSetUp]
    public static void Require() => Enclosure.Require();

    [OneTimeTearDown]
    public static Task WriteAsync() => Proof.WriteAsync("leaks", Report.ToString());

    [Test]
    public async Task Nothing_that_patients_say_is_written_or_sent_anywhere()
    {
        for (var round = 0; round < Proof.Rounds(inTests: 1, inProof: 5); round++)
        {
            var isPostgreSql = round % 4 == 3;
            var result = await Hunt.RunAsync(
                new HuntPlan
                {
                    Seed = Seed + round,
                    Conversations = Proof.Rounds(inTests: 18, inProof: 260),
                    ConversationsPerFault = Proof.Rounds(inTests: 4, inProof: 40),
                    Rehearsals = Proof.Rounds(inTests: 6, inProof: 1000),
                    IsPostgreSql = isPostgreSql,
                }
            );
            Report.Add(isPostgreSql ? "PostgreSQL" : "SQLite", result);
            TestContext.Out.WriteLine(LeakReport.Line(result));
            AssertClean(result);
            Assert.Multiple(() =>
            {
                // A hunt in which nothing happened finds nothing either.
                Assert.That(result.Bookings, Is.Positive, "patients did book");
                Assert.That(result.CallBacks, Is.Positive, "patients did ask to be called back");
                Assert.That(result.Codes, Is.Positive, "patients did get codes");
                Assert.That(result.Sms, Is.Positive);
                Assert.That(result.RefusedFiles, Is.EqualTo(isPostgreSql ? 0 : 2));
                Assert.That(result.Failed, Is.Positive);
                Assert.That(result.Packets, Is.Positive);
                Assert.That(result.Canaries.Keys, Is.EquivalentTo(CanaryMint.Categories));
                Assert.That(
                    result.Bytes.Where(place => place.Value > 0).Select(place => place.Key),
                    Is.SupersetOf(
                        new[]
                        {
                            Place.Output,
                            Place.Data,
                            Place.Outbox,
                            Place.Network,
                            Place.Telemetry,
                            Place.Refusals,
                            Place.OtherPatients,
                        }
                    )
                );
            });
        }
    }

    [Test]
    public async Task With_a_guard_taken_out_the_hunt_finds_what_it_kept()
    {
        if (!Proof.IsLong)
        {
            // All at once: each leak shows in a place of its own.
            var mixed = Trials.Where(trial => trial is { Plot: null, Without: not null }).ToArray();
            var all = await TryAsync([
                .. mixed.SelectMany(trial => trial.Without!).Distinct(StringComparer.Ordinal),
            ]);
            Assert.Multiple(() =>
            {
                foreach (var trial in mixed)
                {
                    Assert.That(At(all, trial.Place), Is.Positive, trial.Mistake);
                }
            });
            return;
        }

        foreach (var trial in Trials.Where(trial => trial.Without is not null))
        {
            var without = await TryAsync(trial.Without!, trial.Plot);
            Report.Add(trial, isGuarded: false, without);
            Assert.That(
                without.Leaks.Where(leak =>
                    leak.Place == trial.Place && !trial.Tolerated.Contains(leak.Category)
                ),
                Is.Not.Empty,
                trial.Mistake
            );
        }
    }

    [Test]
    public async Task With_its_guards_in_place_a_mistake_gives_nothing_away()
    {
        if (!Proof.IsLong)
        {
            var all = await TryAsync([
                .. Trials
                    .Where(trial => trial is { Plot: null, With: not null })
                    .SelectMany(trial => trial.With!),
            ]);
            AssertClean(all);
            return;
        }

        foreach (var trial in Trials.Where(trial => trial.With is not null))
        {
            var with = await TryAsync(trial.With!, trial.Plot);
            Report.Add(trial, isGuarded: true, with);
            AssertClean(with, trial.Tolerated);
        }
    }

    private static void AssertClean(HuntResult result, params IReadOnlyList<DataCategory> tolerated)
    {
        Assert.Multiple(() =>
        {
            Assert.That(
                result.Leaks.Where(leak => !tolerated.Contains(leak.Category)),
                Is.Empty,
                result.Summary
            );
            Assert.That(result.FoundByChance, Is.Zero);
            Assert.That(result.ExitCode, Is.Zero);
        });
    }

    private static int At(HuntResult result, Place place) =>
        result.Leaks.Count(leak => leak.Place == place);

    private static Task<HuntResult> TryAsync(IReadOnlyList<string> arguments, int? plot = null) =>
        Hunt.RunAsync(
            new HuntPlan
            {
                Seed = Seed,
                Executable = UnguardedBot,
                Arguments = arguments,
                Conversations = PatientsOfTrial,
                Plot = plot,
            }
        );
}
