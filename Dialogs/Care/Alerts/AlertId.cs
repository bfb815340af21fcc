namespace ChatbotSante.Dialogs.Care.Alerts;

/// <summary>Identifies a message without content left for the team.</summary>
public readonly record struct AlertId(Guid Value)
{
    public static AlertId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>« A-4F7A21C9 »: from the random end of the identifier.</summary>
    public string Reference => $"A-{Value.ToString("N")[^8..].ToUpperInvariant()}";

    public override string ToString() => Value.ToString("N");
}
