using ChatbotSante.Dialogs.Activities;

namespace ChatbotSante.Bot.Scaling;

/// <summary>
/// Activities on their way from a conversation to its channel. On the same node they are handed over as they are; when they
/// must leave the node, what travels is <see cref="Sealed"/>, made by <see cref="TravellingRepliesSeal"/>.
/// </summary>
[
    GenerateSerializer,
    Immutable,
    Alias("chatbotsante.replies"),
    SerializationCallbacks(typeof(TravellingRepliesSeal))
]
public sealed class TravellingReplies
{
    /// <summary>Key of the conversation: what the seal is bound to.</summary>
    [Id(0)]
    public required string Conversation { get; init; }

    /// <summary>Place of the received activity in the stream; 0 when none was received.</summary>
    [Id(1)]
    public long Sequence { get; init; }

    /// <summary>The sealed bytes; null as long as they have not left the node.</summary>
    [Id(2)]
    public byte[]? Sealed { get; set; }

    /// <summary>The activities; never serialised.</summary>
    [NonSerialized]
    internal IReadOnlyList<StreamedActivity> Activities = [];
}
