namespace ChatbotSante.Dialogs.Activities;

/// <summary>A conversation cannot be reached now; nothing changed, and it may be asked again.</summary>
public sealed class ConversationUnavailableException(Exception inner)
    : ChatbotSanteException("CONVERSATION-001", "The conversation cannot be reached.", inner);
