namespace ChatbotSante.Dialogs.Care.CallBacks;

/// <summary>Identifies a request to be called back. Its eight-character reference is what the patient is told.</summary>
public readonly record struct CallBackId(Guid Value)
{
    public static CallBackId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>« R-4F7A21C9 »: from the random end of the identifier.</summary>
    public string Reference => $"R-{Value.ToString("N")[^8..].ToUpperInvariant()}";

    public override string ToString() => Value.ToString("N");
}
