using System.Globalization;
using ChatbotSante.Bot.Clinics;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Bot.Sealing;
using ChatbotSante.Bot.Storage;
using ChatbotSante.Dialogs.Activities;
using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Dialogs.Nlu.Dates;
using ChatbotSante.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Storage;

/// <summary>What the store promises, on whichever database it runs.</summary>
public abstract class StoreContract
{
    private const string Schedule = "lambert";
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset SlotStart = new(2026, 11, 26, 8, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Person = [.. Enumerable.Repeat((byte)7, 16)];
    private const string Sentence = "0123456789abcdef0123456789abcdef";
    private static readonly int Today = DateOnly.FromDateTime(Now.UtcDateTime).DayNumber;
    private static readonly DateTimeOffset MissedUntil = new(2026, 12, 22, 23, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);
    private int _ids;
    private TestStore? _opened;

    private TestStore Store => _opened!;

    [SetUp]
    public async Task OpenStoreAsync() => _opened = await OpenAsync();

    [TearDown]
    public async Task CloseStoreAsync() => await Store.DisposeAsync();

    private protected abstract Task<TestStore> OpenAsync();

    [Test]
    public async Task A_conversation_is_read_back_as_it_was_written()
    {
        var conversation = NewConversation();
        var key = new KeyId(Guid.NewGuid());
        var conversations = new SqlConversationStore(Store.Reads, Store.Writer);

        var before = await conversations.LoadAsync(conversation, CancellationToken.None);
        var outcome = await conversations.CommitAsync(
            new TurnCommit(conversation, 0, key, [1, 2, 0, 255], Now.AddMinutes(30), [])
        );
        var after = await conversations.LoadAsync(conversation, CancellationToken.None);

        Assert.That(before, Is.Null);
        Assert.That(outcome, Is.EqualTo(CommitOutcome.Saved));
        Assert.That(after, Is.Not.Null);
        Assert.That(after!.Revision, Is.EqualTo(1));
        Assert.That(after.Key, Is.EqualTo(key));
        Assert.That(after.ForgetAt, Is.EqualTo(Now.AddMinutes(30)));
        Assert.That(after.Sealed, Is.EqualTo(new byte[] { 1, 2, 0, 255 }));
    }

    [Test]
    public async Task Only_a_turn_played_on_the_last_revision_is_saved()
    {
        var conversation = NewConversation();
        var held = new StoreCommand.Hold(NewHold(), Schedule, SlotStart, Now, Now.AddMinutes(10));

        Assert.That(await CommitAsync(conversation, 0, 1), Is.EqualTo(CommitOutcome.Saved));
        Assert.That(await CommitAsync(conversation, 1, 2), Is.EqualTo(CommitOutcome.Saved));
        Assert.That(await CommitAsync(conversation, 1, 3, held), Is.EqualTo(CommitOutcome.Stale));
        Assert.That(await CommitAsync(conversation, 0, 4, held), Is.EqualTo(CommitOutcome.Stale));
        Assert.That(
            await CommitAsync(NewConversation(), 1, 5, held),
            Is.EqualTo(CommitOutcome.Stale)
        );

        var stored = await Store.Reads.ReadAsync(
            conversation.Value,
            static (statements, id) => statements.Conversation(id)
        );
        Assert.That(stored!.Revision, Is.EqualTo(2));
        Assert.That(stored.Sealed, Is.EqualTo(new byte[] { 2 }));
        Assert.That(Store.Count("slot_claims"), Is.Zero);
        Assert.That(Store.Count("conversations"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_refused_turn_is_rolled_back_alone_in_its_group()
    {
        await CommitAsync(NewConversation(), 0, 1, Hold(NewHold()));
        List<Task<CommitOutcome>> group;

        await using (Store.BlockWrites())
        {
            // The first is stuck in its transaction; all the others wait together behind it.
            group =
            [
                .. Enumerable
                    .Range(0, 60)
                    .Select(i =>
                        i % 3 == 1
                            ? CommitAsync(
                                NewConversation(),
                                0,
                                1,
                                Audit(i),
                                CallBack(),
                                Hold(NewHold())
                            )
                            : CommitAsync(NewConversation(), 0, 1, Audit(i))
                    ),
            ];
        }

        var outcomes = await Task.WhenAll(group).WaitAsync(Bound);
        var (entries, broken) = await AuditLog().VerifyAsync(CancellationToken.None);

        Assert.That(
            outcomes.Select((outcome, i) => (outcome, i)),
            Has.All.Matches<(CommitOutcome Outcome, int I)>(o =>
                o.Outcome == (o.I % 3 == 1 ? CommitOutcome.Refused : CommitOutcome.Saved)
            )
        );
        Assert.That(Store.Count("conversations"), Is.EqualTo(41));
        Assert.That(Store.Count("call_backs"), Is.Zero);
        Assert.That(entries, Is.EqualTo(40));
        Assert.That(broken, Is.Empty);
    }

    [Test]
    public async Task A_held_slot_is_refused_to_others_until_it_is_given_back()
    {
        var hold = NewHold();

        Assert.That(await RunAsync(Hold(hold)), Is.EqualTo(CommitOutcome.Saved));
        Assert.That(await RunAsync(Hold(NewHold())), Is.EqualTo(CommitOutcome.Refused));
        Assert.That(await StatusAsync(hold, Now), Is.EqualTo(HoldStatus.Held));
        Assert.That(
            await RunAsync(new StoreCommand.Release(hold)),
            Is.EqualTo(CommitOutcome.Saved)
        );
        Assert.That(await StatusAsync(hold, Now), Is.EqualTo(HoldStatus.Lost));
        Assert.That(await RunAsync(Hold(NewHold())), Is.EqualTo(CommitOutcome.Saved));
        Assert.That(
            await RunAsync(new StoreCommand.Release(hold)),
            Is.EqualTo(CommitOutcome.Saved)
        );
        Assert.That(Store.Count("slot_claims"), Is.EqualTo(1));
    }

    [Test]
    public async Task An_expired_hold_is_taken_over_and_can_not_be_booked_any_more()
    {
        var first = NewHold();
        var second = NewHold();
        var end = Now.AddMinutes(10);
        await RunAsync(Hold(first));

        Assert.That(
            await RunAsync(Hold(second, end)),
            Is.EqualTo(CommitOutcome.Refused),
            "it holds to the last instant"
        );
        Assert.That(
            await RunAsync(Book(first, end.AddTicks(1))),
            Is.EqualTo(CommitOutcome.Refused),
            "expired, though nobody wants it"
        );
        Assert.That(await RunAsync(Hold(second, end.AddTicks(1))), Is.EqualTo(CommitOutcome.Saved));
        Assert.That(
            await RunAsync(Book(first, end.AddTicks(2))),
            Is.EqualTo(CommitOutcome.Refused)
        );
        Assert.That(await StatusAsync(first, end.AddTicks(2)), Is.EqualTo(HoldStatus.Lost));
        Assert.That(await StatusAsync(second, end.AddTicks(2)), Is.EqualTo(HoldStatus.Held));
        Assert.That(Store.Count("appointments"), Is.Zero);
    }

    [Test]
    public async Task Confirming_twice_books_once_and_nothing_releases_it()
    {
        var hold = NewHold();
        await RunAsync(Hold(hold));

        Assert.That(
            await RunAsync(Book(hold, Now.AddMinutes(1), 7)),
            Is.EqualTo(CommitOutcome.Saved)
        );
        Assert.That(
            await RunAsync(Book(hold, Now.AddHours(1), 8)),
            Is.EqualTo(CommitOutcome.Saved)
        );
        await RunAsync(new StoreCommand.Release(hold));

        Assert.That(Store.Count("appointments"), Is.EqualTo(1));
        Assert.That(
            await RunAsync(Hold(NewHold(), Now.AddDays(1))),
            Is.EqualTo(CommitOutcome.Refused),
            "booked, it never expires"
        );
        Assert.That(await StatusAsync(hold, Now.AddDays(1)), Is.EqualTo(HoldStatus.Booked));
        await using var context = Store.Conversations.Context();
        var appointment = await context.Appointments.SingleAsync();
        Assert.That(appointment.Sealed, Is.EqualTo(new byte[] { 7 }));
        Assert.That(appointment.PurgeAt, Is.EqualTo(SlotStart.AddDays(30).UtcTicks));
    }

    [Test]
    public async Task Of_two_hundred_who_want_one_slot_one_gets_it()
    {
        var outcomes = await Task.WhenAll(
                Enumerable
                    .Range(0, 200)
                    .Select(i =>
                        Task.Run(() => CommitAsync(NewConversation(), 0, 1, Hold(NewHold())))
                    )
            )
            .WaitAsync(Bound);

        Assert.That(outcomes.Count(outcome => outcome == CommitOutcome.Saved), Is.EqualTo(1));
        Assert.That(outcomes.Count(outcome => outcome == CommitOutcome.Refused), Is.EqualTo(199));
        Assert.That(Store.Count("conversations"), Is.EqualTo(1));
        Assert.That(Store.Count("slot_claims"), Is.EqualTo(1));
    }

    [Test]
    public async Task Two_writers_that_want_the_same_slots_in_opposite_orders_both_get_answers()
    {
        const int Slots = 40;
        const int Rounds = 5;
        var other = Store.AddWriter("node-2");
        var saved = 0;

        for (var round = 0; round < Rounds; round++)
        {
            var day = round;
            var upwards = Enumerable.Range(0, Slots);
            Task<CommitOutcome>[] turns;

            await using (Store.BlockWrites())
            {
                turns =
                [
                    .. upwards.Select(i => ClaimAsync(Store.Writer, day, i)),
                    .. upwards.Reverse().Select(i => ClaimAsync(other, day, i)),
                ];
            }

            var outcomes = await Task.WhenAll(turns).WaitAsync(Bound);
            saved += outcomes.Count(outcome => outcome == CommitOutcome.Saved);
            Assert.That(outcomes, Has.None.EqualTo(CommitOutcome.Stale));
        }

        var (entries, broken) = await AuditLog().VerifyAsync(CancellationToken.None);
        Assert.That(saved, Is.EqualTo(Slots * Rounds));
        Assert.That(Store.Count("slot_claims"), Is.EqualTo(Slots * Rounds));
        Assert.That(entries, Is.EqualTo(Slots * Rounds));
        Assert.That(broken, Is.Empty);

        Task<CommitOutcome> ClaimAsync(TurnWriter writer, int day, int i) =>
            writer.CommitAsync(
                new TurnCommit(
                    NewConversation(),
                    0,
                    new KeyId(Guid.NewGuid()),
                    [1],
                    Now.AddMinutes(30),
                    [
                        new StoreCommand.Hold(
                            NewHold(),
                            Schedule,
                            SlotStart.AddDays(day).AddMinutes(i),
                            Now,
                            Now.AddMinutes(10)
                        ),
                        Audit(i),
                    ]
                )
            );
    }

    [Test]
    public async Task A_long_visit_is_held_whole_or_not_at_all()
    {
        var one = NewHold();
        var two = NewHold();
        var next = SlotStart.AddMinutes(30);
        await RunAsync(new StoreCommand.Hold(NewHold(), Schedule, next, Now, Now.AddMinutes(10)));

        Assert.That(await RunAsync(LongHold(one, Now)), Is.EqualTo(CommitOutcome.Refused));
        Assert.That(Store.Count("slot_claims"), Is.EqualTo(1), "the first of its slots was free");

        var later = Now.AddMinutes(11);
        Assert.That(await RunAsync(LongHold(two, later)), Is.EqualTo(CommitOutcome.Saved));
        Assert.That(Store.Count("slot_claims"), Is.EqualTo(2), "it took the expired one over");
        Assert.That(await StatusAsync(two, later), Is.EqualTo(HoldStatus.Held));

        await RunAsync(new StoreCommand.Release(two));
        Assert.That(Store.Count("slot_claims"), Is.Zero);
    }

    [Test]
    public async Task A_long_visit_is_booked_with_all_its_slots_or_refused()
    {
        var part = NewHold();
        var whole = NewHold();
        var end = Now.AddMinutes(10);
        var next = SlotStart.AddMinutes(30);
        await RunAsync(LongHold(part, Now));
        await RunAsync(
            new StoreCommand.Hold(NewHold(), Schedule, next, end.AddTicks(1), end.AddMinutes(10))
        );

        Assert.That(
            await RunAsync(LongBook(part, end)),
            Is.EqualTo(CommitOutcome.Refused),
            "one of its slots is somebody else's"
        );
        Assert.That(Store.Count("appointments"), Is.Zero);

        var late = end.AddMinutes(11);
        Assert.That(await RunAsync(LongHold(whole, late)), Is.EqualTo(CommitOutcome.Saved));
        Assert.That(await RunAsync(LongBook(whole, late)), Is.EqualTo(CommitOutcome.Saved));
        Assert.That(await RunAsync(LongBook(whole, late)), Is.EqualTo(CommitOutcome.Saved));

        Assert.That(Store.Count("appointments"), Is.EqualTo(1));
        Assert.That(Store.Number("SELECT length FROM appointments"), Is.EqualTo(60));
        Assert.That(
            Store.Number("SELECT COUNT(*) FROM slot_claims WHERE held_until IS NULL"),
            Is.EqualTo(2)
        );
        Assert.That(await StatusAsync(whole, late.AddDays(1)), Is.EqualTo(HoldStatus.Booked));
    }

    [Test]
    public async Task Long_visits_that_overlap_are_never_both_held()
    {
        var other = Store.AddWriter("node-2");
        var outcomes = await Task.WhenAll(
                Enumerable
                    .Range(0, 60)
                    .Select(i =>
                        Task.Run(() =>
                            (i % 2 == 0 ? Store.Writer : other).CommitAsync(
                                new TurnCommit(
                                    NewConversation(),
                                    0,
                                    new KeyId(Guid.NewGuid()),
                                    [1],
                                    Now.AddMinutes(30),
                                    [LongHold(NewHold(), Now, SlotStart.AddMinutes(30 * (i % 3)))]
                                )
                            )
                        )
                    )
            )
            .WaitAsync(Bound);

        // Starts 0, 1 and 2: either the middle one, or one or both of the others.
        var saved = outcomes.Count(outcome => outcome == CommitOutcome.Saved);
        Assert.That(saved, Is.EqualTo(1).Or.EqualTo(2));
        Assert.That(Store.Count("slot_claims"), Is.EqualTo(2 * saved));
        Assert.That(
            Store.Number(
                "SELECT COUNT(*) FROM (SELECT hold_id FROM slot_claims GROUP BY hold_id HAVING COUNT(*) = 2) h"
            ),
            Is.EqualTo(saved)
        );
    }

    [Test]
    public async Task The_agenda_offers_a_long_visit_where_all_its_slots_are_free()
    {
        var agenda = Agenda();
        var hour = TimeSpan.FromHours(1);
        var day = new DateWish(new(2026, 11, 26), new(2026, 11, 26));
        var query = new SlotQuery(["faure"], day, Now, 10) { Visit = hour };
        var taken = SlotStart.AddMinutes(30);
        await RunAsync(new StoreCommand.Hold(NewHold(), "faure", taken, Now, Now.AddMinutes(10)));

        var free = await agenda.FindFreeAsync(query, CancellationToken.None);
        var all = await agenda.FindFreeAsync(
            query with
            {
                Now = Now.AddMinutes(11),
            },
            CancellationToken.None
        );

        Assert.That(all, Has.Count.EqualTo(10), "five and seven starts, and ten asked for");
        Assert.That(
            free.Select(slot => slot.Start),
            Is.Ordered.Ascending.And.None.EqualTo(SlotStart).And.None.EqualTo(taken)
        );
        Assert.That(
            free.Select(slot => slot.Start.ToOffset(TimeSpan.FromHours(1)).TimeOfDay),
            Has.None.EqualTo(new TimeSpan(11, 30, 0)),
            "it would run into the lunch hour"
        );
        Assert.That(
            await agenda.IsFreeAsync(
                new Slot("faure", SlotStart),
                hour,
                Now,
                CancellationToken.None
            ),
            Is.False
        );
        Assert.That(
            await agenda.IsFreeAsync(
                new Slot("faure", SlotStart),
                null,
                Now,
                CancellationToken.None
            ),
            Is.True
        );
    }

    [Test]
    public async Task The_agenda_looks_on_either_side_of_what_was_offered()
    {
        var agenda = Agenda();
        var day = new DateWish(new(2026, 11, 26), new(2026, 11, 26));
        var query = new SlotQuery([Schedule], day, Now, 10);
        var ten = SlotStart.AddHours(2);

        var after = await agenda.FindFreeAsync(query with { After = ten }, CancellationToken.None);
        var before = await agenda.FindFreeAsync(
            query with
            {
                Before = ten,
            },
            CancellationToken.None
        );

        Assert.That(after.Select(slot => slot.Start), Is.Not.Empty.And.All.GreaterThan(ten));
        Assert.That(
            before.Select(slot => slot.Start).ToArray(),
            Has.Length.EqualTo(4).And.All.LessThan(ten)
        );
    }

    [Test]
    public async Task The_waiting_list_is_read_and_closed_on_record_and_ends_after_thirty_days()
    {
        using var audit = AuditLog();
        var list = new EfWaitingList(Store.Conversations, audit);
        var first = Wait(Now);
        var second = Wait(Now.AddMinutes(1));
        await RunAsync(second, first);
        var reference = "A-" + first.Id[^8..].ToUpperInvariant();

        var open = await list.OpenAsync("user:test", Now, CancellationToken.None);
        var unknown = await list.CloseAsync("A-FFFFFFFF", "user:test", Now, CancellationToken.None);
        var closed = await list.CloseAsync(
            reference,
            "user:test",
            Now.AddHours(1),
            CancellationToken.None
        );
        var again = await list.CloseAsync(reference, "user:test", Now, CancellationToken.None);
        var left = await list.OpenAsync("user:test", Now, CancellationToken.None);

        Assert.That(open.Select(entry => entry.Id), Is.EqualTo([first.Id, second.Id]));
        Assert.That(open[0].Sealed, Is.EqualTo(first.Sealed));
        Assert.That((unknown, closed, again), Is.EqualTo((false, true, false)));
        Assert.That(left.Select(entry => entry.Id), Is.EqualTo([second.Id]));
        Assert.That(
            Store.Number("SELECT COUNT(*) FROM audit WHERE action LIKE 'waiting-list.%'"),
            Is.EqualTo(3)
        );

        var retention = new EfRetentionStore(Store.Conversations);
        Assert.That(
            await retention.KeysInUseAsync(CancellationToken.None),
            Is.SupersetOf([first.Key, second.Key])
        );
        Assert.That(
            await retention.PurgeAsync(Now.AddHours(25), CancellationToken.None),
            Does.Contain(first.Key).And.Not.Contain(second.Key)
        );
        Assert.That(Store.Count("waiting_list"), Is.EqualTo(1));
        await retention.PurgeAsync(Now.AddDays(30), CancellationToken.None);
        Assert.That(Store.Count("waiting_list"), Is.EqualTo(1));
        await retention.PurgeAsync(Now.AddDays(30).AddMinutes(1), CancellationToken.None);
        Assert.That(Store.Count("waiting_list"), Is.Zero);
    }

    [Test]
    public async Task A_place_closed_on_its_last_day_is_kept_no_longer()
    {
        using var audit = AuditLog();
        var list = new EfWaitingList(Store.Conversations, audit);
        var wait = Wait(Now);
        await RunAsync(wait);

        await list.CloseAsync(
            wait.Id[^8..],
            "user:test",
            Now.AddDays(30).AddHours(-1),
            CancellationToken.None
        );

        Assert.That(
            Store.Number("SELECT purge_at FROM waiting_list"),
            Is.EqualTo(Now.AddDays(30).UtcTicks)
        );
    }

    [Test]
    public async Task The_agenda_offers_what_nobody_holds_or_has_booked()
    {
        var agenda = Agenda();
        var query = new SlotQuery([Schedule], DateWish.AnyTime, Now, 2);
        var free = await agenda.FindFreeAsync(query, CancellationToken.None);
        await RunAsync(
            new StoreCommand.Hold(NewHold(), Schedule, free[0].Start, Now, Now.AddMinutes(10))
        );

        var later = await agenda.FindFreeAsync(query, CancellationToken.None);
        var expired = Now.AddMinutes(10).AddTicks(1);

        Assert.That(free, Has.Count.EqualTo(2));
        Assert.That(free[0].Start, Is.GreaterThan(Now));
        Assert.That(later.Select(slot => slot.Start), Has.None.EqualTo(free[0].Start));
        Assert.That(await agenda.IsFreeAsync(free[0], null, Now, CancellationToken.None), Is.False);
        Assert.That(
            await agenda.IsFreeAsync(
                free[0] with
                {
                    Schedule = "morel",
                },
                null,
                Now,
                CancellationToken.None
            ),
            Is.True
        );
        Assert.That(
            await agenda.IsFreeAsync(free[0], null, expired, CancellationToken.None),
            Is.True
        );
        Assert.That(
            await agenda.IsFreeAsync(
                free[0] with
                {
                    Start = free[0].Start.AddMinutes(1),
                },
                null,
                Now,
                CancellationToken.None
            ),
            Is.False,
            "no slot starts then"
        );
    }

    [Test]
    public async Task What_is_due_is_forgotten_with_its_key_and_nothing_before()
    {
        using var ring = Store.KeyRing(new FakeTimeProvider(Now));
        var forget = Now.AddMinutes(30);
        var kept = await SealedConversationAsync(ring, forget.AddTicks(1));
        var due = await SealedConversationAsync(ring, forget);
        var retention = new EfRetentionStore(Store.Conversations);

        var early = await retention.PurgeAsync(forget.AddMinutes(-1), CancellationToken.None);
        Assert.That(early, Is.Empty);
        Assert.That(Store.Count("conversations"), Is.EqualTo(2));

        var freed = await retention.PurgeAsync(forget, CancellationToken.None);
        await ring.DestroyAsync(freed, CancellationToken.None);

        using var another = Store.KeyRing(new FakeTimeProvider(Now));
        Assert.That(freed, Is.EqualTo(new[] { due.Key }));
        Assert.That(Store.Count("conversations"), Is.EqualTo(1));
        Assert.That(await ring.OpenAsync(due.Row, due.Sealed, CancellationToken.None), Is.Null);
        Assert.That(await another.OpenAsync(due.Row, due.Sealed, CancellationToken.None), Is.Null);
        Assert.That(
            await another.OpenAsync(kept.Row, kept.Sealed, CancellationToken.None),
            Is.EqualTo(new byte[] { 42 })
        );
        Assert.That(
            await retention.KeysInUseAsync(CancellationToken.None),
            Is.EquivalentTo([kept.Key])
        );
    }

    [Test]
    public async Task Every_kind_of_row_has_its_end()
    {
        var hold = NewHold();
        var lost = NewHold();
        await RunAsync(
            Hold(hold),
            Book(hold, Now),
            CallBack(),
            new StoreCommand.Send(
                NewHold(),
                "rappel.secretariat",
                "R-00000000",
                Now,
                Now.AddDays(7)
            ),
            new StoreCommand.Audit("bot", "appointment.booked", hold, Now),
            new StoreCommand.Hold(lost, "morel", SlotStart, Now, Now.AddMinutes(10))
        );
        var retention = new EfRetentionStore(Store.Conversations);

        var held = await PurgeAsync(Now.AddMinutes(10));
        var expired = await PurgeAsync(Now.AddMinutes(10).AddTicks(1));
        var week = await PurgeAsync(Now.AddDays(7));
        var appointment = await PurgeAsync(SlotStart.AddDays(30).AddTicks(1));
        var year = await PurgeAsync(Now.AddDays(365));
        var audit = await PurgeAsync(Now.AddDays(365).AddTicks(1));

        // claims, appointments, call-backs, outbox, audit
        Assert.That(held, Is.EqualTo((2, 1, 1, 1, 1)));
        Assert.That(expired, Is.EqualTo((1, 1, 1, 1, 1)));
        Assert.That(week, Is.EqualTo((1, 1, 0, 0, 1)));
        Assert.That(appointment, Is.EqualTo((0, 0, 0, 0, 1)));
        Assert.That(year, Is.EqualTo((0, 0, 0, 0, 1)));
        Assert.That(audit, Is.EqualTo((0, 0, 0, 0, 0)));

        async Task<(long, long, long, long, long)> PurgeAsync(DateTimeOffset at)
        {
            await retention.PurgeAsync(at, CancellationToken.None);

            return (
                Store.Count("slot_claims"),
                Store.Count("appointments"),
                Store.Count("call_backs"),
                Store.Count("outbox"),
                Store.Count("audit")
            );
        }
    }

    [TestCase("UPDATE audit SET actor = 'eve' WHERE sequence = 3", "node#3")]
    [TestCase("UPDATE audit SET action = 'nothing' WHERE sequence = 3", "node#3")]
    [TestCase("UPDATE audit SET subject = 'other' WHERE sequence = 1", "node#1")]
    [TestCase("UPDATE audit SET at = at + 1 WHERE sequence = 5", "node#5")]
    [TestCase(
        "UPDATE audit SET hash = (SELECT hash FROM audit WHERE sequence = 1) WHERE sequence = 4",
        "node#4"
    )]
    [TestCase("DELETE FROM audit WHERE sequence = 3", "node#3")]
    [TestCase("DELETE FROM audit WHERE sequence IN (2, 3, 4)", "node#2")]
    public async Task An_altered_or_removed_entry_of_the_audit_is_named(
        string tampering,
        string place
    )
    {
        await AuditedAsync(5);
        var intact = await AuditLog().VerifyAsync(CancellationToken.None);

        Assert.That(Store.Execute(tampering), Is.GreaterThan(0));
        var tampered = await AuditLog().VerifyAsync(CancellationToken.None);

        Assert.That(intact.Broken, Is.Empty);
        Assert.That(intact.Entries, Is.EqualTo(5));
        Assert.That(tampered.Broken, Is.EqualTo(new[] { place }));
    }

    [Test]
    public async Task The_audit_goes_on_after_a_restart_and_each_chain_stands_for_itself()
    {
        await AuditedAsync(3);
        Store.RestartWriter();
        await AuditedAsync(2);
        using var log = AuditLog();
        using var sameChain = AuditLog();
        await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(i =>
                    Task.Run(() =>
                        (i % 2 == 0 ? log : sameChain).AppendAsync(
                            "user:test",
                            "callbacks.read",
                            "all",
                            Now,
                            CancellationToken.None
                        )
                    )
                )
        );

        var whole = await log.VerifyAsync(CancellationToken.None);
        Store.Execute("UPDATE audit SET actor = 'eve' WHERE chain = 'command' AND sequence = 20");
        var tampered = await log.VerifyAsync(CancellationToken.None);

        Assert.That(whole.Entries, Is.EqualTo(25));
        Assert.That(whole.Broken, Is.Empty);
        Assert.That(tampered.Broken, Is.EqualTo(new[] { "command#20" }));
    }

    [Test]
    public async Task What_retention_removed_from_the_audit_breaks_nothing()
    {
        await AuditedAsync(5);
        Store.Execute("DELETE FROM audit WHERE sequence <= 2");

        var (entries, broken) = await AuditLog().VerifyAsync(CancellationToken.None);

        Assert.That(entries, Is.EqualTo(3));
        Assert.That(broken, Is.Empty);
    }

    [Test]
    public async Task A_message_is_due_from_its_time_and_marked_once()
    {
        var outbox = new EfOutboxStore(Store.Conversations);
        await RunAsync(
            new StoreCommand.Send(
                "b",
                "rappel.secretariat",
                "R-00000002",
                Now.AddMinutes(1),
                Now.AddDays(7)
            ),
            new StoreCommand.Send("a", "rappel.secretariat", "R-00000001", Now, Now.AddDays(7)),
            new StoreCommand.Send("a", "rappel.secretariat", "R-00000001", Now, Now.AddDays(7))
        );

        var early = await outbox.DueAsync(Now.AddTicks(-1), 10, CancellationToken.None);
        var both = await outbox.DueAsync(Now.AddMinutes(1), 10, CancellationToken.None);
        var one = await outbox.DueAsync(Now.AddMinutes(1), 1, CancellationToken.None);
        await outbox.MarkSentAsync(["a"], Now.AddMinutes(2), CancellationToken.None);
        await outbox.MarkSentAsync(["a"], Now.AddMinutes(3), CancellationToken.None);
        var left = await outbox.DueAsync(Now.AddMinutes(4), 10, CancellationToken.None);

        Assert.That(early, Is.Empty);
        Assert.That(both.Select(message => message.Id), Is.EqualTo(["a", "b"]));
        Assert.That(one.Select(message => message.Reference), Is.EqualTo(["R-00000001"]));
        Assert.That(left.Select(message => message.Id), Is.EqualTo(["b"]));
        Assert.That(
            Store.Number("SELECT sent_at FROM outbox WHERE id = 'a'"),
            Is.EqualTo(Now.AddMinutes(2).UtcTicks)
        );
    }

    [Test]
    public async Task Reading_and_closing_a_call_back_is_audited_and_closing_brings_its_end_nearer()
    {
        using var audit = AuditLog();
        var desk = new EfCallBackDesk(Store.Conversations, audit);
        var first = CallBack();
        var second = CallBack(Now.AddMinutes(1));
        await RunAsync(second, first);
        var reference = "R-" + first.Id[^8..].ToUpperInvariant();

        var open = await desk.OpenAsync("user:test", Now, CancellationToken.None);
        var unknown = await desk.CloseAsync("R-FFFFFFFF", "user:test", Now, CancellationToken.None);
        var part = await desk.CloseAsync(
            "R-" + first.Id[^4..],
            "user:test",
            Now,
            CancellationToken.None
        );
        var closed = await desk.CloseAsync(
            reference,
            "user:test",
            Now.AddHours(1),
            CancellationToken.None
        );
        var again = await desk.CloseAsync(
            reference,
            "user:test",
            Now.AddHours(2),
            CancellationToken.None
        );
        var left = await desk.OpenAsync("user:test", Now, CancellationToken.None);

        Assert.That(open.Select(request => request.Id), Is.EqualTo([first.Id, second.Id]));
        Assert.That(open[0].Sealed, Is.EqualTo(first.Sealed));
        Assert.That((unknown, part, closed, again), Is.EqualTo((false, false, true, false)));
        Assert.That(left.Select(request => request.Id), Is.EqualTo([second.Id]));
        Assert.That(
            Store.Number($"SELECT purge_at FROM call_backs WHERE id = '{first.Id}'"),
            Is.EqualTo(Now.AddHours(25).UtcTicks)
        );
        Assert.That(
            Store.Number("SELECT COUNT(*) FROM audit WHERE action = 'callbacks.read'"),
            Is.EqualTo(2)
        );
        Assert.That(
            Store.Number("SELECT COUNT(*) FROM audit WHERE action = 'callbacks.close'"),
            Is.EqualTo(1)
        );
    }

    [Test]
    public async Task A_sentence_not_understood_is_a_number_until_its_fifth_time()
    {
        using var audit = AuditLog();
        var missed = new SqlMissedSentences(Store.Reads, Store.Conversations, audit);
        var words = new KeyId(Guid.NewGuid());
        for (var time = 1; time <= MissedSentence.KeptFrom; time++)
        {
            Assert.That(
                await missed.WantsWordsAsync(Sentence),
                Is.EqualTo(time == MissedSentence.KeptFrom),
                $"before time {time}"
            );

            // Whatever is brought, the row decides: words that come early are not written.
            await RunAsync(Missed(Today + time) with { Key = words, Sealed = [(byte)time] });

            Assert.That(
                Store.Number("SELECT COUNT(*) FROM missed_sentences WHERE sealed IS NOT NULL"),
                Is.EqualTo(time / MissedSentence.KeptFrom)
            );
        }

        await RunAsync(Missed(Today + 6) with { Key = new KeyId(Guid.NewGuid()), Sealed = [9] });
        await RunAsync(Missed(Today, "00"));

        var listed = await missed.ListAsync("user:test", Now, CancellationToken.None);
        var late = await missed.ListAsync("user:test", MissedUntil, CancellationToken.None);
        Assert.That(await missed.WantsWordsAsync(Sentence), Is.False);
        Assert.That(
            listed.Select(entry => (entry.Id, entry.Times, entry.LastDay.DayNumber)),
            Is.EqualTo(new[] { (Sentence, 6, Today + 6) })
        );
        Assert.That(listed[0].Sealed, Is.EqualTo(new byte[] { MissedSentence.KeptFrom }));
        Assert.That(late, Is.Empty, "past its end, before the purge comes");
        Assert.That(
            Store.Number(
                "SELECT COUNT(*) FROM audit WHERE action = 'missed-sentences.read' AND actor = 'user:test'"
            ),
            Is.EqualTo(2)
        );
        Assert.That(Store.Count("audit"), Is.EqualTo(2), "counting leaves no trace of its hour");
    }

    [Test]
    public async Task Sentences_are_listed_the_most_frequent_first()
    {
        using var audit = AuditLog();
        foreach (var (id, times) in new[] { ("aa", 5), ("bb", 7), ("cc", 4), ("dd", 6) })
        {
            for (var time = 1; time <= times; time++)
            {
                await RunAsync(
                    Missed(Today, id) with
                    {
                        Key = new KeyId(Guid.NewGuid()),
                        Sealed = [1],
                    }
                );
            }
        }

        var listed = await new SqlMissedSentences(
            Store.Reads,
            Store.Conversations,
            audit
        ).ListAsync("user:test", Now, CancellationToken.None);

        Assert.That(listed.Select(entry => entry.Id), Is.EqualTo(["bb", "dd", "aa"]));
    }

    [Test]
    public async Task A_sentence_ends_thirty_days_after_its_first_day_however_often_it_is_said()
    {
        var key = new KeyId(Guid.NewGuid());
        for (var time = 0; time < MissedSentence.KeptFrom; time++)
        {
            // Each would end later than the one before.
            await RunAsync(
                Missed(Today + time) with
                {
                    PurgeAt = MissedUntil.AddDays(time),
                    Key = key,
                    Sealed = [1],
                }
            );
        }

        var retention = new EfRetentionStore(Store.Conversations);
        var early = await retention.PurgeAsync(MissedUntil.AddTicks(-1), CancellationToken.None);
        var inUse = await retention.KeysInUseAsync(CancellationToken.None);
        var freed = await retention.PurgeAsync(MissedUntil, CancellationToken.None);

        Assert.That(early, Has.None.EqualTo(key));
        Assert.That(inUse, Has.Member(key));
        Assert.That(freed, Is.EqualTo(new[] { key }));
        Assert.That(Store.Count("missed_sentences"), Is.Zero);
        Assert.That(await retention.KeysInUseAsync(CancellationToken.None), Has.None.EqualTo(key));
    }

    [Test]
    public async Task Sentences_counted_at_once_are_all_counted()
    {
        await Task.WhenAll(
                Enumerable
                    .Range(0, 40)
                    .Select(i => RunAsync(Missed(Today), Missed(Today, i % 2 == 0 ? "aa" : "bb")))
            )
            .WaitAsync(Bound);

        Assert.That(Store.Number("SELECT SUM(times) FROM missed_sentences"), Is.EqualTo(80));
        Assert.That(
            Store.Number($"SELECT times FROM missed_sentences WHERE id = '{Sentence}'"),
            Is.EqualTo(40)
        );
    }

    [Test]
    public async Task Wrapped_keys_are_found_listed_by_age_and_destroyed()
    {
        var keys = new SqlWrappedKeyStore(Store.Keys);
        var old = new KeyId(Guid.NewGuid());
        var fresh = new KeyId(Guid.NewGuid());
        await keys.AddAsync([(old, [1, 2, 3])], Now, CancellationToken.None);
        await keys.AddAsync([(fresh, [4])], Now.AddDays(1), CancellationToken.None);

        Assert.That(
            await keys.FindAsync(old, CancellationToken.None),
            Is.EqualTo(new byte[] { 1, 2, 3 })
        );
        Assert.That(
            await keys.FindAsync(new KeyId(Guid.NewGuid()), CancellationToken.None),
            Is.Null
        );
        Assert.That(await keys.ListAsync(Now, CancellationToken.None), Is.Empty);
        Assert.That(
            await keys.ListAsync(Now.AddDays(1), CancellationToken.None),
            Is.EqualTo(new[] { old })
        );

        await keys.DestroyAsync([old], CancellationToken.None);
        await keys.DestroyAsync([old], CancellationToken.None);

        Assert.That(await keys.FindAsync(old, CancellationToken.None), Is.Null);
        Assert.That(
            await keys.FindAsync(fresh, CancellationToken.None),
            Is.EqualTo(new byte[] { 4 })
        );
    }

    [Test]
    public async Task The_migrations_make_the_model_and_can_be_run_again()
    {
        await using var context = Store.Conversations.Context();
        await context.Database.MigrateAsync();

        Assert.That(context.Database.HasPendingModelChanges(), Is.False);
        Assert.That(await context.Database.GetPendingMigrationsAsync(), Is.Empty);
    }

    [Test]
    public async Task A_turn_waiting_when_the_writer_stops_is_written()
    {
        Task<CommitOutcome>[] waiting;
        await using (Store.BlockWrites())
        {
            waiting =
            [
                .. Enumerable.Range(0, 20).Select(i => CommitAsync(NewConversation(), 0, 1)),
            ];
        }

        Store.RestartWriter();

        Assert.That(
            await Task.WhenAll(waiting).WaitAsync(Bound),
            Has.All.EqualTo(CommitOutcome.Saved)
        );
        Assert.That(Store.Count("conversations"), Is.EqualTo(20));
    }

    private EfAuditLog AuditLog() => new(Store.Conversations, Store.Secrets, "command");

    private SqlAgenda Agenda() =>
        new(
            Store.Reads,
            ClinicReader.ReadFile(Checkout.PathOf("Bot/Clinics/demonstration/clinic.yml"))
        );

    private async Task<HoldStatus> StatusAsync(string hold, DateTimeOffset at) =>
        await Agenda()
            .StatusAsync(new HoldId(Guid.ParseExact(hold, "N")), at, CancellationToken.None);

    private async Task AuditedAsync(int entries)
    {
        for (var i = 0; i < entries; i++)
        {
            await RunAsync(Audit(i));
        }
    }

    private async Task<(KeyId Key, SealedRow Row, byte[] Sealed)> SealedConversationAsync(
        KeyRing ring,
        DateTimeOffset forget
    )
    {
        var conversation = NewConversation();
        var key = await ring.NewKeyAsync(CancellationToken.None);
        var row = new SealedRow("conversations", conversation.Value, 1);
        var bytes = await ring.SealAsync(key, row, new byte[] { 42 }, CancellationToken.None);
        await Store.Writer.CommitAsync(new TurnCommit(conversation, 0, key, bytes, forget, []));

        return (key, row, bytes);
    }

    private Task<CommitOutcome> RunAsync(params StoreCommand[] commands) =>
        CommitAsync(NewConversation(), 0, 1, commands);

    private Task<CommitOutcome> CommitAsync(
        ConversationKey conversation,
        long expected,
        byte content,
        params StoreCommand[] commands
    ) =>
        Store.Writer.CommitAsync(
            new TurnCommit(
                conversation,
                expected,
                new KeyId(Guid.NewGuid()),
                [content],
                Now.AddMinutes(30),
                commands
            )
        );

    private ConversationKey NewConversation() =>
        ConversationKey.Parse(
            Interlocked.Increment(ref _ids).ToString("x32", CultureInfo.InvariantCulture)
        );

    private static string NewHold() => Guid.NewGuid().ToString("N");

    private static StoreCommand.Hold Hold(string id, DateTimeOffset? at = null) =>
        new(id, Schedule, SlotStart, at ?? Now, (at ?? Now).AddMinutes(10));

    private static StoreCommand.Book Book(string hold, DateTimeOffset at, byte content = 1) =>
        new(
            hold,
            Schedule,
            SlotStart,
            Person,
            new KeyId(Guid.NewGuid()),
            [content],
            at,
            SlotStart.AddDays(30)
        );

    private static StoreCommand.Hold LongHold(
        string id,
        DateTimeOffset at,
        DateTimeOffset? start = null
    ) =>
        new(id, Schedule, start ?? SlotStart, at, at.AddMinutes(10))
        {
            Following = [(start ?? SlotStart).AddMinutes(30)],
        };

    private static StoreCommand.Book LongBook(string hold, DateTimeOffset at) =>
        Book(hold, at) with
        {
            SlotCount = 2,
            Length = TimeSpan.FromHours(1),
        };

    private static StoreCommand.Wait Wait(DateTimeOffset at) =>
        new(NewHold(), new KeyId(Guid.NewGuid()), [3, 3], at, at.AddDays(30));

    private static StoreCommand.CallBack CallBack(DateTimeOffset? at = null) =>
        new(NewHold(), new KeyId(Guid.NewGuid()), [9, 9], at ?? Now, (at ?? Now).AddDays(7));

    private static StoreCommand.CountMissed Missed(int day, string id = Sentence) =>
        new(id, day, MissedUntil);

    private static StoreCommand.Audit Audit(int i) =>
        new("bot", "test", i.ToString(CultureInfo.InvariantCulture), Now.AddSeconds(i));
}
