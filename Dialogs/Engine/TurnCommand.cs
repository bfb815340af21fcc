using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Care.Alerts;
using ChatbotSante.Dialogs.Care.CallBacks;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Engine;

/// <summary>A change a turn makes outside its conversation, in the turn's own transaction: all of it, or none.</summary>
public abstract record TurnCommand
{
    private TurnCommand() { }

    /// <summary>Keeps a slot for somebody. Refused when it is not free any more.</summary>
    public sealed record HoldSlot(HoldId Id, Slot Slot, DateTimeOffset Now, DateTimeOffset Until)
        : TurnCommand
    {
        /// <summary>Starts of the slots that a longer visit takes as well: all are kept, or none.</summary>
        public IReadOnlyList<DateTimeOffset> Following { get; init; } = [];
    }

    /// <summary>Gives a kept slot back. Nothing happens when it is not kept any more, or already booked.</summary>
    public sealed record ReleaseHold(HoldId Id) : TurnCommand;

    /// <summary>Turns a kept slot into an appointment. Repeating it changes nothing. Refused when the hold is lost.</summary>
    public sealed record ConfirmBooking(
        HoldId Id,
        Slot Slot,
        BookingParty Party,
        DateTimeOffset Now
    ) : TurnCommand
    {
        /// <summary>How many slots the hold keeps: all of them become the appointment's, or it is refused.</summary>
        public int SlotCount { get; init; } = 1;

        /// <summary>Length of the visit; zero for one slot, whatever its length.</summary>
        public TimeSpan Length { get; init; }

        /// <summary>Identifier of the visit reason; null when none was asked.</summary>
        public string? Reason { get; init; }
    }

    /// <summary>Puts somebody on the waiting list.</summary>
    public sealed record JoinWaitingList(
        WaitingId Id,
        WaitingWish Wish,
        BookingParty Party,
        DateTimeOffset Now
    ) : TurnCommand;

    /// <summary>Asks the secretariat to call back.</summary>
    public sealed record RequestCallBack(
        CallBackId Id,
        [property: IdentityData] PhoneNumber Phone,
        DateTimeOffset Now
    ) : TurnCommand;

    /// <summary>Leaves a message without content for the team: somebody in distress asks for a person. Nobody is promised a delay.</summary>
    public sealed record AlertTeam(AlertId Id, DateTimeOffset Now) : TurnCommand;
}
