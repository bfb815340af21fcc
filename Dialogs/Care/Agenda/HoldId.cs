namespace ChatbotSante.Dialogs.Care.Agenda;

/// <summary>Identifies a slot kept for somebody, then the appointment it becomes. A version 7 UUID, safe to log.</summary>
public readonly record struct HoldId(Guid Value)
{
    /// <summary>A new identifier; its time part comes from the clinic's clock.</summary>
    public static HoldId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString("N");
}
