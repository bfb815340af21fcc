using ChatbotSante.Dialogs;

namespace ChatbotSante.Bot.Boundary.Logs;

/// <summary>What is logged or traced is not redacted in this process: it does not start.</summary>
public sealed class RedactionMissingException()
    : ChatbotSanteException(
        "REDACTION-001",
        "What this process logs or traces is not redacted: nothing was started."
    );
