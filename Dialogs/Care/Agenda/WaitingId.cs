namespace ChatbotSante.Dialogs.Care.Agenda;

/// <summary>Identifies a place on the waiting list. Its eight-character reference is what the patient is told.</summary>
public readonly record struct WaitingId(Guid Value)
{
    public static WaitingId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>« A-4F7A21C9 »: from the random end of the identifier.</summary>
    public string Reference => $"A-{Value.ToString("N")[^8..].ToUpperInvariant()}";

    public override string ToString() => Value.ToString("N");
}
