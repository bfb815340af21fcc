using Orleans.Runtime.Services;

namespace ChatbotSante.Bot.Scaling;

/// <summary>Reaches the news service of a named node.</summary>
internal sealed class ConversationNewsClient(IServiceProvider services)
    : GrainServiceClient<IConversationNewsService>(services)
{
    public IConversationNewsService On(SiloAddress node) => GetGrainService(node);
}
