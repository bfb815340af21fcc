namespace ChatbotSante.Dialogs.Activities;

/// <summary>Shows conversations on this node and wants to know when their streams go on.</summary>
public interface IConversationListener
{
    /// <summary>The stream of a conversation now ends at this sequence. Must return at once.</summary>
    void Advanced(ConversationKey key, long sequence);
}
