namespace ChatbotSante.Dialogs.Activities;

/// <summary>Tells whoever shows a conversation, on any node, that its stream went on. Carries no content.</summary>
public interface IConversationNews
{
    /// <summary>The stream of a conversation now ends at this sequence.</summary>
    void Publish(ConversationKey key, long sequence);
}
