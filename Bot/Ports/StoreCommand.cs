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

    internal sealed record CallBack(
        string Id,
        KeyId Key,
        byte[] Sealed,
        DateTimeOffset Now,
        DateTimeOffset PurgeAt
    ) : StoreCommand;

    /// <summary>A message without content, sent after the commit.</summary>
    internal sealed record Send(
        string Id,
        string Template,
        string Reference,
        DateTimeOffset Due,
        DateTimeOffset PurgeAt
    ) : StoreCommand;

    /// <summary>An entry of the append-only audit.</summary>
    internal sealed record Audit(string Actor, string Action, string Subject, DateTimeOffset At)
        : StoreCommand;
}
