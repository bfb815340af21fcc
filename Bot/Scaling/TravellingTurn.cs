using ChatbotSante.Dialogs.Activities;

namespace ChatbotSante.Bot.Scaling;

/// <summary>
/// An activity on its way to its conversation. On the same node it is handed over as it is; when it must leave the node, what
/// travels is <see cref="Sealed"/>, made by <see cref="TravellingTurnSeal"/>.
/// </summary>
[
    GenerateSerializer,
    Immutable,
    Alias("chatbotsante.turn"),
    SerializationCallbacks(typeof(TravellingTurnSeal))
]
public sealed class TravellingTurn
{
    /// <summary>Key of the conversation: what the seal is bound to.</summary>
    [Id(0)]
    public required string Conversation { get; init; }

    /// <summary>The sealed bytes; null as long as it has not left the node.</summary>
    [Id(1)]
    public byte[]? Sealed { get; set; }

    /// <summary>What the channel received; never serialised.</summary>
    [NonSerialized]
    internal InboundActivity? Inbound;
}
