using ChatbotSante.Dialogs;

namespace ChatbotSante.Bot.Ports;

/// <summary>The store cannot be read or written; nothing of what was asked was done.</summary>
public sealed class StoreUnavailableException(Exception inner)
    : ChatbotSanteException("STORE-001", "The store cannot be reached.", inner);
