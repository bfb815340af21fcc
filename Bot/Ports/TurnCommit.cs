using ChatbotSante.Dialogs.Activities;

namespace ChatbotSante.Bot.Ports;

/// <summary>All that one turn changes: written as a whole, or not at all.</summary>
/// <param name="Conversation">The conversation.</param>
/// <param name="Expected">The revision the turn was played on; 0 for a new conversation.</param>
/// <param name="Key">The data key of the sealed state.</param>
/// <param name="Sealed">The sealed state of revision <paramref name="Expected"/> + 1.</param>
/// <param name="ForgetAt">When the conversation must be forgotten if nothing more comes.</param>
/// <param name="Commands">What else changes.</param>
internal sealed record TurnCommit(
    ConversationKey Conversation,
    long Expected,
    KeyId Key,
    byte[] Sealed,
    DateTimeOffset ForgetAt,
    IReadOnlyList<StoreCommand> Commands
);
