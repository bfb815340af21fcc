using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Care.Identity;
using ChatbotSante.Redaction;
using Microsoft.EntityFrameworkCore;

namespace ChatbotSante.Bot.Storage;

/// <summary>Patients on file, sealed, each under a key of its own.</summary>
internal sealed class EfPatientRegister(
    Database database,
    ISealer sealer,
    IInstallationSecrets secrets,
    IAuditLog audit
) : IPatientRegister
{
    /// <summary>How long a patient is kept after the last appointment, as the appointment itself (decision 11).</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private readonly byte[] _persons = secrets.Derive(SecretPurposes.PersonIndex);
    private readonly byte[] _ids = secrets.Derive(SecretPurposes.PatientIds);

    /// <inheritdoc />
    public async Task<RegisterOutcome> ImportAsync(
        IReadOnlyList<PatientOnFile> patients,
        string actor,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var outcome = await TryImportAsync(patients, now, cancellationToken);
            var counts = FormattableString.Invariant(
                $"patients:{outcome.Patients} appointments:{outcome.Appointments}"
            );
            await audit.AppendAsync(actor, "patients.imported", counts, now, cancellationToken);
            return outcome;
        }
        catch (DbException inner)
        {
            throw new StoreUnavailableException(inner);
        }
        catch (DbUpdateException inner)
        {
            throw new StoreUnavailableException(inner);
        }
    }

    private async Task<RegisterOutcome> TryImportAsync(
        IReadOnlyList<PatientOnFile> patients,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await using var context = database.Context();
        await using var transaction = await context.Database.BeginTransactionAsync(
            cancellationToken
        );
        var changed = 0;
        var added = 0;
        foreach (var patient in patients)
        {
            var id = IdOf(patient.Person);
            foreach (var slot in patient.Appointments)
            {
                switch (await AddAsync(context, id, patient.Person, slot, now, cancellationToken))
                {
                    case null:
                        // Leaving the transaction undoes all of it.
                        return new RegisterOutcome(0, 0, slot);
                    case true:
                        added++;
                        break;
                    default:
                        break;
                }
            }

            changed += await PutAsync(context, id, patient, now, cancellationToken) ? 1 : 0;
        }

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new RegisterOutcome(changed, added);
    }

    /// <summary>Adds a patient, or writes what is new of one; false when nothing is.</summary>
    private async Task<bool> PutAsync(
        BotDbContext context,
        PatientId id,
        PatientOnFile patient,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var name = id.ToString();
        var record = new PatientRecord
        {
            Family = patient.Person.Name.RevealFamily(),
            Given = patient.Person.Name.RevealGiven(),
            BirthDate = patient.Person.BirthDate.RevealIso(),
            Phone = patient.Person.Phone.Reveal(),
        };
        var last = patient.Appointments.Select(slot => slot.Start).Append(now).Max();
        var purgeAt = PurgeAt(last);
        var known = await context
            .Patients.AsNoTracking()
            .FirstOrDefaultAsync(p => p.Id == name, cancellationToken);
        var plain = known is null
            ? null
            : await sealer.OpenAsync(
                new SealedRow("patients", name, known.Revision),
                known.Sealed,
                cancellationToken
            );
        if (plain is not null)
        {
            sealer.Release(new KeyId(known!.KeyId));
            if (JsonSerializer.Deserialize(plain, RecordJson.Default.PatientRecord) == record)
            {
                await context
                    .Patients.Where(p => p.Id == name && p.PurgeAt < purgeAt)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(p => p.PurgeAt, purgeAt),
                        cancellationToken
                    );
                return false;
            }
        }

        var revision = (known?.Revision ?? 0) + 1;
        var key =
            known is null || plain is null
                ? await sealer.NewKeyAsync(cancellationToken)
                : new KeyId(known.KeyId);
        var row = new PatientRow
        {
            Id = name,
            Person = PersonIndex.Of(_persons, patient.Person.Name, patient.Person.BirthDate),
            Revision = revision,
            PurgeAt = Math.Max(purgeAt, known?.PurgeAt ?? 0),
            KeyId = key.Value,
            Sealed = await SealAsync(
                key,
                new SealedRow("patients", name, revision),
                JsonSerializer.SerializeToUtf8Bytes(record, RecordJson.Default.PatientRecord),
                cancellationToken
            ),
        };
        if (known is not null)
        {
            await context.Patients.Where(p => p.Id == name).ExecuteDeleteAsync(cancellationToken);
        }

        context.Patients.Add(row);
        return true;
    }

    /// <summary>Books a slot for a patient: true when it was free, false when it is theirs already, null when it is somebody else's.</summary>
    private async Task<bool?> AddAsync(
        BotDbContext context,
        PatientId patient,
        DeclaredPerson person,
        Slot slot,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var start = slot.Start.UtcTicks;
        var ticks = now.UtcTicks;
        var owner = patient.ToString();
        await context
            .SlotClaims.Where(s =>
                s.Schedule == slot.Schedule && s.Start == start && s.HeldUntil < ticks
            )
            .ExecuteDeleteAsync(cancellationToken);
        var claim = await context
            .SlotClaims.AsNoTracking()
            .FirstOrDefaultAsync(
                s => s.Schedule == slot.Schedule && s.Start == start,
                cancellationToken
            );
        if (claim is not null)
        {
            var isTheirs = await context.Appointments.AnyAsync(
                a => a.Id == claim.HoldId && a.PatientId == owner,
                cancellationToken
            );
            return isTheirs ? false : null;
        }

        var id = HoldId.New(now).ToString();
        var key = await sealer.NewKeyAsync(cancellationToken);
        var party = new PartyRecord
        {
            Family = person.Name.RevealFamily(),
            Given = person.Name.RevealGiven(),
            BirthDate = person.BirthDate.RevealIso(),
            Phone = person.Phone.Reveal(),
        };
        context.SlotClaims.Add(
            new SlotClaimRow
            {
                Schedule = slot.Schedule,
                Start = start,
                HoldId = id,
            }
        );
        context.Appointments.Add(
            new AppointmentRow
            {
                Id = id,
                Schedule = slot.Schedule,
                Start = start,
                Revision = 1,
                PurgeAt = PurgeAt(slot.Start),
                Person = PersonIndex.Of(_persons, person.Name, person.BirthDate),
                PatientId = owner,
                KeyId = key.Value,
                Sealed = await SealAsync(
                    key,
                    new SealedRow("appointments", id, 1),
                    JsonSerializer.SerializeToUtf8Bytes(party, RecordJson.Default.PartyRecord),
                    cancellationToken
                ),
            }
        );
        return true;
    }

    private async Task<byte[]> SealAsync(
        KeyId key,
        SealedRow row,
        [IdentityData] byte[] plain,
        CancellationToken cancellationToken
    )
    {
        var bytes = await sealer.SealAsync(key, row, plain, cancellationToken);
        sealer.Release(key);
        return bytes;
    }

    /// <summary>By the day: the row's clear part does not repeat the hour.</summary>
    private static long PurgeAt(DateTimeOffset last) =>
        (new DateTimeOffset(last.UtcDateTime.Date, TimeSpan.Zero) + Kept).UtcTicks;

    /// <summary>The same person has the same identifier at every import; without the key it says nothing of who it is.</summary>
    private PatientId IdOf(DeclaredPerson person)
    {
        var given = FoldedText.FoldWord(person.Name.RevealGiven());
        var index = PersonIndex.Of(_ids, person.Name, person.BirthDate);
        byte[] name = [.. index, .. Encoding.UTF8.GetBytes(given)];
        return new PatientId(new Guid(HMACSHA256.HashData(_ids, name).AsSpan(0, 16)));
    }
}
