using System.Globalization;
using ChatbotSante.Bot.Clinics;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Bot.Scaling;
using ChatbotSante.Bot.Sealing;
using ChatbotSante.Bot.Storage;
using ChatbotSante.Dialogs.Activities;
using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Care.Identity;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Redaction;
using ChatbotSante.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using Moq;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Storage;

/// <summary>What the store promises of patients on file, of moved and cancelled appointments, and of codes, on whichever database.</summary>
public abstract class IdentityStoreContract
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly Slot Thursday = new("lambert", Now.AddDays(3));
    private static readonly Slot Friday = new("lambert", Now.AddDays(4));
    private static readonly Clinic Clinic = ClinicReader.ReadFile(
        Checkout.PathOf("Bot/Clinics/demonstration/clinic.yml")
    );

    private static readonly DeclaredPerson Patient = Person(
        "Le Bihan-Tessier",
        "Marie-Ange",
        "06 39 98 60 60"
    );

    private int _ids;
    private TestStore? _store;
    private KeyRing _ring = null!;

    private TestStore Store => _store!;

    private SqlIdentityDesk Desk => new(Store.Reads, _ring, Store.Secrets, Clinic);

    private IAgenda Agenda => new SqlAgenda(Store.Reads, Clinic);

    [SetUp]
    public async Task OpenStoreAsync()
    {
        _store = await OpenAsync();
        _ring = Store.KeyRing(new FakeTimeProvider(Now));
    }

    [TearDown]
    public async Task CloseStoreAsync()
    {
        _ring.Dispose();
        await Store.DisposeAsync();
    }

    private protected abstract Task<TestStore> OpenAsync();

    [Test]
    public async Task A_patient_on_file_is_found_by_name_birth_date_and_verified_number()
    {
        await ImportAsync(new PatientOnFile(Patient, [Thursday]));

        var scope = await FindAsync(Patient);

        Assert.That(scope?.Patient, Is.Not.Null);
        Assert.That(scope!.Bookings, Is.Null);
        Assert.That(
            (await AppointmentsAsync(scope)).Select(a => a.Slot),
            Is.EqualTo(new[] { Thursday })
        );
    }

    [TestCase("LE BIHAN TESSIER", "Marie Ange")]
    [TestCase("Le Bihan-Tessier", "Marie")]
    [TestCase("Marie-Ange", "le bihan tessier")]
    [TestCase("le bihan", "tessier marie ange")]
    public async Task A_name_is_found_however_it_is_written(string family, string given)
    {
        await ImportAsync(new PatientOnFile(Patient, []));

        Assert.That(await FindAsync(Person(family, given, "06 39 98 60 60")), Is.Not.Null);
    }

    [TestCase("Le Bihan", "Marie-Ange", "06 39 98 60 60", 1948)]
    [TestCase("Le Bihan-Tessier", "Odile", "06 39 98 60 60", 1948)]
    [TestCase("Le Bihan-Tessier", "Marie-Ange", "06 39 98 60 61", 1948)]
    [TestCase("Le Bihan-Tessier", "Marie-Ange", "06 39 98 60 60", 1949)]
    public async Task Nobody_else_is_found(string family, string given, string phone, int year)
    {
        await ImportAsync(new PatientOnFile(Patient, [Thursday]));

        Assert.That(await FindAsync(Person(family, given, phone, year)), Is.Null);
    }

    [Test]
    public async Task A_number_given_for_a_booking_opens_that_booking_alone()
    {
        await ImportAsync(new PatientOnFile(Patient, [Thursday]));
        var friend = Patient with { Phone = PhoneOf("06 39 98 61 61") };
        var booked = await BookAsync(Friday, friend);

        var ofFriend = await FindAsync(friend);
        var ofPatient = await FindAsync(Patient);

        Assert.That(ofFriend!.Patient, Is.Null);
        Assert.That(await AppointmentsAsync(ofFriend), Is.EqualTo(new[] { booked }));
        Assert.That(
            (await AppointmentsAsync(ofPatient!)).Select(a => a.Slot),
            Is.EqualTo(new[] { Thursday })
        );
    }

    [Test]
    public async Task A_booking_matched_to_a_patient_is_not_opened_any_more_by_the_number_given_for_it()
    {
        var friend = Patient with { Phone = PhoneOf("06 39 98 61 61") };
        await BookAsync(Friday, friend);
        Assert.That(await FindAsync(friend), Is.Not.Null);

        Store.Execute("UPDATE appointments SET patient_id = '00000000000000000000000000000001'");

        Assert.That(await FindAsync(friend), Is.Null);
    }

    [Test]
    public async Task No_column_tells_who_somebody_is()
    {
        await ImportAsync(new PatientOnFile(Patient, [Thursday]));
        await BookAsync(Friday, Patient);
        await using var context = Store.Conversations.Context();

        Assert.That(context.Patients.Single().Person, Has.Length.EqualTo(PersonIndex.Length));
        Assert.That(
            context.Appointments.Select(a => a.Person).ToArray(),
            Is.All.EqualTo(context.Patients.Single().Person),
            "the index says that two rows are of one person, and no more"
        );
    }

    [Test]
    public async Task Importing_again_changes_nothing_but_what_is_new()
    {
        var first = await ImportAsync(new PatientOnFile(Patient, [Thursday]));
        var again = await ImportAsync(new PatientOnFile(Patient, [Thursday]));
        var more = await ImportAsync(new PatientOnFile(Patient, [Thursday, Friday]));
        var moved = Patient with { Phone = PhoneOf("06 39 98 62 62") };
        var renumbered = await ImportAsync(new PatientOnFile(moved, []));

        Assert.That(first, Is.EqualTo(new RegisterOutcome(1, 1)));
        Assert.That(again, Is.EqualTo(new RegisterOutcome(0, 0)));
        Assert.That(more, Is.EqualTo(new RegisterOutcome(0, 1)));
        Assert.That(renumbered, Is.EqualTo(new RegisterOutcome(1, 0)));
        Assert.That(Store.Count("patients"), Is.EqualTo(1));
        Assert.That(Store.Count("appointments"), Is.EqualTo(2));
        Assert.That((await FindAsync(moved))?.Patient, Is.Not.Null);
        Assert.That(await AppointmentsAsync((await FindAsync(moved))!), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_slot_that_somebody_has_refuses_the_whole_import()
    {
        await BookAsync(Friday, Person("Ozanne", "Théo", "06 39 98 63 63"));

        var outcome = await ImportAsync(new PatientOnFile(Patient, [Thursday, Friday]));

        Assert.That(outcome.Taken, Is.EqualTo(Friday));
        Assert.That(Store.Count("patients"), Is.Zero);
        Assert.That(Store.Count("appointments"), Is.EqualTo(1));
        Assert.That(Store.Count("slot_claims"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_cancelled_appointment_gives_its_slot_back_once_and_its_key_is_freed()
    {
        var booked = await BookAsync(Thursday, Patient);
        var scope = (await FindAsync(Patient))!;

        Assert.That(await RunAsync(Cancel(booked)), Is.EqualTo(CommitOutcome.Saved));

        Assert.That(await RunAsync(Cancel(booked)), Is.EqualTo(CommitOutcome.Refused));
        Assert.That(await Agenda.IsFreeAsync(Thursday, Now, CancellationToken.None));
        Assert.That(await AppointmentsAsync(scope), Is.Empty);
        Assert.That(await FindAsync(Patient), Is.Null);
        var freed = await new EfRetentionStore(Store.Conversations).PurgeAsync(
            Now,
            CancellationToken.None
        );
        Assert.That(freed, Has.Count.EqualTo(1));
        Assert.That(Store.Count("appointments"), Is.Zero);
    }

    [Test]
    public async Task A_moved_appointment_keeps_its_name_and_what_is_sealed_and_gives_the_old_slot_back()
    {
        var booked = await BookAsync(Thursday, Patient);
        var hold = await HoldAsync(Friday);

        Assert.That(await RunAsync(Move(booked, hold, Friday)), Is.EqualTo(CommitOutcome.Saved));

        var scope = (await FindAsync(Patient))!;
        Assert.That(
            await AppointmentsAsync(scope),
            Is.EqualTo(new[] { new Appointment(booked.Id, Friday) })
        );
        Assert.That(await Agenda.IsFreeAsync(Thursday, Now, CancellationToken.None));
        Assert.That(await Agenda.IsFreeAsync(Friday, Now, CancellationToken.None), Is.False);
        Assert.That(
            Store.Number("SELECT purge_at FROM appointments"),
            Is.EqualTo(Friday.Start.AddDays(30).UtcTicks)
        );
        var back = await HoldAsync(Thursday);
        Assert.That(
            await RunAsync(Move(new Appointment(booked.Id, Friday), back, Thursday)),
            Is.EqualTo(CommitOutcome.Saved),
            "and back"
        );
    }

    [Test]
    public async Task A_long_visit_moves_and_is_cancelled_with_all_its_slots()
    {
        var visit = 2 * Clinic.RulesOf("lambert").Length;
        var booked = await BookAsync(Thursday, Patient, visit);
        var scope = (await FindAsync(Patient))!;
        Assert.That(await AppointmentsAsync(scope), Is.EqualTo(new[] { booked }));
        var (hold, tooShort) = (
            await HoldAsync(Friday, visit),
            await HoldAsync(Later(Thursday, 4))
        );

        Assert.That(
            await RunAsync(Move(booked, tooShort, Later(Thursday, 4)) with { SlotCount = 2 }),
            Is.EqualTo(CommitOutcome.Refused),
            "a hold that is too short"
        );
        Assert.That(
            await RunAsync(Move(booked, hold, Friday) with { SlotCount = 2 }),
            Is.EqualTo(CommitOutcome.Saved)
        );

        var moved = booked with { Slot = Friday };
        Assert.That(await AppointmentsAsync(scope), Is.EqualTo(new[] { moved }));
        Assert.That(await Agenda.IsFreeAsync(Thursday, visit, Now, CancellationToken.None));
        Assert.That(
            await Agenda.IsFreeAsync(Later(Friday, 1), Now, CancellationToken.None),
            Is.False
        );
        Assert.That(await RunAsync(Cancel(booked)), Is.EqualTo(CommitOutcome.Refused), "it moved");
        Assert.That(await RunAsync(Cancel(moved)), Is.EqualTo(CommitOutcome.Saved));
        Assert.That(await Agenda.IsFreeAsync(Friday, visit, Now, CancellationToken.None));
    }

    [Test]
    public async Task A_lost_hold_leaves_the_old_slot_as_it_was()
    {
        var booked = await BookAsync(Thursday, Patient);
        var hold = await HoldAsync(Friday);
        var late = Now.AddMinutes(11);

        Assert.That(
            await RunAsync(Move(booked, hold, Friday, late)),
            Is.EqualTo(CommitOutcome.Refused)
        );

        Assert.That(
            await AppointmentsAsync((await FindAsync(Patient))!),
            Is.EqualTo(new[] { booked })
        );
        Assert.That(await Agenda.IsFreeAsync(Thursday, late, CancellationToken.None), Is.False);
        Assert.That(await Agenda.IsFreeAsync(Friday, late, CancellationToken.None));
    }

    [Test]
    public async Task Of_two_who_move_one_appointment_at_once_one_does()
    {
        var booked = await BookAsync(Thursday, Patient);
        var later = Friday with { Start = Friday.Start.AddHours(1) };
        var one = await HoldAsync(Friday);
        var other = await HoldAsync(later);

        var outcomes = await Task.WhenAll(
            RunAsync(Move(booked, one, Friday)),
            RunAsync(Move(booked, other, later))
        );

        Assert.That(outcomes, Is.EquivalentTo([CommitOutcome.Saved, CommitOutcome.Refused]));
        Assert.That(
            Store.Number("SELECT COUNT(*) FROM slot_claims WHERE held_until IS NULL"),
            Is.EqualTo(1)
        );
    }

    [Test]
    public async Task A_number_is_counted_to_three_a_day()
    {
        var index = PhoneIndex.Of(Store.Secrets.Derive(SecretPurposes.PhoneIndex), Patient.Phone);
        var today = Clinic.Today(Now).DayNumber;
        var sends = new List<CommitOutcome>();
        for (var i = 0; i < 4; i++)
        {
            sends.Add(await RunAsync(Send(today)));
        }

        Assert.That(
            sends,
            Is.EqualTo(
                new[]
                {
                    CommitOutcome.Saved,
                    CommitOutcome.Saved,
                    CommitOutcome.Saved,
                    CommitOutcome.Refused,
                }
            )
        );
        Assert.That(await RunAsync(Send(today + 1)), Is.EqualTo(CommitOutcome.Saved));
        Assert.That(
            await Desk.SendsTodayAsync(Patient.Phone, Now, CancellationToken.None),
            Is.EqualTo(CodeLimits.SendsPerDay)
        );

        StoreCommand.CodeSend Send(int day) =>
            new(index, day, CodeLimits.SendsPerDay, Now.AddDays(1));
    }

    [Test]
    public async Task What_is_on_file_is_forgotten_thirty_days_after_the_last_appointment_with_its_key()
    {
        await ImportAsync(new PatientOnFile(Patient, [Thursday]));
        var retention = new EfRetentionStore(Store.Conversations);
        var end = new DateTimeOffset(Thursday.Start.UtcDateTime.Date, TimeSpan.Zero).AddDays(30);

        Assert.That(await retention.PurgeAsync(end.AddTicks(-1), CancellationToken.None), Is.Empty);
        Assert.That(await retention.KeysInUseAsync(CancellationToken.None), Has.Count.EqualTo(2));
        Assert.That(
            await retention.PurgeAsync(end, CancellationToken.None),
            Has.Count.EqualTo(2),
            "the patient's and the appointment's"
        );
        Assert.That(Store.Count("patients"), Is.Zero);
    }

    [Test]
    public async Task A_message_to_a_patient_is_sealed_until_it_left_and_then_forgotten()
    {
        var commands = await SealerOf()
            .SealAsync(
                [
                    new TurnCommand.SendCode(
                        ChallengeId.New(Now),
                        Patient.Phone,
                        OpensSomething: true,
                        Now
                    ),
                ],
                CancellationToken.None
            );
        await RunAsync([.. commands]);
        var outbox = new EfOutboxStore(Store.Conversations);
        var due = (await outbox.DueAsync(Now, 10, CancellationToken.None)).Single();

        Assert.That(due.Sealed, Is.Not.Null);
        Assert.That(
            await outbox.DueAsync(Now + CodeLimits.Lifetime, 10, CancellationToken.None),
            Is.Empty,
            "a code that is of no use any more is not sent"
        );
        await outbox.MarkSentAsync([due.Id], Now, CancellationToken.None);
        Assert.That(
            await new EfRetentionStore(Store.Conversations).PurgeAsync(Now, CancellationToken.None),
            Has.Count.EqualTo(1)
        );
        Assert.That(Store.Count("outbox"), Is.Zero);
    }

    [Test]
    public async Task A_number_that_opens_nothing_is_counted_and_sent_nothing()
    {
        var commands = await SealerOf()
            .SealAsync(
                [
                    new TurnCommand.SendCode(
                        ChallengeId.New(Now),
                        Patient.Phone,
                        OpensSomething: false,
                        Now
                    ),
                ],
                CancellationToken.None
            );

        Assert.That(commands.Single(), Is.TypeOf<StoreCommand.CodeSend>());
    }

    private CommandSealer SealerOf() =>
        new(_ring, Store.Secrets, Clinic, Mock.Of<IMissedSentences>());

    private static Slot Later(Slot slot, int slots) =>
        slot with
        {
            Start = slot.Start + (slots * Clinic.RulesOf(slot.Schedule).Length),
        };

    private async Task<Appointment> BookAsync(
        Slot slot,
        DeclaredPerson person,
        TimeSpan? visit = null
    )
    {
        var hold = await HoldAsync(slot, visit);
        var party = new BookingParty(person.Name, person.BirthDate, person.Phone, ForOther: false);
        var commands = await SealerOf()
            .SealAsync(
                [
                    new TurnCommand.ConfirmBooking(hold, slot, party, Now)
                    {
                        SlotCount = new SlotGrid(Clinic).Taken(slot, visit).Count,
                        Length = visit ?? TimeSpan.Zero,
                    },
                ],
                CancellationToken.None
            );
        Assert.That(await RunAsync([.. commands]), Is.EqualTo(CommitOutcome.Saved));
        Store.Execute("DELETE FROM outbox");
        return new Appointment(hold, slot) { Visit = visit };
    }

    private async Task<HoldId> HoldAsync(Slot slot, TimeSpan? visit = null)
    {
        var hold = HoldId.New(Now);
        var command = new StoreCommand.Hold(
            hold.ToString(),
            slot.Schedule,
            slot.Start,
            Now,
            Now.AddMinutes(10)
        )
        {
            Following = [.. new SlotGrid(Clinic).Taken(slot, visit).Skip(1)],
        };
        Assert.That(await RunAsync(command), Is.EqualTo(CommitOutcome.Saved));
        return hold;
    }

    private static StoreCommand.Cancel Cancel(Appointment appointment) =>
        new(appointment.Id.ToString(), appointment.Slot.Schedule, appointment.Slot.Start, Now);

    private static StoreCommand.Move Move(
        Appointment appointment,
        HoldId hold,
        Slot to,
        DateTimeOffset? at = null
    ) =>
        new(
            appointment.Id.ToString(),
            appointment.Slot.Schedule,
            appointment.Slot.Start,
            hold.ToString(),
            to.Schedule,
            to.Start,
            at ?? Now,
            to.Start.AddDays(30)
        );

    private Task<RegisterOutcome> ImportAsync(PatientOnFile patient) =>
        new EfPatientRegister(
            Store.Conversations,
            _ring,
            Store.Secrets,
            new EfAuditLog(Store.Conversations, Store.Secrets, "command")
        ).ImportAsync([patient], "user:test", Now, CancellationToken.None);

    private async Task<AccessScope?> FindAsync(DeclaredPerson person) =>
        await Desk.FindAsync(person, Now, CancellationToken.None);

    private async Task<IReadOnlyList<Appointment>> AppointmentsAsync(AccessScope scope) =>
        await Agenda.AppointmentsAsync(scope, Now, CancellationToken.None);

    private Task<CommitOutcome> RunAsync(params StoreCommand[] commands) =>
        Store.Writer.CommitAsync(
            new TurnCommit(
                ConversationKey.Parse(
                    Interlocked.Increment(ref _ids).ToString("x32", CultureInfo.InvariantCulture)
                ),
                0,
                new KeyId(Guid.NewGuid()),
                [1],
                Now.AddMinutes(30),
                commands
            )
        );

    private static DeclaredPerson Person(string family, string given, string phone, int year = 1948)
    {
        Assert.That(PersonName.TryCreate(family, given, out var name));
        Assert.That(
            BirthDate.TryCreate(new DateOnly(year, 3, 12), new DateOnly(2026, 11, 23), out var born)
        );
        return new DeclaredPerson(name!, born, PhoneOf(phone));
    }

    private static PhoneNumber PhoneOf(string text)
    {
        Assert.That(PhoneNumber.TryParse(text, out var phone));
        return phone;
    }
}
