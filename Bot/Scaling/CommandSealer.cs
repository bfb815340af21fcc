using System.Text.Json;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Care.Identity;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;

namespace ChatbotSante.Bot.Scaling;

/// <summary>Turns what a dialog wants changed into what the store writes: personal values sealed, traces and messages added.</summary>
internal sealed class CommandSealer(
    ISealer sealer,
    IInstallationSecrets secrets,
    Clinic clinic,
    IMissedSentences missedSentences
)
{
    /// <summary>How long an appointment is kept after its date (decision 11).</summary>
    private static readonly TimeSpan AppointmentKept = TimeSpan.FromDays(30);

    /// <summary>How long a call-back request is kept when nobody closes it.</summary>
    private static readonly TimeSpan CallBackKept = TimeSpan.FromDays(7);

    /// <summary>How long a place on the waiting list is kept (decision 11).</summary>
    private static readonly TimeSpan WaitingKept = TimeSpan.FromDays(30);

    private static readonly TimeSpan OutboxKept = TimeSpan.FromDays(7);

    /// <summary>How many days a sentence that was not understood is counted, and its words kept.</summary>
    private const int MissedKeptDays = 30;

    /// <summary>What is sealed of a sentence has this length, whatever was said.</summary>
    private const int MissedLength = MissedSentence.MaxLength + 20;
    private readonly byte[] _persons = secrets.Derive(SecretPurposes.PersonIndex);
    private readonly byte[] _phones = secrets.Derive(SecretPurposes.PhoneIndex);
    private readonly byte[] _codes = secrets.Derive(SecretPurposes.Codes);

    public async ValueTask<IReadOnlyList<StoreCommand>> SealAsync(
        IReadOnlyList<TurnCommand> commands,
        CancellationToken cancellationToken
    )
    {
        if (commands.Count == 0)
        {
            return [];
        }

        var result = new List<StoreCommand>(commands.Count + 2);
        foreach (var command in commands)
        {
            switch (command)
            {
                case TurnCommand.HoldSlot hold:
                    result.Add(
                        new StoreCommand.Hold(
                            hold.Id.ToString(),
                            hold.Slot.Schedule,
                            hold.Slot.Start,
                            hold.Now,
                            hold.Until
                        )
                        {
                            Following = hold.Following,
                        }
                    );
                    break;
                case TurnCommand.ReleaseHold release:
                    result.Add(new StoreCommand.Release(release.Id.ToString()));
                    break;
                case TurnCommand.ConfirmBooking booking:
                    await AddAsync(booking, result, cancellationToken);
                    break;
                case TurnCommand.JoinWaitingList waiting:
                    await AddAsync(waiting, result, cancellationToken);
                    break;
                case TurnCommand.CancelAppointment cancellation:
                    await AddAsync(cancellation, result, cancellationToken);
                    break;
                case TurnCommand.MoveAppointment move:
                    await AddAsync(move, result, cancellationToken);
                    break;
                case TurnCommand.SendCode code:
                    await AddAsync(code, result, cancellationToken);
                    break;
                case TurnCommand.RequestCallBack callBack:
                    await AddAsync(callBack, result, cancellationToken);
                    break;
                case TurnCommand.CountMissed missed:
                    result.Add(await CountAsync(missed, cancellationToken));
                    break;
                case TurnCommand.AlertTeam alert:
                    result.Add(
                        new StoreCommand.Send(
                            alert.Id.ToString(),
                            "alerte.equipe",
                            alert.Id.Reference,
                            alert.Now,
                            alert.Now + OutboxKept
                        )
                    );
                    result.Add(
                        new StoreCommand.Audit(
                            "bot",
                            "team.alerted",
                            alert.Id.ToString(),
                            alert.Now
                        )
                    );
                    break;
                default:
                    throw new InvalidOperationException("A turn command that is not stored.");
            }
        }

        return result;
    }

    /// <summary>By the day: the row's clear part does not repeat the hour, and a day's appointments go together.</summary>
    private static DateTimeOffset PurgeAt(Slot slot) =>
        new DateTimeOffset(slot.Start.UtcDateTime.Date, TimeSpan.Zero) + AppointmentKept;

    private async ValueTask AddAsync(
        TurnCommand.ConfirmBooking booking,
        List<StoreCommand> result,
        CancellationToken cancellationToken
    )
    {
        var id = booking.Id.ToString();
        var party = Record(booking.Party, booking.Reason);
        var key = await sealer.NewKeyAsync(cancellationToken);
        var plain = JsonSerializer.SerializeToUtf8Bytes(party, RecordJson.Default.PartyRecord);
        var bytes = await sealer.SealAsync(
            key,
            new SealedRow("appointments", id, 1),
            plain,
            cancellationToken
        );
        sealer.Release(key);
        result.Add(
            new StoreCommand.Book(
                id,
                booking.Slot.Schedule,
                booking.Slot.Start,
                PersonIndex.Of(_persons, booking.Party.Name, booking.Party.BirthDate),
                key,
                bytes,
                booking.Now,
                PurgeAt(booking.Slot)
            )
            {
                SlotCount = booking.SlotCount,
                Length = booking.Length,
            }
        );
        result.Add(new StoreCommand.Audit("bot", "appointment.booked", id, booking.Now));
        result.Add(
            await SmsAsync(
                id,
                "sms.reserve",
                new SmsRecord
                {
                    Phone = booking.Party.Phone.Reveal(),
                    Start = booking.Slot.Start,
                    Address = clinic.SiteOf(booking.Slot.Schedule).Address,
                },
                booking.Now,
                OutboxKept,
                cancellationToken
            )
        );
    }

    private async ValueTask AddAsync(
        TurnCommand.CancelAppointment cancellation,
        List<StoreCommand> result,
        CancellationToken cancellationToken
    )
    {
        var (id, slot) = cancellation.Appointment;
        result.Add(
            new StoreCommand.Cancel(id.ToString(), slot.Schedule, slot.Start, cancellation.Now)
        );
        result.Add(
            new StoreCommand.Audit("bot", "appointment.cancelled", id.ToString(), cancellation.Now)
        );
        result.Add(
            await SmsAsync(
                HoldId.New(cancellation.Now).ToString(),
                "sms.annule",
                new SmsRecord { Phone = cancellation.ConfirmTo.Reveal(), Start = slot.Start },
                cancellation.Now,
                OutboxKept,
                cancellationToken
            )
        );
    }

    private async ValueTask AddAsync(
        TurnCommand.MoveAppointment move,
        List<StoreCommand> result,
        CancellationToken cancellationToken
    )
    {
        var (id, from) = move.Appointment;
        result.Add(
            new StoreCommand.Move(
                id.ToString(),
                from.Schedule,
                from.Start,
                move.Hold.ToString(),
                move.To.Schedule,
                move.To.Start,
                move.Now,
                PurgeAt(move.To)
            )
            {
                SlotCount = move.SlotCount,
            }
        );
        result.Add(new StoreCommand.Audit("bot", "appointment.moved", id.ToString(), move.Now));
        result.Add(
            await SmsAsync(
                move.Hold.ToString(),
                "sms.deplace",
                new SmsRecord
                {
                    Phone = move.ConfirmTo.Reveal(),
                    Start = move.To.Start,
                    Address = clinic.SiteOf(move.To.Schedule).Address,
                },
                move.Now,
                OutboxKept,
                cancellationToken
            )
        );
    }

    /// <summary>Every number is counted; only one that opens something is sent a code.</summary>
    private async ValueTask AddAsync(
        TurnCommand.SendCode code,
        List<StoreCommand> result,
        CancellationToken cancellationToken
    )
    {
        var today = clinic.Today(code.Now);
        var tomorrow = clinic.Instant(today.AddDays(1).ToDateTime(TimeOnly.MinValue));
        result.Add(
            new StoreCommand.CodeSend(
                PhoneIndex.Of(_phones, code.Phone),
                today.DayNumber,
                CodeLimits.SendsPerDay,
                tomorrow
            )
        );
        if (!code.OpensSomething)
        {
            return;
        }

        var digits = CodeGenerator.Of(_codes, code.Challenge).Reveal();
        result.Add(new StoreCommand.Audit("bot", "code.sent", code.Challenge.ToString(), code.Now));
        result.Add(
            await SmsAsync(
                code.Challenge.ToString(),
                "sms.code",
                new SmsRecord { Phone = code.Phone.Reveal(), Code = digits },
                code.Now,
                CodeLimits.Lifetime,
                cancellationToken
            )
        );
    }

    private async ValueTask<StoreCommand.Send> SmsAsync(
        string id,
        string template,
        SmsRecord record,
        DateTimeOffset now,
        TimeSpan kept,
        CancellationToken cancellationToken
    )
    {
        var key = await sealer.NewKeyAsync(cancellationToken);
        var bytes = await sealer.SealAsync(
            key,
            new SealedRow("outbox", id, 1),
            JsonSerializer.SerializeToUtf8Bytes(record, RecordJson.Default.SmsRecord),
            cancellationToken
        );
        sealer.Release(key);
        return new StoreCommand.Send(id, template, string.Empty, now, now + kept, key, bytes);
    }

    private async ValueTask AddAsync(
        TurnCommand.JoinWaitingList waiting,
        List<StoreCommand> result,
        CancellationToken cancellationToken
    )
    {
        var id = waiting.Id.ToString();
        var key = await sealer.NewKeyAsync(cancellationToken);
        var record = new WaitingRecord
        {
            Specialty = waiting.Wish.Specialty,
            Practitioner = waiting.Wish.Practitioner,
            When = waiting.Wish.When,
            CouldChoose = waiting.Wish.CouldChoose,
            Party = Record(waiting.Party, waiting.Wish.Reason),
        };
        var plain = JsonSerializer.SerializeToUtf8Bytes(record, RecordJson.Default.WaitingRecord);
        var bytes = await sealer.SealAsync(
            key,
            new SealedRow("waiting_list", id, 1),
            plain,
            cancellationToken
        );
        sealer.Release(key);
        result.Add(new StoreCommand.Wait(id, key, bytes, waiting.Now, waiting.Now + WaitingKept));
        result.Add(
            new StoreCommand.Send(
                id,
                "attente.secretariat",
                waiting.Id.Reference,
                waiting.Now,
                waiting.Now + OutboxKept
            )
        );
        result.Add(new StoreCommand.Audit("bot", "waiting-list.joined", id, waiting.Now));
    }

    private static PartyRecord Record(BookingParty party, string? reason) =>
        new()
        {
            Family = party.Name.RevealFamily(),
            Given = party.Name.RevealGiven(),
            BirthDate = party.BirthDate.RevealIso(),
            Phone = party.Phone.Reveal(),
            ForOther = party.ForOther,
            Reason = reason,
        };

    /// <summary>Before the fifth time the words are not even sealed. Nothing is traced: the audit would tell the hour.</summary>
    private async ValueTask<StoreCommand.CountMissed> CountAsync(
        TurnCommand.CountMissed missed,
        CancellationToken cancellationToken
    )
    {
        var id = missed.Sentence.Fingerprint;
        var end = missed.Day.AddDays(MissedKeptDays).ToDateTime(TimeOnly.MinValue);
        var counted = new StoreCommand.CountMissed(id, missed.Day.DayNumber, clinic.Instant(end));
        if (!await missedSentences.WantsWordsAsync(id))
        {
            return counted;
        }

        var plain = JsonSerializer.SerializeToUtf8Bytes(
            new MissedRecord { Words = missed.Sentence.Reveal() },
            RecordJson.Default.MissedRecord
        );
        var written = plain.Length;
        Array.Resize(ref plain, MissedLength);
        plain.AsSpan(written).Fill((byte)' ');
        var key = await sealer.NewUndatedKeyAsync(cancellationToken);
        var bytes = await sealer.SealAsync(
            key,
            new SealedRow("missed_sentences", id, 1),
            plain,
            cancellationToken
        );
        sealer.Release(key);
        return counted with { Key = key, Sealed = bytes };
    }

    private async ValueTask AddAsync(
        TurnCommand.RequestCallBack callBack,
        List<StoreCommand> result,
        CancellationToken cancellationToken
    )
    {
        var id = callBack.Id.ToString();
        var key = await sealer.NewKeyAsync(cancellationToken);
        var record = new CallBackRecord { Phone = callBack.Phone.Reveal() };
        var plain = JsonSerializer.SerializeToUtf8Bytes(record, RecordJson.Default.CallBackRecord);
        var bytes = await sealer.SealAsync(
            key,
            new SealedRow("call_backs", id, 1),
            plain,
            cancellationToken
        );
        sealer.Release(key);
        result.Add(
            new StoreCommand.CallBack(id, key, bytes, callBack.Now, callBack.Now + CallBackKept)
        );
        result.Add(
            new StoreCommand.Send(
                id,
                "rappel.secretariat",
                callBack.Id.Reference,
                callBack.Now,
                callBack.Now + OutboxKept
            )
        );
        result.Add(new StoreCommand.Audit("bot", "callback.requested", id, callBack.Now));
    }
}
