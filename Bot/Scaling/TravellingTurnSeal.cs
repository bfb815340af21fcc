using ChatbotSante.Bot.Ports;
using ChatbotSante.Dialogs.Activities;

namespace ChatbotSante.Bot.Scaling;

/// <summary>Seals a turn when it leaves the node, opens it when it arrives.</summary>
public sealed class TravellingTurnSeal(ITransitSealer transit)
{
    public void OnSerializing(TravellingTurn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        turn.Sealed ??= transit.Seal(turn.Conversation, ActivityPack.PackInbound(turn.Inbound!));
    }

    public void OnDeserialized(TravellingTurn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        turn.Inbound = ActivityPack.UnpackInbound(
            ConversationKey.Parse(turn.Conversation),
            transit.Open(turn.Conversation, turn.Sealed)
        );
    }
}
