namespace ChatbotSante.Bot.Ports;

/// <summary>A change that goes with a turn's commit; what is personal in it is sealed already.</summary>
internal abstract record StoreCommand
{
    private StoreCommand() { }

    /// <summary>Refused when the slot, or one of those that follow it, is claimed by another.</summary>
    internal sealed record Hold(
        string Id,
        string Schedule,
        DateTimeOffset Start,
        DateTimeOffset Now,
        DateTimeOffset Until
    ) : StoreCommand
    {
        /// <summary>Starts of the slots that a longer visit takes as well.</summary>
        public IReadOnlyList<DateTimeOffset> Following { get; init; } = [];
    }

    internal sealed record Release(string Id) : StoreCommand;

    /// <summary>Refused when the hold, or a part of it, is lost; repeating it changes nothing.</summary>
    internal sealed record Book(
        string Id,
        string Schedule,
        DateTimeOffset Start,
        byte[] Person,
        KeyId Key,
        byte[] Sealed,
        DateTimeOffset Now,
        DateTimeOffset PurgeAt
    ) : StoreCommand
    {
        /// <summary>How many slots the hold keeps.</summary>
        public int SlotCount { get; init; } = 1;

        /// <summary>Length of the visit; zero for one slot, whatever its length.</summary>
        public TimeSpan Length { get; init; }
    }

    /// <summary>A place on the waiting list.</summary>
    internal sealed record Wait(
        string Id,
        KeyId Key,
        byte[] Sealed,
        DateTimeOffset Now,
        DateTimeOffset PurgeAt
    ) : StoreCommand;

    /// <summary>Refused when the appointment is not there any more. Its row is left to the purge, which destroys its key too.</summary>
    internal sealed record Cancel(
        string Id,
        string Schedule,
        DateTimeOffset Start,
        DateTimeOffset Now
    ) : StoreCommand;

    /// <summary>
    /// Books what a hold keeps for an appointment, then gives its old slot back. Refused when the hold is lost or the appointment
    /// is not there any more. The appointment keeps its identifier, so what is sealed in it stays as it is.
    /// </summary>
    internal sealed record Move(
        string Id,
        string Schedule,
        DateTimeOffset Start,
        string NewHold,
        string ToSchedule,
        DateTimeOffset ToStart,
        DateTimeOffset Now,
        DateTimeOffset PurgeAt
    ) : StoreCommand
    {
        /// <summary>How many slots the hold keeps.</summary>
        public int SlotCount { get; init; } = 1;
    }

    /// <summary>Counts a code sent to a number on a day. Refused beyond so many.</summary>
    /// <param name="Phone">The number's index.</param>
    /// <param name="Day">The clinic's day, as <see cref="DateOnly.DayNumber"/>.</param>
    /// <param name="Most">How many a day.</param>
    /// <param name="PurgeAt">When the count is forgotten.</param>
    internal sealed record CodeSend(byte[] Phone, int Day, int Most, DateTimeOffset PurgeAt)
        : StoreCommand;

    internal sealed record CallBack(
        string Id,
        KeyId Key,
        byte[] Sealed,
        DateTimeOffset Now,
        DateTimeOffset PurgeAt
    ) : StoreCommand;

    /// <summary>
    /// Counts a sentence that was not understood. What it brings of the words is written only if it has been counted often enough
    /// and they are not there yet; the day on which the row is forgotten stays that of its first time.
    /// </summary>
    /// <param name="Id">The sentence's keyed fingerprint.</param>
    /// <param name="Day">The clinic's day, as <see cref="DateOnly.DayNumber"/>.</param>
    /// <param name="PurgeAt">When a row that this begins is forgotten.</param>
    /// <param name="Key">Key of the words; null without them.</param>
    /// <param name="Sealed">The words, sealed; null as long as they are not to be kept.</param>
    internal sealed record CountMissed(
        string Id,
        int Day,
        DateTimeOffset PurgeAt,
        KeyId? Key = null,
        byte[]? Sealed = null
    ) : StoreCommand;

    /// <summary>A message sent after the commit. To staff it has no content; to a patient, what fills it is sealed.</summary>
    internal sealed record Send(
        string Id,
        string Template,
        string Reference,
        DateTimeOffset Due,
        DateTimeOffset PurgeAt,
        KeyId? Key = null,
        byte[]? Sealed = null
    ) : StoreCommand;

    /// <summary>An entry of the append-only audit.</summary>
    internal sealed record Audit(string Actor, string Action, string Subject, DateTimeOffset At)
        : StoreCommand;
}
