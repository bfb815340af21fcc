using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Care.Alerts;
using ChatbotSante.Dialogs.Care.CallBacks;
using ChatbotSante.Dialogs.Care.Identity;
using ChatbotSante.Dialogs.Nlu;
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

    /// <summary>Gives an appointment up, and its slot back. Refused when it is not there any more.</summary>
    public sealed record CancelAppointment(
        Appointment Appointment,
        [property: IdentityData] PhoneNumber ConfirmTo,
        DateTimeOffset Now
    ) : TurnCommand;

    /// <summary>
    /// Books the slot kept by a hold for an appointment that exists, and only then gives its old slot back. Refused, and nothing
    /// changed, when the hold is lost or the appointment is not there any more.
    /// </summary>
    public sealed record MoveAppointment(
        Appointment Appointment,
        HoldId Hold,
        Slot To,
        [property: IdentityData] PhoneNumber ConfirmTo,
        DateTimeOffset Now
    ) : TurnCommand
    {
        /// <summary>How many slots the hold keeps: all of them become the appointment's, or it is refused.</summary>
        public int SlotCount { get; init; } = 1;
    }

    /// <summary>Counts a code asked for by a number, known or not, and sends it when it opens something. Refused when the number
    /// has had all the codes of the day.</summary>
    public sealed record SendCode(
        ChallengeId Challenge,
        [property: IdentityData] PhoneNumber Phone,
        bool OpensSomething,
        DateTimeOffset Now
    ) : TurnCommand;

    /// <summary>Asks the secretariat to call back.</summary>
    public sealed record RequestCallBack(
        CallBackId Id,
        [property: IdentityData] PhoneNumber Phone,
        DateTimeOffset Now
    ) : TurnCommand;

    /// <summary>Counts a sentence that was not understood. It says neither who said it nor at what hour.</summary>
    public sealed record CountMissed(MissedSentence Sentence, DateOnly Day) : TurnCommand;

    /// <summary>Leaves a message without content for the team: somebody in distress asks for a person. Nobody is promised a delay.</summary>
    public sealed record AlertTeam(AlertId Id, DateTimeOffset Now) : TurnCommand;
}
