using ChatbotSante.Dialogs.Activities;

namespace ChatbotSante.Bot.Ports;

/// <summary>Keeps conversations, and commits turns.</summary>
internal interface IConversationStore
{
    /// <exception cref="StoreUnavailableException">The store cannot be read.</exception>
    ValueTask<StoredConversation?> LoadAsync(
        ConversationKey key,
        CancellationToken cancellationToken
    );

    /// <summary>Commits a turn durably. Returns when it is on disk.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be written; nothing of the turn was.</exception>
    Task<CommitOutcome> CommitAsync(TurnCommit commit);
}
