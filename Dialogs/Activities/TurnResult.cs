namespace ChatbotSante.Dialogs.Activities;

/// <summary>What a turn gave: the id of the activity received, and the replies, saved before they are seen here.</summary>
/// <param name="ActivityId">The id the received activity has in the conversation's stream.</param>
/// <param name="Replies">The replies, in order.</param>
/// <param name="IsSaved">False when the conversation could not answer: the replies are those that need no state, and the
/// message must be sent again.</param>
public sealed record TurnResult(
    string ActivityId,
    IReadOnlyList<StreamedActivity> Replies,
    bool IsSaved = true
);
