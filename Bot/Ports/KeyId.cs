namespace ChatbotSante.Bot.Ports;

/// <summary>Names a data key. Random, says nothing of whose data it seals.</summary>
public readonly record struct KeyId(Guid Value)
{
    public override string ToString() => Value.ToString("N");
}
