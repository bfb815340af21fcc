namespace ChatbotSante.Bot.Ports;

/// <summary>Names a data key. A version 7 UUID: says when the key was made, nothing of whose data it seals.</summary>
public readonly record struct KeyId(Guid Value)
{
    public override string ToString() => Value.ToString("N");
}
