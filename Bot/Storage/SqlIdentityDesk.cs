using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Care.Identity;
using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Storage;

/// <summary>Looks people up by keyed indexes, and opens only the rows that such an index finds.</summary>
internal sealed class SqlIdentityDesk(
    ReadPool reads,
    ISealer sealer,
    IInstallationSecrets secrets,
    Clinic clinic
) : IIdentityDesk
{
    private const int SamePerson = 2;
    private readonly byte[] _persons = secrets.Derive(SecretPurposes.PersonIndex);
    private readonly byte[] _phones = secrets.Derive(SecretPurposes.PhoneIndex);
    private readonly byte[] _codes = secrets.Derive(SecretPurposes.Codes);

    /// <inheritdoc />
    public async ValueTask<AccessScope?> FindAsync(
        DeclaredPerson person,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(person);
        try
        {
            var (patients, bookings) = await reads.ReadAsync(
                (
                    Indexes: PersonIndex.Candidates(_persons, person.Name, person.BirthDate),
                    Now: now.UtcTicks
                ),
                static (statements, query) =>
                    (
                        query.Indexes.SelectMany(i => statements.Patients(i, query.Now)).ToArray(),
                        query.Indexes.SelectMany(i => statements.BookingsOf(i, query.Now)).ToArray()
                    )
            );
            var patient = await PatientAsync(patients, person, cancellationToken);
            var given = await BookingsAsync(bookings, person, cancellationToken);
            return patient is null && given.Length == 0
                ? null
                : new AccessScope
                {
                    Patient = patient,
                    Bookings = given.Length == 0 ? null : given,
                };
        }
        catch (StoreUnavailableException inner)
        {
            throw new AgendaUnavailableException(inner);
        }
    }

    /// <inheritdoc />
    public async ValueTask<int> SendsTodayAsync(
        PhoneNumber phone,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await reads.ReadAsync(
                (Phone: PhoneIndex.Of(_phones, phone), Day: clinic.Today(now).DayNumber),
                static (statements, query) => statements.CodeSends(query.Phone, query.Day)
            );
        }
        catch (StoreUnavailableException inner)
        {
            throw new AgendaUnavailableException(inner);
        }
    }

    /// <inheritdoc />
    public bool Matches(ChallengeId challenge, OneTimeCode code) =>
        CodeGenerator.Matches(_codes, challenge, code);

    /// <summary>The patient whose verified number was declared; nobody when two would do as well.</summary>
    private async ValueTask<PatientId?> PatientAsync(
        IReadOnlyList<StoredRecord> rows,
        DeclaredPerson person,
        CancellationToken cancellationToken
    )
    {
        var found = new List<(string Id, int Likeness)>();
        foreach (var row in rows)
        {
            var likeness = await OpenAsync(
                "patients",
                row,
                RecordJson.Default.PatientRecord,
                cancellationToken
            )
                is { } record
                ? Likeness(person, record.Family, record.Given, record.BirthDate, record.Phone)
                : 0;
            if (likeness > 0)
            {
                found.Add((row.Id, likeness));
            }
        }

        var same = found.FindAll(candidate => candidate.Likeness == SamePerson);
        return (same.Count > 0 ? same : found) is [var (one, _)]
            ? new PatientId(Guid.ParseExact(one, "N"))
            : null;
    }

    /// <summary>The bookings that the declared number was given for, under this name.</summary>
    private async ValueTask<HoldId[]> BookingsAsync(
        IReadOnlyList<StoredRecord> rows,
        DeclaredPerson person,
        CancellationToken cancellationToken
    )
    {
        var found = new List<HoldId>();
        foreach (var row in rows)
        {
            if (
                await OpenAsync(
                    "appointments",
                    row,
                    RecordJson.Default.PartyRecord,
                    cancellationToken
                )
                    is { } record
                && Likeness(person, record.Family, record.Given, record.BirthDate, record.Phone) > 0
            )
            {
                found.Add(new HoldId(Guid.ParseExact(row.Id, "N")));
            }
        }

        return [.. found];
    }

    private async ValueTask<T?> OpenAsync<T>(
        string table,
        StoredRecord row,
        JsonTypeInfo<T> json,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var plain = await sealer.OpenAsync(
            new SealedRow(table, row.Id, row.Revision),
            row.Sealed,
            cancellationToken
        );
        sealer.Release(row.Key);
        return plain is null ? null : JsonSerializer.Deserialize(plain, json);
    }

    private static int Likeness(
        DeclaredPerson person,
        [IdentityData] string family,
        [IdentityData] string given,
        [IdentityData] string birthDate,
        [IdentityData] string phone
    ) =>
        string.Equals(person.Phone.Reveal(), phone, StringComparison.Ordinal)
        && string.Equals(person.BirthDate.RevealIso(), birthDate, StringComparison.Ordinal)
        && PersonName.TryCreate(family, given, out var onFile)
            ? PersonIndex.Likeness(onFile!, person.Name)
            : 0;
}
