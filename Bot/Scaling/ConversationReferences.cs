using ChatbotSante.Dialogs.Activities;

namespace ChatbotSante.Bot.Scaling;

/// <summary>
/// References to conversations, without asking the type for its attributes each time: the factory reads them by reflection at
/// every call, and there is one for every message.
/// </summary>
internal sealed class ConversationReferences(IGrainFactory grains)
{
    private readonly Lazy<(GrainType Type, GrainInterfaceType Interface)> _types = new(() =>
    {
        var any = grains.GetGrain<IConversationGrain>(string.Empty.PadLeft(32, '0'));
        var reference = (GrainReference)any;
        return (reference.GrainId.Type, reference.InterfaceType);
    });

    public IConversationGrain Of(ConversationKey key)
    {
        var (type, contract) = _types.Value;
        return (IConversationGrain)grains.GetGrain(GrainId.Create(type, key.Value), contract);
    }
}
