using ChatbotSante.Bot.Ports;

namespace ChatbotSante.Bot.Scaling;

/// <summary>Seals replies when they leave the node, opens them when they arrive.</summary>
public sealed class TravellingRepliesSeal(ITransitSealer transit)
{
    public void OnSerializing(TravellingReplies replies)
    {
        ArgumentNullException.ThrowIfNull(replies);
        replies.Sealed ??= transit.Seal(
            replies.Conversation,
            ActivityPack.Pack(replies.Activities)
        );
    }

    public void OnDeserialized(TravellingReplies replies)
    {
        ArgumentNullException.ThrowIfNull(replies);
        replies.Activities = ActivityPack.Unpack(
            transit.Open(replies.Conversation, replies.Sealed)
        );
    }
}
