namespace ChatbotSante.Dialogs.Activities;

/// <summary>The way from a channel to its conversations, wherever they live.</summary>
public interface IConversationDirectory
{
    /// <summary>The inner name of a conversation.</summary>
    ConversationKey KeyOf(string channelId, string conversationId);

    /// <summary>Plays one turn. An activity already seen gives the stored replies again.</summary>
    /// <remarks>When the conversation cannot answer in time, the result holds what needs no state: the emergency message,
    /// or that the service is unavailable.</remarks>
    Task<TurnResult> ReceiveAsync(InboundActivity inbound, CancellationToken cancellationToken);

    /// <summary>What follows a place in a conversation's stream.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="after">The last sequence already seen; 0 for all.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="ConversationUnavailableException">The conversation cannot be read now.</exception>
    Task<IReadOnlyList<StreamedActivity>> ReadAsync(
        ConversationKey key,
        long after,
        CancellationToken cancellationToken
    );

    /// <summary>Says something the patient did not just ask for, in an existing conversation.</summary>
    /// <returns>False when the conversation is not known any more.</returns>
    Task<bool> NotifyAsync(
        ConversationKey key,
        string replyKey,
        CancellationToken cancellationToken
    );
}
