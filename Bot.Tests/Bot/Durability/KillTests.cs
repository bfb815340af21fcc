using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using ChatbotSante.Bot.Clinics;
using ChatbotSante.Dialogs.Nlu.Dates;
using ChatbotSante.Tests.Support;
using Microsoft.Data.Sqlite;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Durability;

/// <summary>
/// The process is killed without warning, again and again, while patients book; each goes on where they were. At the end what
/// was said and what is in the agenda are the same.
/// </summary>
[Category("Prove-kill")]
[NonParallelizable]
internal sealed class KillTests
{
    private const int Seed = 20261123;
    private const int Patients = 4;

    /// <summary>How long after a start the process lives, at most.</summary>
    private const int LongestLifeMilliseconds = 900;

    /// <summary>And, so that patients get anywhere on a busy machine, every fourth time.</summary>
    private const int LongestFourthLifeMilliseconds = 3000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Test]
    public async Task Killed_at_random_points_it_books_once_loses_nothing_and_leaves_no_conversation_dead()
    {
        // Processes side by side, each on a folder of its own.
        var lanes = Proof.Rounds(inTests: 1, inProof: 4);
        var kills = Proof.Rounds(inTests: 12, inProof: 1000);
        var watch = Stopwatch.StartNew();

        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, lanes)
                .Select(lane => Task.Run(() => PlayAsync(lane, kills / lanes)))
        );

        await Proof.WriteAsync("kill", Report(outcomes, lanes, kills, watch.Elapsed));
        foreach (var outcome in outcomes)
        {
            Assert.Multiple(() =>
            {
                Assert.That(
                    outcome.Confirmed,
                    Has.Count.GreaterThanOrEqualTo(Math.Max(Patients, kills / lanes)),
                    "patients did book"
                );
                Assert.That(outcome.ConfirmedTwice, Is.Zero, "slots confirmed twice");
                Assert.That(outcome.Lost, Is.Zero, "confirmed and not in the agenda");
                Assert.That(outcome.Unsaid, Is.Zero, "in the agenda and never confirmed");
            });
        }
    }

    private static async Task<KillOutcome> PlayAsync(int lane, int kills)
    {
        using var folder = new TemporaryFolder();
        var clinic = folder.PathOf("clinic.yml");
        await File.WriteAllTextAsync(clinic, KillClinic.Yaml());
        await using var bot = await BotProcess.StartAsync(
            folder.PathOf("data"),
            ["--Clinic:File", clinic]
        );
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        using var stop = new CancellationTokenSource();
        var confirmed = new ConcurrentBag<string>();
        var retries = 0;

        var patients = Enumerable
            .Range(0, Patients)
            .Select(patient => Task.Run(() => BookUntilStoppedAsync(patient)))
            .ToArray();
        var random = new Random(Seed + lane);
        for (var kill = 0; kill < kills; kill++)
        {
            var longest = kill % 4 == 3 ? LongestFourthLifeMilliseconds : LongestLifeMilliseconds;
            await Task.Delay(random.Next(0, longest), CancellationToken.None);
            await bot.KillAsync();
            await bot.RestartAsync();
            Assert.That(
                Array.Find(patients, patient => patient.IsFaulted)?.Exception,
                Is.Null,
                "a conversation died"
            );
        }

        await stop.CancelAsync();
        await Task.WhenAll(patients);
        Assert.That(await bot.StopAsync(), Is.Zero);
        var booked = await BookedAsync(Path.Combine(bot.DataFolder, "chatbotsante.db"), clinic);
        return new KillOutcome([.. confirmed], booked, retries);

        async Task BookUntilStoppedAsync(int patient)
        {
            var choice = new Random(Seed + (100 * lane) + patient);
            var messages = new Uri(bot.BotsUrl, "api/messages");
            for (var n = 0; !stop.IsCancellationRequested; n++)
            {
                var caller = new ConnectorCaller(http, messages, $"p{patient}-{n}", Patience);
                var text = await Booker.BookAsync(caller, KillClinic.Request(choice));
                Interlocked.Add(ref retries, caller.Retries);
                if (text is not null)
                {
                    confirmed.Add(KillClinic.SlotIn(text));
                }
            }
        }
    }

    private static string Report(KillOutcome[] outcomes, int lanes, int kills, TimeSpan duration) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            # Killed while booking

            `./build.sh prove kill`: {lanes} processes, each on a folder of its own with {Patients} patients who book without pause
            by `/api/messages`, are killed (SIGKILL) up to {LongestLifeMilliseconds} ms after each start (every fourth
            time {LongestFourthLifeMilliseconds} ms) and started again; a message
            without an answer is sent again under the same id. At the end, what was confirmed is compared with the agenda.

            | what | number |
            | --- | --- |
            | seed | {Seed} |
            | kills | {kills / lanes * lanes} |
            | duration | {duration.TotalMinutes:F1} min |
            | bookings confirmed to a patient | {outcomes.Sum(o => o.Confirmed.Count)} |
            | bookings in the agenda at the end | {outcomes.Sum(o => o.Booked.Count)} |
            | slots confirmed twice | {outcomes.Sum(o => o.ConfirmedTwice)} |
            | confirmed and not in the agenda | {outcomes.Sum(o => o.Lost)} |
            | in the agenda and never confirmed | {outcomes.Sum(o => o.Unsaid)} |
            | messages sent again | {outcomes.Sum(o => o.Retries)} |
            | conversations that died | 0 |
            """
        );

    /// <summary>Every slot of the agenda that is booked and has its appointment, as a confirmation says it.</summary>
    private static async Task<IReadOnlyList<string>> BookedAsync(string database, string clinicFile)
    {
        var clinic = ClinicReader.ReadFile(clinicFile);
        await using var connection = new SqliteConnection(
            $"Data Source={database};Mode=ReadOnly;Pooling=False"
        );
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        var slots = 0L;
        var expected = 0L;
        command.CommandText =
            "SELECT c.schedule, c.start, a.schedule, a.start, a.length FROM slot_claims c LEFT JOIN appointments a ON a.id = c.hold_id WHERE c.held_until IS NULL "
            + "UNION ALL SELECT c.schedule, c.start, a.schedule, a.start, a.length FROM appointments a LEFT JOIN slot_claims c ON a.id = c.hold_id WHERE c.hold_id IS NULL";
        await using var reader = await command.ExecuteReaderAsync();
        var booked = new List<string>();
        while (await reader.ReadAsync())
        {
            Assert.That(
                reader.IsDBNull(0) || reader.IsDBNull(2),
                Is.False,
                "a claim without its appointment, or the reverse"
            );
            var start = clinic.Local(new DateTimeOffset(reader.GetInt64(1), TimeSpan.Zero));
            var first = clinic.Local(new DateTimeOffset(reader.GetInt64(3), TimeSpan.Zero));
            Assert.That(reader.GetString(0), Is.EqualTo(reader.GetString(2)));
            Assert.That(
                start,
                Is.InRange(first, first.AddMinutes(reader.GetInt64(4) - 1)),
                "every slot claimed lies in its appointment"
            );
            slots++;
            expected += start == first ? reader.GetInt64(4) / KillClinic.SlotMinutes : 0;
            if (start == first)
            {
                booked.Add(
                    KillClinic.Slot(
                        FrenchDateText.Moment(start),
                        clinic.Find(reader.GetString(0))!.DisplayName!
                    )
                );
            }
        }

        Assert.That(slots, Is.EqualTo(expected), "an appointment has all the slots it takes");
        return booked;
    }
}
