using ChatbotSante.Bot.Ports;
using ChatbotSante.Dialogs.Activities;

namespace ChatbotSante.Bot.Storage;

/// <summary>Conversations in the store.</summary>
internal sealed class SqlConversationStore(ReadPool reads, TurnWriter writer) : IConversationStore
{
    /// <inheritdoc />
    public ValueTask<StoredConversation?> LoadAsync(
        ConversationKey key,
        CancellationToken cancellationToken
    ) => reads.ReadAsync(key.Value, static (statements, id) => statements.Conversation(id));

    /// <inheritdoc />
    public Task<CommitOutcome> CommitAsync(TurnCommit commit) => writer.CommitAsync(commit);
}
