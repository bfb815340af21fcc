using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Care.Identity;
using ChatbotSante.Redaction;

namespace ChatbotSante.Tests.Dialogs;

/// <summary>Patients on file, and who gave which number for a booking, in memory; codes by the real rule under a key of the tests.</summary>
internal sealed class FakeIdentityDesk(FakeAgenda agenda) : IIdentityDesk
{
    private static readonly byte[] Secret = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
    private readonly List<(PatientId Id, DeclaredPerson Person)> _patients = [];

    /// <summary>The code that was last sent; « 000000 » when none was.</summary>
    public string LastCode =>
        agenda.Codes.LastOrDefault(code => code.OpensSomething) is { } sent
            ? CodeOf(sent.Challenge)
            : "000000";

    public static string CodeOf(ChallengeId challenge) =>
        CodeGenerator.Of(Secret, challenge).Reveal();

    /// <summary>The staff put a patient on file, with a number that they verified.</summary>
    public PatientId Add(string family, string given, DateOnly born, string phone)
    {
        if (
            !PersonName.TryCreate(family, given, out var name)
            || !BirthDate.TryCreate(born, new DateOnly(2026, 11, 23), out var birthDate)
            || !PhoneNumber.TryParse(phone, out var number)
        )
        {
            throw new ArgumentException("Not an identity.", nameof(family));
        }

        var id = new PatientId(Guid.NewGuid());
        _patients.Add((id, new DeclaredPerson(name!, birthDate, number)));
        return id;
    }

    public ValueTask<AccessScope?> FindAsync(
        DeclaredPerson person,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var patient = _patients
            .Where(p => IsSame(p.Person, person))
            .Select(p => (PatientId?)p.Id)
            .FirstOrDefault();
        var bookings = agenda
            .Bookings.Where(b =>
                agenda.Appointments.ContainsKey(b.Id)
                && IsSame(
                    new DeclaredPerson(b.Party.Name, b.Party.BirthDate, b.Party.Phone),
                    person
                )
            )
            .Select(b => b.Id)
            .ToArray();
        return ValueTask.FromResult(
            patient is null && bookings.Length == 0
                ? null
                : new AccessScope
                {
                    Patient = patient,
                    Bookings = bookings.Length == 0 ? null : bookings,
                }
        );
    }

    public ValueTask<int> SendsTodayAsync(
        PhoneNumber phone,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult(agenda.SendsOn(phone, DemonstrationClinic.Clinic.Today(now)));

    public bool Matches(ChallengeId challenge, OneTimeCode code) =>
        CodeGenerator.Matches(Secret, challenge, code);

    private static bool IsSame(DeclaredPerson onFile, DeclaredPerson declared) =>
        onFile.Phone == declared.Phone
        && onFile.BirthDate == declared.BirthDate
        && PersonIndex.Likeness(onFile.Name, declared.Name) > 0;
}
