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
    private const int Patients = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Test]
    public async Task Killed_at_random_points_it_books_once_loses_nothing_and_leaves_no_conversation_dead()
    {
        var rounds = Proof.Rounds(inTests: 12, inProof: 1000);
        using var folder = new TemporaryFolder();
        var clinic = folder.PathOf("clinic.yml");
        await File.WriteAllTextAsync(clinic, KillClinic.Yaml());
        await using var bot = await BotProcess.StartAsync(
            folder.PathOf("data"),
            ["--Clinic:File", clinic]
        );
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        using var stop = new CancellationTokenSource();
        var confirmations = new ConcurrentBag<string>();
        var retries = 0;
        var full = 0;

        var patients = Enumerable
            .Range(0, Patients)
            .Select(patient => Task.Run(() => BookUntilAsync(patient)))
            .ToArray();
        var watch = Stopwatch.StartNew();
        var random = new Random(Seed);
        for (var round = 0; round < rounds; round++)
        {
            await Task.Delay(random.Next(0, 400), CancellationToken.None);
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
        Assert.Multiple(() =>
        {
            Assert.That(
                confirmations,
                Has.Count.GreaterThan(rounds),
                "patients did book meanwhile"
            );
            Assert.That(
                confirmations.Distinct(StringComparer.Ordinal).Count(),
                Is.EqualTo(confirmations.Count),
                "a slot was confirmed twice"
            );
            Assert.That(
                booked,
                Is.EquivalentTo(confirmations),
                "what was said and what is booked differ"
            );
        });
        await Proof.WriteAsync(
            "kill",
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                # Killed while booking

                `./build.sh prove kill`: {Patients} patients book without pause by `/api/messages` while the process is killed (SIGKILL)
                and started again on the same folder; a message without an answer is sent again under the same id.

                | what | number |
                | --- | --- |
                | seed | {Seed} |
                | kills | {rounds} |
                | duration | {watch.Elapsed.TotalMinutes:F1} min |
                | bookings confirmed to a patient | {confirmations.Count} |
                | bookings in the agenda at the end | {booked.Count} |
                | slots confirmed twice | {confirmations.Count
                    - confirmations.Distinct(StringComparer.Ordinal).Count()} |
                | confirmed and not in the agenda | {confirmations.Except(booked, StringComparer.Ordinal).Count()} |
                | in the agenda and never confirmed | {booked.Except(confirmations, StringComparer.Ordinal).Count()} |
                | messages sent again | {retries} |
                | conversations that found the agenda full | {full} |
                | conversations that died | 0 |
                """
            )
        );

        async Task BookUntilAsync(int patient)
        {
            var choice = new Random(Seed + patient);
            for (var n = 0; !stop.IsCancellationRequested; n++)
            {
                var caller = new ConnectorCaller(
                    http,
                    new Uri(bot.BotsUrl, "api/messages"),
                    $"p{patient}-{n}",
                    Patience
                );
                var text = await Booker.BookAsync(caller, KillClinic.Request(choice));
                Interlocked.Add(ref retries, caller.Retries);
                if (text is null)
                {
                    Interlocked.Increment(ref full);
                }
                else
                {
                    confirmations.Add(KillClinic.SlotIn(text));
                }
            }
        }
    }

    /// <summary>Every slot of the agenda that is booked and has its appointment, as a confirmation says it.</summary>
    private static async Task<IReadOnlyList<string>> BookedAsync(string database, string clinicFile)
    {
        var clinic = ClinicReader.ReadFile(clinicFile);
        await using var connection = new SqliteConnection(
            $"Data Source={database};Mode=ReadOnly;Pooling=False"
        );
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT c.schedule, c.start, a.schedule, a.start FROM slot_claims c LEFT JOIN appointments a ON a.id = c.hold_id WHERE c.held_until IS NULL "
            + "UNION ALL SELECT c.schedule, c.start, a.schedule, a.start FROM appointments a LEFT JOIN slot_claims c ON a.id = c.hold_id WHERE c.hold_id IS NULL";
        await using var reader = await command.ExecuteReaderAsync();
        var booked = new List<string>();
        while (await reader.ReadAsync())
        {
            Assert.That(
                reader.IsDBNull(0) || reader.IsDBNull(2),
                Is.False,
                "a claim without its appointment, or the reverse"
            );
            Assert.That(
                (reader.GetString(0), reader.GetInt64(1)),
                Is.EqualTo((reader.GetString(2), reader.GetInt64(3)))
            );
            var start = clinic.Local(new DateTimeOffset(reader.GetInt64(1), TimeSpan.Zero));
            booked.Add(
                KillClinic.Slot(
                    FrenchDateText.Moment(start),
                    clinic.Find(reader.GetString(0))!.DisplayName!
                )
            );
        }

        return booked;
    }
}
