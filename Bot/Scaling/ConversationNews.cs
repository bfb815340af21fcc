using ChatbotSante.Dialogs.Activities;

namespace ChatbotSante.Bot.Scaling;

/// <summary>Tells this node's listeners at once, and every other node by one message without content.</summary>
internal sealed class ConversationNews(
    IServiceProvider services,
    IEnumerable<IConversationListener> listeners,
    ILogger<ConversationNews> logger
) : IConversationNews
{
    private readonly IConversationListener[] _listeners = [.. listeners];

    /// <summary>Resolved late: the cluster's services exist once the node has started.</summary>
    private readonly Lazy<(
        IClusterMembershipService Members,
        ILocalSiloDetails Self,
        ConversationNewsClient Client
    )> _cluster = new(() =>
        (
            services.GetRequiredService<IClusterMembershipService>(),
            services.GetRequiredService<ILocalSiloDetails>(),
            services.GetRequiredService<ConversationNewsClient>()
        )
    );

    /// <inheritdoc />
    public void Publish(ConversationKey key, long sequence)
    {
        foreach (var listener in _listeners)
        {
            listener.Advanced(key, sequence);
        }

        var (members, self, client) = _cluster.Value;
        var snapshot = members.CurrentSnapshot.Members;
        if (snapshot.Count <= 1)
        {
            return;
        }

        foreach (var (address, member) in snapshot)
        {
            if (member.Status == SiloStatus.Active && !address.Equals(self.SiloAddress))
            {
                Tell(client.On(address), key, sequence);
            }
        }
    }

    private void Tell(IConversationNewsService node, ConversationKey key, long sequence) =>
        _ = node.AdvancedAsync(key.Value, sequence)
            .ContinueWith(
                failed => Log.NewsLost(logger, failed.Exception!.GetBaseException().GetType().Name),
                CancellationToken.None,
                TaskContinuationOptions.OnlyOnFaulted
                    | TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default
            );
}
