namespace ChatbotSante.Dialogs.Care.Agenda;

/// <summary>The agenda cannot be read; nothing changed.</summary>
public sealed class AgendaUnavailableException(Exception inner)
    : ChatbotSanteException("AGENDA-001", "The agenda cannot be read.", inner);
