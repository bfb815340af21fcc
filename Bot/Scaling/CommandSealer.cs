using System.Text.Json;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Engine;

namespace ChatbotSante.Bot.Scaling;

/// <summary>Turns what a dialog wants changed into what the store writes: personal values sealed, traces and messages added.</summary>
internal sealed class CommandSealer(ISealer sealer)
{
    /// <summary>How long an appointment is kept after its date (decision 11).</summary>
    private static readonly TimeSpan AppointmentKept = TimeSpan.FromDays(30);

    /// <summary>How long a call-back request is kept when nobody closes it.</summary>
    private static readonly TimeSpan CallBackKept = TimeSpan.FromDays(7);

    private static readonly TimeSpan OutboxKept = TimeSpan.FromDays(7);

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
                    );
                    break;
                case TurnCommand.ReleaseHold release:
                    result.Add(new StoreCommand.Release(release.Id.ToString()));
                    break;
                case TurnCommand.ConfirmBooking booking:
                    await AddAsync(booking, result, cancellationToken);
                    break;
                case TurnCommand.RequestCallBack callBack:
                    await AddAsync(callBack, result, cancellationToken);
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
        var party = new PartyRecord
        {
            Family = booking.Party.Name.RevealFamily(),
            Given = booking.Party.Name.RevealGiven(),
            BirthDate = booking.Party.BirthDate.RevealIso(),
            Phone = booking.Party.Phone.Reveal(),
            ForOther = booking.Party.ForOther,
        };
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
                key,
                bytes,
                booking.Now,
                PurgeAt(booking.Slot)
            )
        );
        result.Add(new StoreCommand.Audit("bot", "appointment.booked", id, booking.Now));
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
