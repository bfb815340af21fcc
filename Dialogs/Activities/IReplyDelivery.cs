namespace ChatbotSante.Dialogs.Activities;

/// <summary>Sends activities to a channel that receives them by request (the Connector's REST API).</summary>
public interface IReplyDelivery
{
    /// <summary>Sends the activities, in order, to the conversation's <c>serviceUrl</c>.</summary>
    /// <returns>False when the address is not allowed or one of them was not accepted.</returns>
    Task<bool> DeliverAsync(
        ConversationReference reference,
        IReadOnlyList<StreamedActivity> activities,
        CancellationToken cancellationToken
    );
}
