using ChatbotSante.Dialogs.Activities;

namespace ChatbotSante.Bot.Scaling;

/// <summary>Hands the news of other nodes to this node's listeners.</summary>
internal sealed class ConversationNewsService(
    GrainId id,
    Silo silo,
    ILoggerFactory loggers,
    IEnumerable<IConversationListener> listeners
) : GrainService(id, silo, loggers), IConversationNewsService
{
    /// <inheritdoc />
    public Task AdvancedAsync(string conversation, long sequence)
    {
        var key = ConversationKey.Parse(conversation);
        foreach (var listener in listeners)
        {
            listener.Advanced(key, sequence);
        }

        return Task.CompletedTask;
    }
}
