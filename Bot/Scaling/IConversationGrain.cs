namespace ChatbotSante.Bot.Scaling;

/// <summary>One conversation: a turn at a time, in order. Its key is the conversation's key; what leaves its node is sealed.</summary>
[Alias("chatbotsante.conversation")]
public interface IConversationGrain : IGrainWithStringKey
{
    /// <summary>Plays one turn.</summary>
    [Alias("receive")]
    Task<TravellingReplies> ReceiveAsync(TravellingTurn turn);

    /// <summary>What follows a place in the stream.</summary>
    [Alias("read")]
    Task<TravellingReplies> ReadAsync(long after);

    /// <summary>Says something the patient did not just ask for; false when the conversation is not known.</summary>
    [Alias("notify")]
    Task<bool> NotifyAsync(string replyKey);
}
